import { type MountContext, shellMessages } from '@jetbridge/schema';
import { h } from './dom.ts';

const shownMs = 6_000;
const shownWithActionMs = 10_000; // as long as it can be undone
const shownBadMs = 12_000; // bad news takes longer to read

/** Fills the polite live region. A toast waits while the pointer or the focus is on it. */
export function createToasts(region: HTMLElement): MountContext['toast'] {
  return (message, kind = 'info', action) => {
    let timer = 0;
    const close = () => toast.remove();
    const start = () => {
      timer = window.setTimeout(close, kind === 'bad' ? shownBadMs : action ? shownWithActionMs : shownMs);
    };
    const stop = () => clearTimeout(timer);
    const act = () => {
      close();
      action?.run();
    };
    const toast = h(
      'div',
      { class: 'toast', 'data-kind': kind, onpointerenter: stop, onpointerleave: start, onfocusin: stop, onfocusout: start },
      h('span', {}, message),
      ...(action ? [h('button', { class: 'btn', type: 'button', onclick: act }, action.text)] : []),
      h('button', { class: 'btn', type: 'button', 'data-kind': 'quiet', 'aria-label': shellMessages.dismiss, onclick: close }, '×'),
    );
    region.append(toast);
    start();
  };
}
