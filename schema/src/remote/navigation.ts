import { messages } from '../messages.ts';
import type { Permission } from '../permissions.ts';
import { type Route, to } from './routes.ts';

export interface NavigationLink {
  to: string;
  text: string;
  /** Where it is the current one. */
  pages: readonly Route['page'][];
}

interface Entry extends NavigationLink {
  /** Shown to those who may do this. */
  needs?: Permission;
}

/** The links above every page, as far as they lead where the viewer may go. @param code of the airline the page is in */
export function navigationOf(code: string | null, can: (permission: Permission, code?: string) => boolean): NavigationLink[] {
  const entries = code === null ? platform() : airline(code);
  return entries.filter(({ needs }) => !needs || can(needs, code ?? undefined));
}

const platform = (): Entry[] => [
  { to: to.airlines(), text: messages.nav.airlines, pages: ['airlines', 'airline-new'] },
  {
    ...{ to: to.adminAirlines(), text: messages.nav.platform, needs: 'user:list' },
    pages: ['admin-airlines', 'admin-users', 'admin-health', 'mail-outbox'],
  },
];

const airline = (code: string): Entry[] => [
  { to: to.airlines(), text: messages.nav.airlines, pages: [] },
  { to: to.airline(code), text: messages.nav.home, pages: ['airline-home'] },
  { to: to.pireps(code), text: messages.nav.pireps, pages: ['pirep-list', 'pirep-detail', 'pirep-amend'] },
  { to: to.review(code), text: messages.nav.review, pages: ['review'], needs: 'pirep:review' },
  { to: to.filePirep(code), text: messages.nav.file, pages: ['pirep-file'], needs: 'pirep:file' },
  { to: to.members(code), text: messages.nav.members, pages: ['members', 'pilot'], needs: 'member:list' },
  { to: to.joining(code), text: messages.nav.joining, pages: ['joining'], needs: 'application:decide' },
  // `airline:close` rather than `airline:update`: it is what an admin still has while the airline stands still.
  { to: to.airlineSettings(code), text: messages.nav.settings, pages: ['airline-settings'], needs: 'airline:close' },
];
