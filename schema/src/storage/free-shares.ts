import { leaseShares } from './leases.ts';
import type { Storage } from './storage.ts';

/** First keys of our two-key advisory locks: one that every replica of the projector holds, and one of who works on a share. */
export const membership = 0x6a62_0001;
export const lease = 0x6a62_0002;

/** Shares nobody works on: all of them where no projector is, some for a moment while projectors come and go. SQLite has none to share. */
export async function freeShares({ reader, kind }: Pick<Storage, 'reader' | 'kind'>): Promise<number[]> {
  if (kind === 'sqlite') return [];
  const held = await reader.all<{ share: number }>(
    `select objid::integer as share from pg_locks where locktype = 'advisory' and objsubid = 2 and granted and classid::bigint = ${lease}
       and database = (select oid from pg_database where datname = current_database())`,
  );
  const taken = new Set(held.map(({ share }) => share));
  return Array.from({ length: leaseShares }, (_, share) => share).filter((share) => !taken.has(share));
}
