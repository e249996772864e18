import { type Observable, shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';

const minuteMs = 60_000;

/** UTC, as flights are planned and logged in it. Turns with the minute. */
export function clock(spoken: Observable<unknown>): HTMLElement {
  const time = h('time', { class: 'clock' });
  const show = () => {
    const now = new Date().toISOString();
    time.dateTime = `${now.slice(0, 16)}Z`;
    time.textContent = `${now.slice(11, 16)} ${shellMessages.utc}`;
    time.title = shellMessages.clock;
  };
  const turn = () => {
    show();
    setTimeout(turn, minuteMs - (Date.now() % minuteMs));
  };
  turn();
  spoken.subscribe(show);
  // Timers stand still while a laptop sleeps or a tab is frozen.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) show();
  });
  return time;
}
