import type { MemberRole } from './operations/generated.ts';

/**
 * Who may do what, by name. Server rules and buttons read this one table.
 * `pilot`, `staff`, `admin` are roles in an airline; `platform` is the platform admin, in every airline; `anyone` includes visitors;
 * `verified` is who has proved their address.
 */
export const permissions = {
  'airline:list': ['anyone'],
  'airline:create': ['platform'],
  'member:list': ['pilot', 'staff', 'admin', 'platform'],
  'pirep:list': ['pilot', 'staff', 'admin', 'platform'],
  'pirep:read': ['pilot', 'staff', 'admin', 'platform'],
  'changes:subscribe': ['pilot', 'staff', 'admin', 'platform'],
  'pirep:file': ['pilot', 'staff', 'admin'],
  'pirep:review': ['staff', 'admin', 'platform'],
  'account:own': ['signedIn'],
  'user:list': ['platform'],
  'platform:mail': ['platform'],
} as const satisfies Record<`${string}:${string}`, readonly Audience[]>;

type Audience = 'anyone' | 'signedIn' | 'verified' | 'pilot' | 'staff' | 'admin' | 'platform';
export type Permission = keyof typeof permissions;

export interface Standing {
  signedIn: boolean;
  /** The person's address is proved to be theirs. */
  verified?: boolean;
  platformAdmin: boolean;
  /** Role in the airline at hand; absent when there is none or the person is no member. */
  role?: MemberRole | null;
  /** With an API key: it may no more than this, and never what is the person's own. Absent when the person is here in person. */
  scopes?: readonly string[];
}

export function allows(permission: Permission, who: Standing): boolean {
  const audiences: readonly Audience[] = permissions[permission];
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
