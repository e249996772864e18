import type { PirepState } from '../operations/generated.ts';
import type { ReviewTab } from '../review-queue.ts';
import { type RosterView, rosterSearch } from '../roster-query.ts';

/** What the sign-in page may have to say first: a name in the address, never a text. */
export const signInNotices = ['password-reset', 'email-changed', 'deletion-due', 'account-erased'] as const;
export type SignInNotice = (typeof signInNotices)[number];

/** Pages for people who are not, or need not be, signed in. */
const openPages: readonly Route['page'][] = ['setup', 'sign-in', 'register', 'verify', 'forgot', 'reset', 'confirm-email', 'not-found'];
/** The pages of a remote. One table of paths, read by the three remotes, so that a URL means the same in each. */
export type Route =
  | { page: 'setup'; token: string }
  | { page: 'sign-in'; notice: SignInNotice | null }
  | { page: 'register' }
  | { page: 'verify'; token: string }
  | { page: 'forgot' }
  | { page: 'reset'; token: string }
  | { page: 'confirm-email'; token: string }
  | { page: 'account' }
  | { page: 'account-sessions' }
  | { page: 'account-api-keys' }
  | { page: 'account-data' }
  | { page: 'admin-airlines' }
  | { page: 'admin-users' }
  | { page: 'admin-health' }
  | { page: 'mail-outbox' }
  | { page: 'invitation'; token: string }
  | { page: 'joining'; code: string }
  | { page: 'airlines' }
  | { page: 'airline-new' }
  | { page: 'airline-home'; code: string }
  | { page: 'airline-settings'; code: string }
  | { page: 'members'; code: string }
  | { page: 'pilot'; code: string; pilotNumber: number }
  | { page: 'pirep-list'; code: string }
  | { page: 'pirep-file'; code: string }
  | { page: 'pirep-detail'; code: string; id: string }
  | { page: 'pirep-amend'; code: string; id: string }
  | { page: 'review'; code: string }
  | { page: 'not-found' };

/** Pages that the front ends load together when one of them is first wanted. Those that are in none come with the front end itself. */
const groups = {
  account: ['register', 'verify', 'forgot', 'reset', 'confirm-email', 'account', 'account-sessions', 'account-api-keys', 'account-data'],
  joining: ['invitation', 'joining'],
  dashboard: ['airline-home'],
  pirep: ['pirep-file', 'pirep-detail', 'pirep-amend'],
  review: ['review'],
  settings: ['airline-new', 'airline-settings'],
  people: ['members', 'pilot'],
  platform: ['setup', 'admin-airlines', 'admin-users', 'admin-health', 'mail-outbox'],
} as const satisfies Record<string, readonly Route['page'][]>;

export type Group = keyof typeof groups;
/** The routes of a group. */
export type RouteOf<G extends Group> = Extract<Route, { page: (typeof groups)[G][number] }>;

const table: readonly [RegExp, (part: string[], search: URLSearchParams) => Route][] = [
  [/^\/setup$/, (_, search) => ({ page: 'setup', token: tokenOf(search) })],
  [/^\/sign-in$/, (_, search) => ({ page: 'sign-in', notice: signInNotices.find((name) => name === search.get('notice')) ?? null })],
  [/^\/register$/, () => ({ page: 'register' })],
  [/^\/verify$/, (_, search) => ({ page: 'verify', token: tokenOf(search) })],
  [/^\/forgot$/, () => ({ page: 'forgot' })],
  [/^\/reset$/, (_, search) => ({ page: 'reset', token: tokenOf(search) })],
  [/^\/confirm-email$/, (_, search) => ({ page: 'confirm-email', token: tokenOf(search) })],
  [/^\/account$/, () => ({ page: 'account' })],
  [/^\/account\/sessions$/, () => ({ page: 'account-sessions' })],
  [/^\/account\/api-keys$/, () => ({ page: 'account-api-keys' })],
  [/^\/account\/data$/, () => ({ page: 'account-data' })],
  [/^\/invitation$/, (_, search) => ({ page: 'invitation', token: tokenOf(search) })],
  [/^\/admin\/airlines$/, () => ({ page: 'admin-airlines' })],
  [/^\/admin\/users$/, () => ({ page: 'admin-users' })],
  [/^\/admin\/health$/, () => ({ page: 'admin-health' })],
  [/^\/admin\/mail$/, () => ({ page: 'mail-outbox' })],
  [/^\/(?:airlines)?$/, () => ({ page: 'airlines' })],
  [/^\/airlines\/new$/, () => ({ page: 'airline-new' })],
  [/^\/airlines\/([A-Z]{3})$/, ([code = '']) => ({ page: 'airline-home', code })],
  [/^\/airlines\/([A-Z]{3})\/settings$/, ([code = '']) => ({ page: 'airline-settings', code })],
  [/^\/airlines\/([A-Z]{3})\/members$/, ([code = '']) => ({ page: 'members', code })],
  [/^\/airlines\/([A-Z]{3})\/members\/([1-9]\d{0,8})$/, ([code = '', number]) => ({ page: 'pilot', code, pilotNumber: Number(number) })],
  [/^\/airlines\/([A-Z]{3})\/joining$/, ([code = '']) => ({ page: 'joining', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps$/, ([code = '']) => ({ page: 'pirep-list', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps\/new$/, ([code = '']) => ({ page: 'pirep-file', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps\/([0-9a-f-]{36})$/, ([code = '', id = '']) => ({ page: 'pirep-detail', code, id })],
  [/^\/airlines\/([A-Z]{3})\/pireps\/([0-9a-f-]{36})\/amend$/, ([code = '', id = '']) => ({ page: 'pirep-amend', code, id })],
  [/^\/airlines\/([A-Z]{3})\/review$/, ([code = '']) => ({ page: 'review', code })],
];

/** @param path below the remote's base, such as `/airlines/NAX`  @param search with or without the leading `?` */
export function matchRoute(path: string, search = ''): Route {
  const trimmed = path.length > 1 ? path.replace(/\/$/, '') : path;
  for (const [pattern, route] of table) {
    const match = pattern.exec(trimmed);
    if (match) return route(match.slice(1), new URLSearchParams(search));
  }
  return { page: 'not-found' };
}

function tokenOf(search: URLSearchParams): string {
  return search.get('token') ?? '';
}

/** Null for a page that comes with the front end itself. */
export function groupOf(route: Route): Group | null {
  const pages: [Group, readonly Route['page'][]][] = Object.entries(groups) as never;
  return pages.find(([, members]) => members.includes(route.page))?.[0] ?? null;
}

/** Whether the page asks for a person who is signed in. */
export function needsSignIn(route: Route): boolean {
  return !openPages.includes(route.page);
}

/** The way back: links are built here, never by hand. */
export const to = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setup: () => '/setup',
  /** The sign-in page, with something to say first. */
  signInAfter: (notice: SignInNotice) => `/sign-in?notice=${notice}`,
  register: () => '/register',
  /** Without a token it is the place to ask for another link. */
  verify: () => '/verify',
  forgot: () => '/forgot',
  account: () => '/account',
  sessions: () => '/account/sessions',
  apiKeys: () => '/account/api-keys',
  ownData: () => '/account/data',
  adminAirlines: () => '/admin/airlines',
  adminUsers: () => '/admin/users',
  adminHealth: () => '/admin/health',
  mailOutbox: () => '/admin/mail',
  airlines: () => '/airlines',
  newAirline: () => '/airlines/new',
  airline: (code: string) => `/airlines/${code}`,
  joining: (code: string) => `/airlines/${code}/joining`,
  airlineSettings: (code: string) => `/airlines/${code}/settings`,
  members: (code: string, query: Partial<RosterView> = {}) => `/airlines/${code}/members${rosterSearch(query)}`,
  member: (code: string, pilotNumber: number) => `/airlines/${code}/members/${pilotNumber}`,
  /** @param callsign code and pilot number, such as NAX0042 */
  pilot: (callsign: string) => `/airlines/${callsign.slice(0, 3)}/members/${Number(callsign.slice(3))}`,
  pireps: (code: string, state?: PirepState) => `/airlines/${code}/pireps${state ? `?state=${state}` : ''}`,
  filePirep: (code: string) => `/airlines/${code}/pireps/new`,
  pirep: (code: string, id: string) => `/airlines/${code}/pireps/${id}`,
  amendPirep: (code: string, id: string) => `/airlines/${code}/pireps/${id}/amend`,
  review: (code: string, tab?: ReviewTab, pirepId?: string) => {
    const query = [tab && `tab=${tab}`, pirepId && `pirep=${pirepId}`].filter(Boolean).join('&');
    return `/airlines/${code}/review${query && `?${query}`}`;
  },
};

/** Where to go after signing in: the `next` of the URL if it is a page of ours, so that a link cannot send a person elsewhere. */
export function nextOf(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '';
  const [path = '', query = ''] = next.split('?', 2);
  return path === '' || !needsSignIn(matchRoute(path, query)) ? to.airlines() : next;
}

/** Whether a click on a link is for us; with a modifier or another button it is the browser's. */
export function opensHere(click: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>): boolean {
  return click.button === 0 && !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey || click.defaultPrevented);
}
