import { messages } from '@jetbridge/schema';
import { h } from '../dom.ts';

const minuteMs = 60_000;

/** UTC, as flights are planned and logged in it. Turns with the minute. */
export function clock(): HTMLElement {
  const time = h('time', { class: 'clock', title: messages.shell.clock });
  const turn = () => {
    const now = new Date();
    time.dateTime = `${now.toISOString().slice(0, 16)}Z`;
    time.textContent = `${now.toISOString().slice(11, 16)} ${messages.utc}`;
    setTimeout(turn, minuteMs - (now.getTime() % minuteMs));
  };
  turn();
  // Timers stand still while a laptop sleeps or a tab is frozen.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) time.textContent = `${new Date().toISOString().slice(11, 16)} ${messages.utc}`;
  });
  return time;
}
