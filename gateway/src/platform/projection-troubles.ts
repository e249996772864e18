import { freeShares, leaseShares, shareOf, stoppedTenants } from '@jetbridge/schema/storage';
import type { Examined, Found } from './find-troubles.ts';
import { waitingTenants } from './waiting-tenants.ts';

const lateAfterMs = 5_000; // a projector that dies is replaced within this
const badAfterMs = 30_000;

/**
 * Why what is stored may not be on the pages. SQLite has no other process that could project: there it is this one's roles that tell whether
 * anybody does, and what waits that tells whether they get on.
 */
export async function projectionTroubles({ config, storage, now }: Pick<Examined, 'config' | 'storage' | 'now'>): Promise<Found[]> {
  const { kind, reader } = storage;
  const free = await freeShares(storage);
  const stopped = await stoppedTenants(reader);
  const waiting = await waitingTenants(reader);
  const stands = new Set(stopped.map(({ tenant }) => tenant));
  const late = waiting.filter(({ tenant }) => !stands.has(tenant));
  const count = late.reduce((sum, { events }) => sum + events, 0);
  const oldest = late[0];
  const lateMs = oldest ? Math.max(0, now() - oldest.since) : 0;
  const found: Found[] = [];
  const nobody = kind === 'sqlite' ? !config.roles.has('projector') : free.length === leaseShares;
  if (nobody) found.push({ code: 'NO_PROJECTOR', level: 'BAD', count });
  else if (free.length > 0) found.push({ code: 'SHARES_FREE', level: 'WARN', count: free.length, total: leaseShares });
  if (oldest && !nobody && lateMs >= lateAfterMs) {
    const share = shareOf(oldest.tenant, kind === 'sqlite' ? 1 : leaseShares);
    const level = lateMs >= badAfterMs ? 'BAD' : 'WARN';
    found.push({ code: 'PROJECTION_LAGS', level, count, seconds: lateMs / 1_000, share, since: oldest.since });
  }
  for (const { code, tenant, sequence, attempts, since } of stopped)
    found.push({
      ...{ code: 'AIRLINE_STOPPED', level: 'BAD', airline: code ?? tenant },
      ...{ sequence: Number(sequence), count: Number(attempts), since: Number(since) },
    });
  return found;
}
