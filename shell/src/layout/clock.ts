import { type Observable, type Preferences, shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';

const minuteMs = 60_000;

/** UTC, as flights are planned and logged in it; beside it the time here, for who likes that. Turns with the minute. */
export function clock(spoken: Observable<unknown>, preferences: Preferences): HTMLElement {
  const time = h('time', { class: 'clock' });
  const show = () => {
    const now = new Date();
    const utc = now.toISOString();
    const here = preferences.value.time === 'UTC' ? '' : ` (${now.toTimeString().slice(0, 5)})`;
    time.dateTime = `${utc.slice(0, 16)}Z`;
    time.textContent = `${utc.slice(11, 16)} ${shellMessages.utc}${here}`;
    time.title = shellMessages.clock;
  };
  const turn = () => {
    show();
    setTimeout(turn, minuteMs - (Date.now() % minuteMs));
  };
  turn();
  for (const source of [spoken, preferences]) source.subscribe(show);
  // Timers stand still while a laptop sleeps or a tab is frozen.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) show();
  });
  return time;
}
