import { expect, it } from 'vitest';
import { healthFacts, healthFigures } from './health.ts';

const fine = {
  ...{ version: '1.0.0', database: 'SQLite 3.50', projectionLagMs: 40, pendingMail: 0, failedMail: 0, connections: 3 },
  stoppedAirlines: [],
};
const levels = (change: Partial<Parameters<typeof healthFigures>[0]>) =>
  healthFigures({ ...fine, ...change }).flatMap(({ name, level }) => (level !== 'ok' ? [`${name}: ${level}`] : []));

it('has nothing to say against an installation that works', () => {
  expect(levels({})).toEqual([]);
  expect(healthFigures(fine)[0]).toEqual({ name: 'Pages behind by', text: '0 s', level: 'ok' });
  expect(healthFacts(fine)).toContainEqual({ name: 'Database', text: 'SQLite 3.50' });
});

it('points at what is slow, what fails, and what stands still', () => {
  const stopped = { code: 'NAX', reason: 'An event could not be read.', attempts: 4, since: '2026-11-22T12:00:00Z' };
  expect(levels({ projectionLagMs: 3_000, pendingMail: 60 })).toEqual(['Pages behind by: warn', 'Mail waiting: warn']);
  expect(levels({ projectionLagMs: 60_000, stoppedAirlines: [stopped] })).toEqual(['Pages behind by: bad', 'Stopped airlines: bad']);
  expect(levels({ failedMail: 1 })).toEqual(['Mail failing: warn']);
});
