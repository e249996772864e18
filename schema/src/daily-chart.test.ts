import { expect, it } from 'vitest';
import { dailyBars } from './daily-chart.ts';

const day = (date: string, flights: number, minutes: number) => ({ date, flights, minutes, distanceNm: 0 });
const daily = [day('2026-11-20', 4, 10), day('2026-11-21', 0, 0), day('2026-11-22', 1, 1_000)];

it('draws the best day to the top, by what is measured', () => {
  expect(dailyBars(daily, 'FLIGHTS').map(({ x, y, height }) => [x, y, height])).toEqual([
    [1, 0, 100],
    [11, 100, 0],
    [21, 75, 25],
  ]);
  expect(dailyBars(daily, 'HOURS').map(({ height }) => height)).toEqual([2, 0, 100]); // little, but not nothing
});

it('draws a month without flights', () => {
  expect(dailyBars(daily, 'DISTANCE').map(({ height }) => height)).toEqual([0, 0, 0]);
});
