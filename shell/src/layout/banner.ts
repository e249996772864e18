import { type Live, messages } from '@jetbridge/schema';
import { h } from '../dom.ts';

/** Says below the bar that the connection is gone, for as long as it is. */
export function createBanner(region: HTMLElement, live: Live): void {
  region.setAttribute('role', 'status');
  const show = () => {
    if (live.value === 'offline') region.replaceChildren(h('div', { class: 'banner', 'data-kind': 'warn' }, messages.shell.offline));
    else region.replaceChildren();
  };
  live.subscribe(show);
  show();
}
