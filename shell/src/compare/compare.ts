import { shellMessages } from '@jetbridge/schema';
import type { Services } from '../context.ts';
import type { View } from '../layout/single.ts';
import { addressOf, type Place, readPlace } from '../place.ts';
import { createBar } from './bar.ts';
import { loadFacts } from './facts.ts';
import { createFrames } from './isolated.ts';
import { hashOf, type Options, readOptions } from './options.ts';
import { createPanes } from './panes.ts';
import { Samples } from './samples.ts';
import { createScoreboard } from './scoreboard.ts';
import { createSourceView } from './source-view.ts';

/** Three front ends on the same data, and what is measured of them. The address says which page, and behind `#` how they are put together. */
export function openCompare(main: HTMLElement, services: Services, told: (place: Place) => void): View {
  const stop = new AbortController();
  const { signal } = stop;
  let options: Options = readOptions(location.hash);
  const samples = new Samples();
  const facts = loadFacts();
  const source = createSourceView(facts);
  const arrived = (place: Place) => {
    source.show(place.path);
    told(place);
  };
  const moved = (place: Place, replace = false) => {
    const same = addressOf(place) === location.pathname + location.search;
    history[replace || same ? 'replaceState' : 'pushState'](null, '', addressOf(place) + hashOf(options));
    arrived(place);
  };
  const start = whereOf(readHere());
  const bar = createBar({
    options,
    samples,
    changed(change) {
      options = { ...options, ...change };
      history.replaceState(null, '', location.pathname + location.search + hashOf(options));
      if ('isolated' in change) location.reload(); // documents of their own begin with none
      source.element.hidden = !options.source;
    },
    breakIt: (framework, fault) => panes?.breakIt(framework, fault),
  });
  const panes = options.isolated
    ? null
    : createPanes(start, { ...{ services, samples, signal, moved }, options: () => options, mended: bar.mended });
  const shown =
    panes?.element ?? createFrames(start, { ...{ samples, signal, moved }, linked: () => options.linked, lead: () => options.lead });
  source.element.hidden = !options.source;
  main.replaceChildren(bar.element, shown, source.element, createScoreboard(options.isolated, samples, facts, signal));
  document.title = `${shellMessages.compareTitle} · ${shellMessages.product}`;
  arrived(readHere());
  const back = () => {
    const place = readHere();
    if (place.mode !== 'compare') return; // left for one front end alone: the shell is about to close this
    panes?.follow(place);
    arrived(place);
  };
  addEventListener('popstate', back, { signal });
  return {
    opened: panes?.opened ?? Promise.resolve(),
    close() {
      stop.abort();
      panes?.close();
    },
  };
}

function readHere(): Place {
  return readPlace(location.pathname, location.search, 'react');
}

function whereOf({ path, search }: Place): string {
  return path + search;
}
