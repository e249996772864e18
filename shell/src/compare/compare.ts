import { shellMessages } from '@jetbridge/schema';
import { contextWith, type Services } from '../context.ts';
import { h } from '../dom.ts';
import { focusHeading } from '../focus.ts';
import { keepLinksInside } from '../layout/links.ts';
import { RemotePane } from '../layout/remote-pane.ts';
import type { View } from '../layout/single.ts';
import { memoryNav, type PaneNav } from '../nav.ts';
import { addressOf, type Framework, frameworks, type Place, readPlace } from '../place.ts';

interface Column {
  framework: Framework;
  nav: PaneNav;
  pane: RemotePane;
  element: HTMLElement;
}

/** Three front ends on the same data. The address bar follows the pane that moved last; when linked, so do the other panes. */
export function openCompare(main: HTMLElement, services: Services, moved: (place: Place) => void): View {
  const texts = shellMessages;
  const stop = new AbortController();
  const { signal } = stop;
  const linked = h('input', { type: 'checkbox', role: 'switch', checked: true });
  let leader: Framework = 'react';
  const start = whereOf(readHere());
  const columns = frameworks.map((framework) => column(framework, start));
  services.commands.current = () => columns.find(({ element }) => element.contains(document.activeElement))?.framework ?? leader;
  main.replaceChildren(
    h(
      'div',
      { class: 'compare-bar' },
      h('h1', { tabindex: '-1' }, texts.compareTitle),
      h('label', { class: 'switch', title: texts.linkedHint }, linked, h('span', {}, texts.linked)),
    ),
    h('div', { class: 'compare' }, ...columns.map(({ element }) => element)),
  );
  document.title = `${texts.compareTitle} · ${shellMessages.product}`;
  moved(readHere());
  const back = () => {
    const place = readHere();
    if (place.mode !== 'compare') return; // left for one front end alone: the shell is about to close this
    for (const { framework, nav } of columns) if (linked.checked || framework === leader) nav.follow(whereOf(place));
    moved(place);
  };
  addEventListener('popstate', back, { signal });
  const sleep = () => {
    for (const { pane } of columns) document.hidden ? pane.suspend() : pane.resume();
  };
  document.addEventListener('visibilitychange', sleep, { signal });
  const opened = Promise.all(columns.map(({ pane }) => pane.open())).then(() => {});

  function column(framework: Framework, at: string): Column {
    const nav = memoryNav(framework, at, (replace) => {
      leader = framework;
      lead(nav, replace);
    });
    const path = h('code', {});
    const alone = h('a', {}, texts.openAlone);
    const body = h('div', { class: 'pane-body' });
    const element = h(
      'section',
      { class: 'pane', 'aria-label': texts.framework[framework] },
      h('header', { class: 'pane-head' }, h('h2', {}, texts.framework[framework]), path, alone),
      body,
    );
    keepLinksInside(body, nav, signal);
    let last = nav.path;
    const show = () => {
      path.textContent = whereOf(nav);
      alone.href = nav.href(whereOf(nav));
      if (nav.path !== last && services.commands.current() === framework) focusHeading(body, signal); // of three only where the person is
      last = nav.path;
    };
    nav.subscribe(show);
    show();
    const among = { among: true };
    return { framework, nav, element, pane: new RemotePane(framework, body, contextWith(services, nav, among), among) };
  }

  /** The address bar, and the other panes when linked, go where this one went. */
  function lead(nav: PaneNav, replace: boolean): void {
    const place: Place = { mode: 'compare', path: nav.path, search: nav.search };
    const same = addressOf(place) === location.pathname + location.search;
    history[replace || same ? 'replaceState' : 'pushState'](null, '', addressOf(place));
    if (linked.checked) for (const other of columns) if (whereOf(other.nav) !== whereOf(nav)) other.nav.follow(whereOf(nav));
    moved(place);
  }

  return {
    opened,
    close() {
      stop.abort();
      for (const { pane, nav } of columns) {
        pane.close();
        nav.dispose();
      }
    },
  };
}

function readHere(): Place {
  return readPlace(location.pathname, location.search, 'react');
}

function whereOf({ path, search }: { path: string; search: string }): string {
  return path + search;
}
