import type { PirepState } from './operations/generated.ts';

/** Outlines on a 16 × 16 grid, stroked with the colour of the text: `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=… /></svg>`. */
export const icons = {
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.75V8l2.25 1.5',
  question: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.4 6.3a1.65 1.65 0 1 1 2.4 1.45c-.5.27-.8.6-.8 1.1M8 11.1v.05',
  check: 'm3.5 8.5 3 3 6-7',
  cross: 'm4 4 8 8m0-8-8 8',
  undo: 'M6.5 3.5 3 7l3.5 3.5M3.5 7H10a3 3 0 0 1 0 6H7',
  warning: 'M8 2.5 14.2 13.5H1.8ZM8 6.5v3.25M8 11.6v.05',
  arrow: 'M3 8h10M9.5 4.5 13 8l-3.5 3.5',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5v3.25M8 5.2v.05',
  copy: 'M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3Z',
  plus: 'M8 3v10M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.5 10.5 14 14',
  sliders: 'M2.5 5h4m3 0h4M6.5 3v4M2.5 11h7m3 0h1M9.5 9v4',
} as const;

export type IconName = keyof typeof icons;

export const stateIcons: Record<PirepState, IconName> = {
  PENDING: 'clock',
  AWAITING_PILOT: 'question',
  ACCEPTED: 'check',
  REJECTED: 'cross',
  WITHDRAWN: 'undo',
};
