import { allows, type MountContext, messages, type Permission, type SessionState } from '@jetbridge/schema';
import type { ContextFor } from './layout/remote-pane.ts';
import type { ShellNav } from './nav.ts';

/** What every mount gets alike. */
export type Services = Pick<MountContext, 'client' | 'session' | 'live' | 'drafts' | 'theme' | 'toast'>;

/** The world as one mount of a remote sees it. @param among whether other panes share the page */
export function contextWith(services: Services, nav: ShellNav, { among = false } = {}): ContextFor {
  return (framework, { signal, report }) => ({
    ...services,
    nav,
    signal,
    report,
    can: (permission, airlineCode) => can(services.session.value, permission, airlineCode),
    landmark: (name) => (among ? `${name}, ${messages.shell.framework[framework]}` : name),
    ready: (mark) => void performance.mark(`jetbridge:${framework}:${mark}`),
  });
}

/** Platform-wide permissions are the server's answer; those in an airline follow from the role there, by the same table. */
export function can(state: SessionState, permission: Permission, airlineCode?: string): boolean {
  if (state.status !== 'signed-in') return allows(permission, { signedIn: false, platformAdmin: false });
  const { viewer } = state;
  const { user } = viewer;
  if (airlineCode === undefined) return viewer.permissions.includes(permission);
  const role = viewer.memberships.find(({ airline }) => airline.code === airlineCode)?.role;
  return allows(permission, { signedIn: true, verified: user.emailVerified === true, platformAdmin: user.platformAdmin, role });
}
