import { expect, it } from 'vitest';
import type { Nav } from './contract.ts';
import { goFrom } from './go-from.ts';

/** A place that is moved and looked at, without an address bar. */
function place(path: string): Nav {
  return {
    ...{ path, search: '', href: (to) => to, subscribe: () => () => {} },
    navigate(to) {
      Object.assign(this, { path: to });
    },
  };
}

it('leads on who is still there', () => {
  const nav = place('/airlines/NAX/pireps/new');
  const go = goFrom({ nav, signal: new AbortController().signal });
  go('/airlines/NAX/pireps');
  expect(nav.path).toBe('/airlines/NAX/pireps');
});

it('leaves alone who has gone on meanwhile', () => {
  const nav = place('/airlines/NAX/pireps/new');
  const go = goFrom({ nav, signal: new AbortController().signal });
  nav.navigate('/account');
  go('/airlines/NAX/pireps');
  expect(nav.path).toBe('/account');
});

it('leaves alone who shows another front end by then', () => {
  const nav = place('/airlines/NAX/pireps/new');
  const unmount = new AbortController();
  const go = goFrom({ nav, signal: unmount.signal });
  unmount.abort();
  go('/airlines/NAX/pireps');
  expect(nav.path).toBe('/airlines/NAX/pireps/new');
});
