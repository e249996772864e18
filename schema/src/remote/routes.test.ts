import { expect, it } from 'vitest';
import { matchRoute, to } from './routes.ts';

const id = '01a2042b-42da-747f-af61-b19b790a6bbc';

it('finds every page by the link made for it', () => {
  expect(matchRoute(to.airline('NAX'))).toEqual({ page: 'airline-home', code: 'NAX' });
  expect(matchRoute(to.pireps('NAX'))).toEqual({ page: 'pirep-list', code: 'NAX' });
  expect(matchRoute(to.filePirep('NAX'))).toEqual({ page: 'pirep-file', code: 'NAX' });
  expect(matchRoute(to.pirep('NAX', id))).toEqual({ page: 'pirep-detail', code: 'NAX', id });
  expect(matchRoute(to.newAirline())).toEqual({ page: 'airline-new' });
  expect(matchRoute('/')).toEqual({ page: 'airlines' });
});

it('reads the setup token, tolerates a trailing slash, and says so when there is nothing', () => {
  expect(matchRoute('/setup', '?token=abc')).toEqual({ page: 'setup', token: 'abc' });
  expect(matchRoute('/airlines/NAX/')).toEqual({ page: 'airline-home', code: 'NAX' });
  expect(matchRoute('/airlines/nax')).toEqual({ page: 'not-found' });
});
