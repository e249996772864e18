import { type Live, type Observable, type Preferences, shellMessages, to } from '@jetbridge/schema';
import { h, icon } from '../dom.ts';
import { addressOf, type Mode, type Place } from '../place.ts';
import { isMac } from '../platform.ts';
import type { Value } from '../value.ts';
import { clock } from './clock.ts';
import { preferencesId } from './preferences-menu.ts';

const modes: readonly Mode[] = ['react', 'vue', 'svelte', 'compare'];

interface Parts {
  live: Live;
  liveUsed: Value<boolean>;
  spoken: Observable<unknown>;
  preferences: Preferences;
  /** Opens a place without loading the page anew. */
  open(place: Place): void;
  palette(): void;
}

/** Fills the bar at the top; the answer tells it where the person is. */
export function createTopbar(
  bar: HTMLElement,
  { live, liveUsed, spoken, preferences: preferred, open, palette }: Parts,
): (place: Place) => void {
  let here: Place | null = null;
  const link = (text: () => string, target: (from: Place) => Place, className?: string) => {
    const anchor = h('a', { class: className });
    anchor.addEventListener('click', (event) => {
      if (!here || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(target(here));
    });
    return {
      anchor,
      say: () => {
        anchor.textContent = text();
      },
      show: (place: Place) => {
        anchor.href = addressOf(target(place));
      },
    };
  };
  const brand = link(
    () => shellMessages.product,
    ({ mode }) => ({ mode, path: to.airlines(), search: '' }),
    'topbar-brand',
  );
  const links = modes.map((mode) => ({
    mode,
    ...link(
      () => shellMessages.framework[mode],
      (place) => ({ ...place, mode }),
    ),
  }));
  const nav = h('nav', { class: 'seg' }, ...links.map(({ anchor }) => anchor));
  const search = h('button', {
    class: 'btn',
    type: 'button',
    'data-kind': 'quiet',
    'aria-keyshortcuts': isMac ? 'Meta+K' : 'Control+K',
    onclick: palette,
  });
  const preferences = h('button', { class: 'btn', type: 'button', 'data-kind': 'quiet', popovertarget: preferencesId });
  const dot = h('span', { class: 'live-dot' });
  const showLive = () => {
    dot.hidden = !liveUsed.value;
    dot.dataset.state = live.value;
    dot.textContent = live.value === 'offline' ? shellMessages.offlineShort : shellMessages.live[live.value];
  };
  const say = () => {
    for (const each of [brand, ...links]) each.say();
    nav.setAttribute('aria-label', shellMessages.frameworks);
    search.replaceChildren(icon('search'), h('span', {}, shellMessages.search), shortcut());
    preferences.replaceChildren(icon('sliders'), h('span', {}, shellMessages.preferences));
    showLive();
  };
  for (const source of [live, liveUsed]) source.subscribe(showLive);
  spoken.subscribe(say);
  say();
  bar.append(brand.anchor, nav, h('div', { class: 'cluster topbar-end' }, dot, clock(spoken, preferred), search, preferences));
  return (place) => {
    here = place;
    brand.show(place);
    for (const { mode, anchor, show } of links) {
      show(place);
      if (mode === place.mode) anchor.setAttribute('aria-current', 'page');
      else anchor.removeAttribute('aria-current');
    }
  };
}

/** For the eye only: `aria-keyshortcuts` says it to the rest. */
function shortcut(): HTMLElement {
  const keys = [isMac ? '⌘' : shellMessages.ctrl, 'K'].map((key) => h('kbd', { class: 'kbd' }, key));
  return h('span', { class: 'keys', 'aria-hidden': 'true' }, ...keys);
}
