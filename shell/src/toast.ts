import { type MountContext, messages } from '@jetbridge/schema';
import { h } from './dom.ts';

const shownMs = 6_000;
const shownBadMs = 12_000; // bad news takes longer to read

/** Fills the polite live region. A toast waits while the pointer or the focus is on it. */
export function createToasts(region: HTMLElement): MountContext['toast'] {
  region.setAttribute('aria-label', messages.shell.notifications);
  return (message, kind = 'info') => {
    let timer = 0;
    const close = () => toast.remove();
    const start = () => {
      timer = window.setTimeout(close, kind === 'bad' ? shownBadMs : shownMs);
    };
    const stop = () => clearTimeout(timer);
    const toast = h(
      'div',
      { class: 'toast', 'data-kind': kind, onpointerenter: stop, onpointerleave: start, onfocusin: stop, onfocusout: start },
      h('span', {}, message),
      h('button', { class: 'btn', type: 'button', 'data-kind': 'quiet', 'aria-label': messages.shell.dismiss, onclick: close }, '×'),
    );
    region.append(toast);
    start();
  };
}
