import type { MemberRole, Standing } from '@jetbridge/schema';
import type { Storage } from '@jetbridge/schema/storage';

const chunk = 500; // placeholders in one statement

interface Row {
  id: string;
  platform_admin: number | boolean | null;
  role: MemberRole | null;
}

/** What the people behind these sessions are in an airline, as of now. A session that ended is missing from the answer. */
export async function standingsOf(
  storage: Storage,
  airlineId: string,
  sessionIds: readonly string[],
  now: number,
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (let at = 0; at < sessionIds.length; at += chunk) {
    const ids = sessionIds.slice(at, at + chunk);
    // Rounded up to a power of two, so that a database sees few different statements; the last id fills the rest.
    const padded = [...ids, ...Array<string>(2 ** Math.ceil(Math.log2(ids.length)) - ids.length).fill(ids.at(-1)!)];
    const rows = await storage.reader.all<Row>(
      `select s.id, u.platform_admin, m.role from session s
       left join rm_user u on u.id = s.user_id
       left join rm_member m on m.user_id = s.user_id and m.airline_id = ?
       where s.id in (${padded.map(() => '?').join(', ')}) and s.revoked_at is null and s.expires_at > ?`,
      [airlineId, ...padded, now],
    );
    for (const { id, platform_admin, role } of rows) standings.set(id, { signedIn: true, platformAdmin: Boolean(platform_admin), role });
  }
  return standings;
}
