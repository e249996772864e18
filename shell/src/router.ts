import { shellMessages } from '@jetbridge/schema';
import type { Services } from './context.ts';
import { h } from './dom.ts';
import type { Keep } from './keep.ts';
import { openSingle, type View } from './layout/single.ts';
import { addressOf, type Framework, isFramework, type Place, readPlace } from './place.ts';

const lastKey = 'jetbridge.framework';
const keptMs = 2_000; // for what loads after its first content

interface Router {
  open(place: Place): void;
  /** What the address says. */
  place(): Place;
  /** Shows the same page anew. */
  reopen(): void;
  start(moved: (place: Place) => void): void;
}

/** Shows what the address says: one front end, or /compare. Below that the pages move by themselves (see nav.ts). */
export function createRouter(main: HTMLElement, services: Services, keep: Keep): Router {
  let view: View | null = null;
  let shown: Place['mode'] | null = null;
  let moved: (place: Place) => void = () => {};

  const last = (): Framework => {
    const name = keep.get(lastKey);
    return isFramework(name) ? name : 'react';
  };

  const show = () => {
    const place = readPlace(location.pathname, location.search, last());
    const { mode } = place;
    if (addressOf(place) !== location.pathname + location.search) history.replaceState(null, '', addressOf(place) + location.hash);
    if (mode === shown) return;
    // Handed over to another front end, the person goes on reading the same line: until its page is whole, its place is kept.
    main.style.minBlockSize = mode === 'compare' ? '' : `${main.offsetHeight}px`;
    shown = mode;
    view?.close();
    view = null;
    moved(place);
    if (mode === 'compare') {
      main.replaceChildren();
      import('./compare/compare.ts').then(
        ({ openCompare }) => {
          if (shown === 'compare') view = openCompare(main, services, moved);
        },
        () => main.replaceChildren(h('p', { role: 'alert' }, shellMessages.loadFailed)),
      );
      return;
    }
    keep.set(lastKey, mode);
    view = openSingle(mode, main, services, moved);
    void view.opened.then(() => setTimeout(() => main.style.removeProperty('min-block-size'), keptMs));
  };

  return {
    open(place) {
      const address = addressOf(place);
      if (address !== location.pathname + location.search) history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate')); // to this router and to the nav of the page alike
    },
    place: () => readPlace(location.pathname, location.search, last()),
    reopen() {
      shown = null;
      show();
    },
    start(listener) {
      moved = listener;
      addEventListener('popstate', show);
      show();
    },
  };
}
