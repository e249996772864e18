import { type Format, formatMinutes } from './format.ts';
import { date, number } from './language.ts';
import type { Leaderboard } from './operations/generated.ts';

interface Day {
  date: string;
  minutes: number;
  flights: number;
  distanceNm: number;
}

const measuredBy = {
  HOURS: ({ minutes }) => minutes,
  FLIGHTS: ({ flights }) => flights,
  DISTANCE: ({ distanceNm }) => distanceNm,
} satisfies Record<Leaderboard, (of: Omit<Day, 'date'>) => number>;

/** The drawing, in its own units: one column of 10 for each day, the gap included. */
export const chartHeight = 100;
export const chartColumn = 10;

export interface Bar<D> {
  day: D;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each day, oldest first; the highest reaches the top, and what is not nothing can be seen. */
export function dailyBars<D extends Day>(daily: readonly D[], measure: Leaderboard): Bar<D>[] {
  const value = measuredBy[measure];
  const most = Math.max(...daily.map(value), 0);
  return daily.map((day, place) => {
    const share = most > 0 ? value(day) / most : 0;
    const height = share > 0 ? Math.max(Math.round(share * chartHeight), 2) : 0;
    return { day, x: place * chartColumn + 1, y: chartHeight - height, width: chartColumn - 2, height };
  });
}

type Flown = Omit<Day, 'date'>;

/** What was flown, by what it is measured by: `12:30`, `8`, `2,991 nm` */
export function formatFlown(of: Flown, measure: Leaderboard, format: Format): string {
  if (measure === 'HOURS') return formatMinutes(of.minutes);
  return measure === 'FLIGHTS' ? number(of.flights) : format.distance(of.distanceNm);
}

/** The day with the most, the first of several; undefined when nobody flew. */
export function bestDay<D extends Day>(daily: readonly D[], measure: Leaderboard): D | undefined {
  const value = measuredBy[measure];
  const best = daily.reduce<D | undefined>((best, day) => (value(day) > (best ? value(best) : 0) ? day : best), undefined);
  return best;
}

/** A date without a time: `2026-11-22` → `22 Nov` */
export function formatShortDay(day: string | undefined): string {
  return day ? date(day, { timeZone: 'UTC', day: '2-digit', month: 'short' }) : '';
}
