import type { MemberRole } from './operations/generated.ts';

/**
 * Who may do what, by name. Server rules and buttons read this one table.
 * `pilot`, `staff`, `admin` are roles in an airline; `platform` is the platform admin, in every airline; `anyone` includes visitors;
 * `verified` is who has proved their address.
 */
export const permissions = {
  'airline:list': ['anyone'],
  'airline:create': ['platform'],
  'airline:suspend': ['platform'],
  'airline:update': ['admin', 'platform'],
  'airline:close': ['admin', 'platform'],
  'rank:update': ['admin', 'platform'],
  'member:join': ['verified'],
  'member:leave': ['pilot', 'staff', 'admin'],
  'member:list': ['pilot', 'staff', 'admin', 'platform'],
  'member:invite': ['admin', 'platform'],
  'member:role': ['admin', 'platform'],
  'member:remove': ['admin', 'platform'],
  'application:decide': ['admin', 'platform'],
  'pirep:list': ['pilot', 'staff', 'admin', 'platform'],
  'pirep:read': ['pilot', 'staff', 'admin', 'platform'],
  'changes:subscribe': ['pilot', 'staff', 'admin', 'platform'],
  'pirep:file': ['pilot', 'staff', 'admin'],
  'pirep:amend': ['pilot', 'staff', 'admin'], // one's own
  'pirep:withdraw': ['pilot', 'staff', 'admin'], // one's own
  'pirep:comment': ['pilot', 'staff', 'admin', 'platform'], // pilots: their own
  'pirep:review': ['staff', 'admin', 'platform'],
  'audit:read': ['staff', 'admin', 'platform'],
  'account:own': ['signedIn'],
  'user:list': ['platform'],
  'platform:mail': ['platform'],
  'platform:health': ['platform'],
} as const satisfies Record<`${string}:${string}`, readonly Audience[]>;

/** What is left of the above in an airline that is suspended or closed. */
const inStandstill: ReadonlySet<Permission> = new Set([
  'airline:list',
  'airline:close',
  'airline:suspend',
  'member:leave',
  'member:list',
  'pirep:list',
  'pirep:read',
  'changes:subscribe',
  'audit:read',
]);

type Audience = 'anyone' | 'signedIn' | 'verified' | 'pilot' | 'staff' | 'admin' | 'platform';
export type Permission = keyof typeof permissions;

export interface Standing {
  signedIn: boolean;
  /** The person's address is proved to be theirs. */
  verified?: boolean;
  platformAdmin: boolean;
  /** Role in the airline at hand; absent when there is none or the person is no member. */
  role?: MemberRole | null;
  /** The airline at hand is suspended or closed: what is in it can be read, not changed. */
  standstill?: boolean;
  /** With an API key: it may no more than this, and never what is the person's own. Absent when the person is here in person. */
  scopes?: readonly string[];
}

export function allows(permission: Permission, who: Standing): boolean {
  const audiences: readonly Audience[] = permissions[permission];
  if (who.standstill && !inStandstill.has(permission)) return false;
  if (audiences.includes('anyone')) return true;
  if (who.scopes && (permission === 'account:own' || !who.scopes.includes(permission))) return false;
  return (
    (audiences.includes('signedIn') && who.signedIn) ||
    (audiences.includes('verified') && who.verified === true) ||
    (audiences.includes('platform') && who.platformAdmin) ||
    (who.role != null && audiences.includes(who.role.toLowerCase() as Audience))
  );
}

/** Every permission a person has with this standing, in table order: what `Viewer.permissions` answers. */
export function permissionsOf(who: Standing): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => allows(permission, who));
}

/** What a person with these standings, platform-wide and in each airline, may hand on to an API key. */
export function grantablePermissions(standings: readonly Standing[]): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter(
    (permission) => permission !== 'account:own' && standings.some((who) => allows(permission, who)),
  );
}
