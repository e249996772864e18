import { expect, it } from 'vitest';
import { healthFacts, healthFigures, healthTroubles } from './health.ts';

const fine = {
  ...{ version: '1.0.0', database: 'SQLite 3.50', projectionLagMs: 40, pendingMail: 0, failedMail: 0, connections: 3 },
  ...{ waitingEvents: 0, sessions: 2, stoppedAirlines: [], troubles: [] },
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

const absent = { airline: null, sequence: null, count: null, total: null, seconds: null, detail: null };
const told = { ...absent, level: 'BAD', since: '2026-11-22T12:00:00Z', sentence: 'As the server says it.', nextStep: 'Do it.' } as const;

it('says what is wrong and what to do, with what there is to say', () => {
  const troubles = healthTroubles({
    ...fine,
    troubles: [
      { ...told, code: 'NO_PROJECTOR', count: 1 },
      { ...told, code: 'PROJECTION_LAGS', level: 'WARN', count: 1_200, seconds: 130 },
      { ...told, code: 'AIRLINE_STOPPED', airline: 'NAX', sequence: 3, count: 4 },
    ],
  });
  expect(troubles.map(({ level, key, sentence }) => `${level} ${key}: ${sentence}`)).toEqual([
    'bad NO_PROJECTOR : No projector works: 1 event is not shown yet.',
    'warn PROJECTION_LAGS : The pages are 2 min behind: 1,200 events are not shown yet.',
    'bad AIRLINE_STOPPED NAX: The pages of NAX stand still: event 3 cannot be projected.',
  ]);
  expect(troubles[0]!.nextStep).toContain('jetbridge serve --roles projector');
});

it('takes the words of the server for what only a newer one knows', () => {
  const newer = { ...told, code: 'COFFEE_OUT' } as unknown as Parameters<typeof healthTroubles>[0]['troubles'][number];
  expect(healthTroubles({ ...fine, troubles: [newer] })).toMatchObject([{ sentence: 'As the server says it.', nextStep: 'Do it.' }]);
});
