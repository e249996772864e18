import { compareMessages, type RemoteModule, shellMessages } from '@jetbridge/schema';
import { contextWith, type Services } from '../context.ts';
import { h } from '../dom.ts';
import { focusHeading } from '../focus.ts';
import { keepLinksInside } from '../layout/links.ts';
import { RemotePane } from '../layout/remote-pane.ts';
import { memoryNav, type PaneNav } from '../nav.ts';
import type { Framework } from '../place.ts';
import { type Fault, loadBroken, work } from './faults.ts';
import { PaneWatch } from './measure.ts';
import { paneClient } from './pane-client.ts';
import type { Samples } from './samples.ts';
import type { Turns } from './turns.ts';

export interface Column {
  framework: Framework;
  nav: PaneNav;
  pane: RemotePane;
  watch: PaneWatch;
  body: HTMLElement;
  element: HTMLElement;
  /** Opens the front end anew, broken so. */
  breakIt(fault: Fault): Promise<void>;
  /** What a change costs it besides its own work. */
  burden(): void;
}

interface Ports {
  services: Services;
  samples: Samples;
  turns: Turns;
  signal: AbortSignal;
  /** The pane itself has moved. */
  moved(replace: boolean): void;
  /** It is whole again: what was broken is mended by opening it once more. */
  mended(): void;
}

/** One pane of /compare: a front end, and all that is measured and broken about it. */
export function createColumn(framework: Framework, at: string, { services, samples, turns, signal, moved, mended }: Ports): Column {
  const nav = memoryNav(framework, at, moved);
  const path = h('code', {});
  const alone = h('a', {}, compareMessages.openAlone);
  const body = h('div', { class: 'pane-body' });
  const element = h(
    'section',
    { class: 'pane', 'aria-label': shellMessages.framework[framework] },
    h('header', { class: 'pane-head' }, h('h2', {}, shellMessages.framework[framework]), path, alone),
    body,
  );
  keepLinksInside(body, nav, signal);
  const watch = new PaneWatch(framework, body, samples, signal);
  let fault: Fault = 'none';
  const burden = () => {
    if (fault === 'busy') work();
  };
  for (const type of ['pointerup', 'keydown']) body.addEventListener(type, burden, { capture: true, signal });

  let last = nav.path;
  const show = () => {
    const where = nav.path + nav.search;
    path.textContent = where;
    alone.href = nav.href(where);
    if (nav.path !== last && services.commands.current() === framework) focusHeading(body, signal); // of three only where the person is
    last = nav.path;
  };
  nav.subscribe(show);
  show();

  const load = async (name: Framework, retry: number): Promise<RemoteModule> => {
    watch.opened();
    const now = fault;
    if (now !== 'busy' && now !== 'none') {
      fault = 'none'; // once: the next attempt is the way back
      mended();
    }
    return loadBroken(name, retry, now);
  };
  const among = { among: true, load };
  const inTurn = { ...services, client: paneClient(services.client, framework, turns) };
  const pane = new RemotePane(framework, body, contextWith(inTurn, nav, among), among);
  return {
    ...{ framework, nav, pane, watch, body, element, burden },
    breakIt(chosen) {
      fault = chosen;
      return chosen === 'busy' ? Promise.resolve() : pane.open();
    },
  };
}
