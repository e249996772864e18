import { type Live, type Observable, shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';

/** Says below the bar that the connection is gone, for as long as it is, and how much waits for it. */
export function createBanner(region: HTMLElement, live: Live, waiting: Observable<number>, spoken: Observable<unknown>): void {
  region.setAttribute('role', 'status');
  const show = () => {
    const texts = [live.value === 'offline' ? shellMessages.offline : '', waiting.value > 0 ? shellMessages.waiting(waiting.value) : ''];
    const text = texts.filter(Boolean).join(' ');
    region.replaceChildren(...(text ? [h('div', { class: 'banner', 'data-kind': 'warn' }, text)] : []));
  };
  live.subscribe(show);
  waiting.subscribe(show);
  spoken.subscribe(show);
  show();
}
