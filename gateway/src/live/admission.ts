import type { MemberRole, Standing } from '@jetbridge/schema';
import type { Storage } from '@jetbridge/schema/storage';
import { liveGrants } from '../auth/grants.ts';
import type { Caller } from '../context.ts';

interface Row {
  id: string;
  scopes: string | null;
  email_verified: number | boolean | null;
  platform_admin: number | boolean | null;
  role: MemberRole | null;
}

const standing = {
  columns: 'g.id, g.scopes, u.email_verified, u.platform_admin, m.role',
  joins: `left join rm_user u on u.id = g.user_id
          left join rm_member m on m.user_id = g.user_id and m.airline_id = ? and m.left_at is null`,
};

/** What these callers are in an airline, or with null in none, as of now, by what their rights rest on. A session or key that ended is missing from the answer. */
export async function standingsOf(
  storage: Storage,
  airlineId: string | null,
  callers: readonly Caller[],
  now: number,
): Promise<Map<string, Standing>> {
  const rows = await liveGrants<Row>(storage, callers, now, { ...standing, params: [airlineId] });
  return new Map(
    rows.map(({ id, scopes, email_verified, platform_admin, role }) => [
      id,
      {
        signedIn: true,
        verified: Boolean(email_verified),
        platformAdmin: Boolean(platform_admin),
        role,
        ...(scopes !== null && { scopes: scopes.split(' ') }),
      },
    ]),
  );
}
