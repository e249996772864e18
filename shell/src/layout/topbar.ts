import { type Live, messages, type Theme, to } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { addressOf, type Mode, type Place } from '../place.ts';
import type { Value } from '../value.ts';
import { clock } from './clock.ts';

const modes: readonly Mode[] = ['react', 'vue', 'svelte', 'compare'];
const themes: readonly Theme['value'][] = ['system', 'light', 'dark'];

interface Parts {
  theme: Theme;
  live: Live;
  liveUsed: Value<boolean>;
  /** Opens a place without loading the page anew. */
  open(place: Place): void;
}

/** Fills the bar at the top; the answer tells it where the person is. */
export function createTopbar(bar: HTMLElement, { theme, live, liveUsed, open }: Parts): (place: Place) => void {
  const texts = messages.shell;
  let here: Place | null = null;
  const link = (text: string, target: (from: Place) => Place, className?: string) => {
    const anchor = h('a', { class: className }, text);
    anchor.addEventListener('click', (event) => {
      if (!here || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(target(here));
    });
    return {
      anchor,
      show: (place: Place) => {
        anchor.href = addressOf(target(place));
      },
    };
  };
  const brand = link(messages.product, ({ mode }) => ({ mode, path: to.airlines(), search: '' }), 'topbar-brand');
  const links = modes.map((mode) => ({ mode, ...link(texts.framework[mode], (place) => ({ ...place, mode })) }));
  bar.append(
    brand.anchor,
    h('nav', { class: 'seg', 'aria-label': texts.frameworks }, ...links.map(({ anchor }) => anchor)),
    h('div', { class: 'cluster' }, liveDot(live, liveUsed), clock(), themeButton(theme)),
  );
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

function themeButton(theme: Theme): HTMLElement {
  const texts = messages.shell.theme;
  const button = h('button', {
    class: 'btn',
    type: 'button',
    'data-kind': 'quiet',
    onclick: () => theme.set(themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? 'system'),
  });
  const show = () => {
    button.textContent = texts[theme.value];
    button.setAttribute('aria-label', `${texts.label}: ${texts[theme.value]}`);
  };
  theme.subscribe(show);
  show();
  return button;
}

function liveDot(live: Live, used: Value<boolean>): HTMLElement {
  const dot = h('span', { class: 'live-dot' });
  const show = () => {
    dot.hidden = !used.value;
    dot.dataset.state = live.value;
    dot.textContent = live.value === 'offline' ? messages.shell.offlineShort : messages.live[live.value];
  };
  live.subscribe(show);
  used.subscribe(show);
  show();
  return dot;
}
