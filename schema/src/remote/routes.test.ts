import { expect, it } from 'vitest';
import { accountTabs } from './account-tabs.ts';
import { platformTabs } from './platform-tabs.ts';
import { groupOf, matchRoute, needsSignIn, nextOf, to } from './routes.ts';

const id = '01a2042b-42da-747f-af61-b19b790a6bbc';

it('finds every page by the link made for it', () => {
  expect(matchRoute(to.airline('NAX'))).toEqual({ page: 'airline-home', code: 'NAX' });
  expect(matchRoute(to.pireps('NAX'))).toEqual({ page: 'pirep-list', code: 'NAX' });
  expect(matchRoute(to.filePirep('NAX'))).toEqual({ page: 'pirep-file', code: 'NAX' });
  expect(matchRoute(to.pirep('NAX', id))).toEqual({ page: 'pirep-detail', code: 'NAX', id });
  expect(matchRoute(to.newAirline())).toEqual({ page: 'airline-new' });
  expect(matchRoute(to.airlineSettings('NAX'))).toEqual({ page: 'airline-settings', code: 'NAX' });
  expect(matchRoute(to.members('NAX'))).toEqual({ page: 'members', code: 'NAX' });
  expect(matchRoute(to.member('NAX', 42))).toEqual({ page: 'pilot', code: 'NAX', pilotNumber: 42 });
  expect(to.pilot('NAX0042')).toBe(to.member('NAX', 42));
  expect(matchRoute('/airlines/NAX/members/0')).toEqual({ page: 'not-found' });
  expect(matchRoute('/')).toEqual({ page: 'airlines' });
});

it('reads the setup token, tolerates a trailing slash, and says so when there is nothing', () => {
  expect(matchRoute('/setup', '?token=abc')).toEqual({ page: 'setup', token: 'abc' });
  expect(matchRoute('/airlines/NAX/')).toEqual({ page: 'airline-home', code: 'NAX' });
  expect(matchRoute('/airlines/nax')).toEqual({ page: 'not-found' });
});

it('finds the account pages, with the tokens of the links in mails', () => {
  for (const tab of accountTabs) expect(matchRoute(tab.to)).toEqual({ page: tab.page });
  for (const page of ['verify', 'reset', 'confirm-email'] as const)
    expect(matchRoute(`/${page}`, '?token=a-b_c')).toEqual({ page, token: 'a-b_c' });
  expect(matchRoute(to.verify())).toEqual({ page: 'verify', token: '' });
  expect([to.register(), to.forgot(), to.mailOutbox()].map((path) => matchRoute(path).page)).toEqual(['register', 'forgot', 'mail-outbox']);
  expect(groupOf(matchRoute(to.forgot()))).toBe('account');
  expect(groupOf(matchRoute(to.airlines()))).toBeNull();
});

it('finds the pages of the platform, one group with the first run', () => {
  for (const tab of platformTabs) expect(matchRoute(tab.to)).toEqual({ page: tab.page });
  for (const path of [to.setup(), ...platformTabs.map((tab) => tab.to)]) expect(groupOf(matchRoute(path))).toBe('platform');
  expect(platformTabs.every((tab) => needsSignIn(matchRoute(tab.to)))).toBe(true);
});

it('says on the sign-in page only what it knows', () => {
  const at = (path: string) => matchRoute(...(path.split('?') as [string, string]));
  expect(at(to.signInAfter('password-reset'))).toEqual({ page: 'sign-in', notice: 'password-reset' });
  expect(at('/sign-in?notice=Call+us+at+555')).toEqual({ page: 'sign-in', notice: null });
});

it('asks visitors to sign in where that is needed, and leads on only to such places', () => {
  const open = ['/sign-in', '/setup', '/register', '/verify', '/forgot', '/reset', '/confirm-email', '/nowhere'];
  expect(open.filter((path) => needsSignIn(matchRoute(path)))).toEqual([]);
  const closed = [to.airlines(), to.airline('NAX'), ...accountTabs.map((tab) => tab.to), to.mailOutbox()];
  expect(closed.filter((path) => !needsSignIn(matchRoute(path)))).toEqual([]);
  expect(nextOf('?next=%2Faccount%2Fdata')).toBe('/account/data');
  expect(nextOf('?next=%2Freset%3Ftoken%3Dx')).toBe(to.airlines());
  expect(nextOf('?next=https%3A%2F%2Fevil.example')).toBe(to.airlines());
});
