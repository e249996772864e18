import { pirepStates } from '../enums.ts';
import type { PirepState } from '../operations/generated.ts';

/** The pages of a remote. One table of paths, read by the three remotes, so that a URL means the same in each. */
export type Route =
  | { page: 'setup'; token: string }
  | { page: 'sign-in' }
  | { page: 'airlines' }
  | { page: 'airline-new' }
  | { page: 'airline-home'; code: string }
  | { page: 'pirep-list'; code: string }
  | { page: 'pirep-file'; code: string }
  | { page: 'pirep-detail'; code: string; id: string }
  | { page: 'not-found' };

const table: readonly [RegExp, (part: string[], search: URLSearchParams) => Route][] = [
  [/^\/setup$/, (_, search) => ({ page: 'setup', token: search.get('token') ?? '' })],
  [/^\/sign-in$/, () => ({ page: 'sign-in' })],
  [/^\/(?:airlines)?$/, () => ({ page: 'airlines' })],
  [/^\/airlines\/new$/, () => ({ page: 'airline-new' })],
  [/^\/airlines\/([A-Z]{3})$/, ([code = '']) => ({ page: 'airline-home', code })],
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

/** The way back: links are built here, never by hand. */
export const to = {
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  airlines: () => '/airlines',
  newAirline: () => '/airlines/new',
  airline: (code: string) => `/airlines/${code}`,
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
  const { page } = matchRoute(path, query);
  return path === '' || page === 'not-found' || page === 'sign-in' || page === 'setup' ? to.airlines() : next;
}

/** Whether a click on a link is for us; with a modifier or another button it is the browser's. */
export function opensHere(click: Pick<MouseEvent, 'button' | 'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'defaultPrevented'>): boolean {
  return click.button === 0 && !(click.metaKey || click.ctrlKey || click.shiftKey || click.altKey || click.defaultPrevented);
}
