import type { SqlValue, Storage } from '@jetbridge/schema/storage';
import type { Caller } from '../context.ts';

const chunk = 500; // placeholders in one statement

/** What a caller's rights rest on, a session or an API key: when it ends, so does all that was opened with it. */
export function grantOf({ sessionId, apiKey }: Pick<Caller, 'sessionId' | 'apiKey'>): string {
  return sessionId ?? apiKey?.id ?? '';
}

export interface GrantQuery {
  /** Columns from the grant (`g`: id, user_id, scopes) and what `joins` adds. */
  columns: string;
  joins?: string;
  params?: readonly SqlValue[];
}

/** Rows of those grants that are live as of now; one that ended is missing from the answer. */
export async function liveGrants<Row>(
  { reader }: Pick<Storage, 'reader'>,
  callers: Iterable<Pick<Caller, 'sessionId' | 'apiKey'>>,
  now: number,
  { columns, joins = '', params = [] }: GrantQuery,
): Promise<Row[]> {
  const found: Row[] = [];
  const ids = { session: new Set<string>(), api_key: new Set<string>() };
  for (const caller of callers) ids[caller.sessionId ? 'session' : 'api_key'].add(grantOf(caller));
  const live = {
    session: `(select id, user_id, null as scopes, revoked_at, expires_at from session)`,
    api_key: `(select id, user_id, scopes, revoked_at, expires_at from api_key)`,
  };
  for (const kind of ['session', 'api_key'] as const) {
    const all = [...ids[kind]];
    for (let at = 0; at < all.length; at += chunk) {
      const part = all.slice(at, at + chunk);
      // Rounded up to a power of two, so that a database sees few different statements; the last id fills the rest.
      const padded = [...part, ...Array<string>(2 ** Math.ceil(Math.log2(part.length)) - part.length).fill(part.at(-1)!)];
      const rows = await reader.all<Row>(
        `select ${columns} from ${live[kind]} g ${joins}
         where g.id in (${padded.map(() => '?').join(', ')}) and g.revoked_at is null and (g.expires_at is null or g.expires_at > ?)`,
        [...params, ...padded, now],
      );
      found.push(...rows);
    }
  }
  return found;
}
