import { allows, type Catalogue, type MountContext, type Permission, type SessionState, shellMessages } from '@jetbridge/schema';
import type { CommandRegistry } from './commands.ts';
import type { ContextFor } from './layout/remote-pane.ts';
import type { ShellNav } from './nav.ts';
import { preferencesAt } from './preferences.ts';
import type { Value } from './value.ts';

/** What every mount gets alike. */
export interface Services
  extends Pick<MountContext, 'client' | 'session' | 'live' | 'download' | 'drafts' | 'filing' | 'theme' | 'preferences' | 'toast'> {
  commands: CommandRegistry;
  /** The texts of the language that is spoken now; null is English. */
  spoken: Value<Catalogue | null>;
}

/** The world as one mount of a remote sees it. @param among whether other panes share the page */
export function contextWith(services: Services, nav: ShellNav, { among = false } = {}): ContextFor {
  return (framework, { signal, report }) => ({
    ...services,
    commands: services.commands.of(framework),
    preferences: preferencesAt(services, nav),
    catalogue: services.spoken.value,
    nav,
    signal,
    report,
    can: (permission, airlineCode) => can(services.session.value, permission, airlineCode),
    landmark: (name) => (among ? `${name}, ${shellMessages.framework[framework]}` : name),
    ready(mark) {
      const name = `jetbridge:${framework}:${mark}`;
      performance.clearMarks(name); // the last of its kind: browsers keep all, for as long as the page is open
      performance.mark(name);
    },
  });
}

/** Platform-wide permissions are the server's answer; those in an airline follow from the role there, by the same table. */
export function can(state: SessionState, permission: Permission, airlineCode?: string): boolean {
  if (state.status !== 'signed-in') return allows(permission, { signedIn: false, platformAdmin: false });
  const { viewer } = state;
  const { user } = viewer;
  if (airlineCode === undefined) return viewer.permissions.includes(permission);
  const membership = viewer.memberships.find(({ airline }) => airline.code === airlineCode);
  const standstill = membership !== undefined && membership.airline.state !== 'ACTIVE';
  const person = { signedIn: true, verified: user.emailVerified === true, platformAdmin: user.platformAdmin };
  return allows(permission, { ...person, role: membership?.role, standstill });
}
