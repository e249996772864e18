import type { Services } from '../context.ts';
import { h } from '../dom.ts';
import { addressOf, type Framework, frameworks, type Place } from '../place.ts';
import { type Column, createColumn } from './column.ts';
import type { Fault } from './faults.ts';
import { countNodes, nextFrame } from './measure.ts';
import { mirror } from './mirror.ts';
import { observePanes } from './observe.ts';
import type { Options } from './options.ts';
import type { Samples } from './samples.ts';
import { Turns } from './turns.ts';

interface Ports {
  services: Services;
  samples: Samples;
  signal: AbortSignal;
  options(): Options;
  /** A pane went somewhere, and the others with it when they are linked. */
  moved(place: Place, replace: boolean): void;
  mended(framework: Framework): void;
}

export interface Panes {
  element: HTMLElement;
  opened: Promise<void>;
  /** Goes where the address says. */
  follow(place: Place): void;
  breakIt(framework: Framework, fault: Fault): void;
  close(): void;
}

/** Three front ends in one document, with one client, one cache and one socket: whatever happens, happens to all of them. */
export function createPanes(start: string, { services, samples, signal, options, moved, mended }: Ports): Panes {
  let leader: Framework = options().lead ?? 'react';
  const of = (framework: Framework): Column => columns.find((column) => column.framework === framework)!;
  const turns = new Turns({
    now: () => performance.now(),
    hidden: () => document.hidden,
    told: (framework) => of(framework).burden(),
    async frame(framework) {
      await nextFrame();
      return of(framework).watch.takeChanged();
    },
    painted: ({ framework, ms }) => samples.add({ metric: 'eventToPaint', framework, value: ms, at: performance.now() }),
  });
  const columns = frameworks.map((framework) =>
    createColumn(framework, start, {
      ...{ services, samples, turns, signal },
      moved: (replace) => lead(framework, replace),
      mended: () => mended(framework),
    }),
  );
  services.commands.current = () => columns.find(({ element }) => element.contains(document.activeElement))?.framework ?? leader;

  /** Linked, the other panes go where this one went; where one leads, only that is followed. */
  function lead(framework: Framework, replace: boolean): void {
    if (options().lead && framework !== options().lead) return;
    leader = framework;
    const { nav } = of(framework);
    const place: Place = { mode: 'compare', path: nav.path, search: nav.search };
    if (options().linked) for (const other of columns) if (addressIn(other) !== addressOf(place)) other.nav.follow(nav.path + nav.search);
    moved(place, replace);
  }

  const bodies = columns.map(({ body }) => body);
  const repeats = (from: HTMLElement) => options().mirrored && (!options().lead || of(options().lead!).body === from);
  mirror(bodies, repeats, signal);
  observePanes((node) => columns.find(({ element }) => element.contains(node))?.framework, samples, signal);
  countNodes((framework) => of(framework).body, samples, signal);
  const sleep = () => {
    for (const { pane } of columns) document.hidden ? pane.suspend() : pane.resume();
  };
  document.addEventListener('visibilitychange', sleep, { signal });
  return {
    element: h('div', { class: 'compare' }, ...columns.map(({ element }) => element)),
    opened: Promise.all(columns.map(({ pane }) => pane.open())).then(() => {}),
    follow({ path, search }) {
      for (const { framework, nav } of columns) if (options().linked || framework === leader) nav.follow(path + search);
    },
    breakIt: (framework, fault) => void of(framework).breakIt(fault),
    close() {
      for (const { pane, nav } of columns) {
        pane.close();
        nav.dispose();
      }
    },
  };
}

function addressIn({ nav: { path, search } }: Column): string {
  return addressOf({ mode: 'compare', path, search });
}
