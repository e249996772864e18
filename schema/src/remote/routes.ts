import { pirepStates } from '../enums.ts';
import type { PirepState } from '../operations/generated.ts';

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
  | { page: 'mail-outbox' }
  | { page: 'invitation'; token: string }
  | { page: 'joining'; code: string }
  | { page: 'airlines' }
  | { page: 'airline-new' }
  | { page: 'airline-home'; code: string }
  | { page: 'pirep-list'; code: string }
  | { page: 'pirep-file'; code: string }
  | { page: 'pirep-detail'; code: string; id: string }
  | { page: 'not-found' };

/** Pages that the front ends load together when one of them is first wanted. Those that are in none come with the front end itself. */
const groups = {
  account: ['register', 'verify', 'forgot', 'reset', 'confirm-email', 'account', 'account-sessions', 'account-api-keys', 'account-data'],
  joining: ['invitation', 'joining'],
  dashboard: ['airline-home'],
  pirep: ['pirep-file', 'pirep-detail'],
  settings: ['airline-new'],
  platform: ['setup', 'mail-outbox'],
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
  [/^\/admin\/mail$/, () => ({ page: 'mail-outbox' })],
  [/^\/(?:airlines)?$/, () => ({ page: 'airlines' })],
  [/^\/airlines\/new$/, () => ({ page: 'airline-new' })],
  [/^\/airlines\/([A-Z]{3})$/, ([code = '']) => ({ page: 'airline-home', code })],
  [/^\/airlines\/([A-Z]{3})\/joining$/, ([code = '']) => ({ page: 'joining', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps$/, ([code = '']) => ({ page: 'pirep-list', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps\/new$/, ([code = '']) => ({ page: 'pirep-file', code })],
  [/^\/airlines\/([A-Z]{3})\/pireps\/([0-9a-f-]{36})$/, ([code = '', id = '']) => ({ page: 'pirep-detail', code, id })],
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
  mailOutbox: () => '/admin/mail',
  airlines: () => '/airlines',
  newAirline: () => '/airlines/new',
  airline: (code: string) => `/airlines/${code}`,
  joining: (code: string) => `/airlines/${code}/joining`,
  pireps: (code: string, state?: PirepState) => `/airlines/${code}/pireps${state ? `?state=${state}` : ''}`,
  filePirep: (code: string) => `/airlines/${code}/pireps/new`,
  pirep: (code: string, id: string) => `/airlines/${code}/pireps/${id}`,
};

/** The filter of the PIREP list, or undefined for all. */
export function pirepStateOf(search: string): PirepState | undefined {
  const wanted = new URLSearchParams(search).get('state');
  return pirepStates.find((state) => state === wanted);
}

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
