import type { Nav } from '@jetbridge/schema';
import { addressOf, type Framework, readPlace, splitTarget } from './place.ts';
import { Listeners } from './value.ts';

export interface ShellNav extends Nav {
  dispose(): void;
}

/** The nav of a remote that fills the page: its path is the address bar's, below `/<framework>`. */
export function urlNav(framework: Framework): ShellNav {
  const listeners = new Listeners();
  const stop = new AbortController();
  let place = readPlace(location.pathname, location.search, framework);
  const read = () => {
    const now = readPlace(location.pathname, location.search, framework);
    if (now.mode !== framework) return; // Back left for another front end: the shell is about to unmount this one
    if (addressOf(now) === addressOf(place)) return; // a jump within the page
    place = now;
    listeners.call();
  };
  addEventListener('popstate', read, { signal: stop.signal });
  return {
    get path() {
      return place.path;
    },
    get search() {
      return place.search;
    },
    href: (to) => `/${framework}${to}`,
    navigate(to, { replace = false } = {}) {
      const address = addressOf({ mode: framework, ...splitTarget(to) });
      const same = address === location.pathname + location.search; // a second press of a link is no step to go back over
      history[replace || same ? 'replaceState' : 'pushState'](null, '', address);
      if (!replace && !same && splitTarget(to).path !== place.path) scrollTo(0, 0);
      read();
    },
    subscribe: (listener) => listeners.add(listener),
    dispose: () => stop.abort(),
  };
}

export interface PaneNav extends ShellNav {
  /** Moves without leading: the answer to another pane's, or the address bar's, move. */
  follow(to: string): void;
}

/**
 * The nav of a pane on /compare. Its links still carry the real address, so that they can be copied and opened alone.
 * @param led told when the pane itself moves
 */
export function memoryNav(framework: Framework, start: string, led: (replace: boolean) => void = () => {}): PaneNav {
  const listeners = new Listeners();
  let place = splitTarget(start);
  let disposed = false;
  const move = (to: string) => {
    if (disposed) return;
    place = splitTarget(to);
    listeners.call();
  };
  return {
    get path() {
      return place.path;
    },
    get search() {
      return place.search;
    },
    href: (to) => `/${framework}${to}`,
    navigate(to, { replace = false } = {}) {
      move(to);
      if (!disposed) led(replace);
    },
    follow: move,
    subscribe: (listener) => listeners.add(listener),
    dispose: () => {
      disposed = true;
    },
  };
}
