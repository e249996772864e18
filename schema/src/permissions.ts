import type { MemberRole } from './operations/generated.ts';

/**
 * Who may do what, by name. Server rules and buttons read this one table.
 * `pilot`, `staff`, `admin` are roles in an airline; `platform` is the platform admin, in every airline; `anyone` includes visitors.
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
} as const satisfies Record<`${string}:${string}`, readonly Audience[]>;

type Audience = 'anyone' | 'signedIn' | 'pilot' | 'staff' | 'admin' | 'platform';
export type Permission = keyof typeof permissions;

export interface Standing {
  signedIn: boolean;
  platformAdmin: boolean;
  /** Role in the airline at hand; absent when there is none or the person is no member. */
  role?: MemberRole | null;
}

export function allows(permission: Permission, who: Standing): boolean {
  const audiences: readonly Audience[] = permissions[permission];
  return (
    audiences.includes('anyone') ||
    (audiences.includes('signedIn') && who.signedIn) ||
    (audiences.includes('platform') && who.platformAdmin) ||
    (who.role != null && audiences.includes(who.role.toLowerCase() as Audience))
  );
}

/** Every permission a person has with this standing, in table order: what `Viewer.permissions` answers. */
export function permissionsOf(who: Standing): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => allows(permission, who));
}
