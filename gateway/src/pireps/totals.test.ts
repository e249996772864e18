import { randomUUID } from 'node:crypto';
import { Projector, readModels, rebuild } from '@jetbridge/projector';
import { Rejected } from '@jetbridge/schema';
import { fold, type PirepEvent, pirepStream, rosterStream } from '@jetbridge/schema/events';
import { InProcessBus, MemberRow, PirepRow } from '@jetbridge/schema/storage';
import { aFlight, openPostgresTestStorage, openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { airportsOf } from './filing.ts';
import { type AutoAcceptRules, type PirepCommand, pirepDecider } from './pirep.decider.ts';

const never = 24 * 60 * 60_000;
const now = Date.parse('2026-01-02T00:00:00Z');
const places = ['ENGM', 'ENBR', 'ENVA', 'ENZV'] as const;
const by = { reviewer: { memberId: null, role: 'STAFF' }, ownReview: 'NOBODY' } as const;

const flight = fc.record({
  departure: fc.constantFrom(...places),
  arrival: fc.constantFrom(...places),
  hour: fc.integer({ min: 1, max: 4 }), // few, so that arrivals fall into the same minute
  minutes: fc.constantFrom(30, 60, 90),
  distanceNm: fc.option(fc.integer({ min: 1, max: 90_000 }).map((tenths) => tenths / 10)),
});
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('File'), pilot: fc.nat(2), flight, unread: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('Amend'), pirep: fc.nat(7), flight }) },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constantFrom('Accept', 'Accept', 'Reopen', 'Reopen', 'Reject', 'Withdraw', 'Ask', 'Answer', 'Comment'),
      pirep: fc.nat(7),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'Project' }) }, // where one batch of the projector ends
);
type Flight = typeof flight extends fc.Arbitrary<infer F> ? F : never;
type Step = { type: string; pilot?: number; pirep?: number; flight?: Flight; unread?: boolean };

function reported({ departure, arrival, hour, minutes, distanceNm }: Flight) {
  const offBlock = Date.parse('2026-01-01T00:00:00Z') + hour * 60 * 60_000;
  const times = { offBlockAt: new Date(offBlock).toISOString(), onBlockAt: new Date(offBlock + minutes * 60_000).toISOString() };
  const input = aFlight({ departure, arrival, ...times, distanceNm, training: true });
  return { input, airports: airportsOf(input), now };
}

function commandOf(step: Step, pirepId: string, memberId: string): PirepCommand {
  const rules: AutoAcceptRules = { autoAccept: step.unread ? 'ALL' : 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [] };
  const text = 'Why?';
  switch (step.type) {
    case 'File':
      return { type: 'File', pirepId, memberId, rules, ...reported(step.flight!) };
    case 'Amend':
      return { type: 'Amend', memberId, ...reported(step.flight!) };
    case 'Withdraw':
      return { type: 'Withdraw', memberId };
    case 'Answer':
      return { type: 'Answer', memberId, text };
    case 'Comment':
      return { type: 'Comment', author: by.reviewer, text };
    case 'Ask':
      return { type: 'Ask', text, ...by };
    case 'Accept':
      return { type: 'Accept', ...by };
    default:
      return { type: step.type as 'Reject' | 'Reopen', reason: text, ...by };
  }
}

const cluster = inject('postgresUrl');
const databases: [string, number, (() => Promise<TestStorage>) | undefined][] = [
  ['SQLite', 120, openTestStorage],
  ['PostgreSQL', 15, cluster ? () => openPostgresTestStorage(cluster) : undefined],
];

describe.each(databases)('whatever pilots and staff do, on %s', (_, numRuns, open) => {
  let test: TestStorage;
  let projector: Projector;
  beforeAll(async () => {
    if (!open) return;
    test = await open();
    const { storage, codec } = test;
    const fail = (error: unknown) => console.error(error);
    projector = new Projector({ storage, codec, bus: new InProcessBus(), projections: readModels, onError: fail, sweepMs: never });
    await projector.start();
  });
  afterAll(async () => {
    await projector?.close();
    await test?.[Symbol.asyncDispose]();
  });

  async function run(steps: readonly Step[]): Promise<void> {
    const airline = randomUUID();
    const pilots = [1, 2, 3].map((n) => `${airline}-m${n}`);
    const joined = { role: 'PILOT', joinedBy: 'OPEN' } as const;
    for (const [index, memberId] of pilots.entries())
      await test.append(airline, rosterStream, {
        type: 'MemberJoined',
        data: { memberId, userId: `${memberId}-u`, pilotNumber: index + 1, ...joined },
      });
    const streams: { pirepId: string; memberId: string; events: PirepEvent[] }[] = [];
    for (const step of steps) {
      if (step.type === 'Project') {
        await projector.settle();
        continue;
      }
      if (step.type === 'File') streams.push({ pirepId: `${airline}-p${streams.length}`, memberId: pilots[step.pilot!]!, events: [] });
      const stream = step.type === 'File' ? streams.at(-1) : streams[step.pirep! % streams.length];
      if (!stream) continue;
      try {
        const events = pirepDecider.decide(fold(pirepDecider, stream.events), commandOf(step, stream.pirepId, stream.memberId));
        stream.events.push(...events);
        await test.append(airline, pirepStream(stream.pirepId), ...events);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
      }
    }
    await projector.settle();
    const filed = streams.map(({ events }) => fold(pirepDecider, events).filed!);
    const rows = await test.storage.em().find(MemberRow, { airlineId: airline });
    for (const memberId of pilots) {
      const accepted = filed.filter((one) => one.memberId === memberId && one.state === 'ACCEPTED').map(({ report }) => report);
      const last = accepted.toSorted((a, b) => (a.onBlockAt + a.arrival < b.onBlockAt + b.arrival ? -1 : 1)).at(-1);
      const total = accepted.reduce((sum, { distanceNm }) => sum + Math.round(distanceNm * 10), 0);
      expect(rows.find(({ id }) => id === memberId)).toMatchObject({
        minutes: accepted.reduce((sum, { blockMinutes }) => sum + blockMinutes, 0),
        flights: accepted.length,
        distanceNm: total / 10,
        lastAirport: last?.arrival ?? null,
        lastOnBlockAt: last ? Date.parse(last.onBlockAt) : null,
      });
    }
    const states = await test.storage.em().find(PirepRow, { airlineId: airline });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(new Map(filed.map(({ pirepId, state }) => [pirepId, state])));
  }

  it.skipIf(!open)(
    'totals are the sum over accepted PIREPs, and the last airport is that of the latest arrival',
    async () => {
      const steps = fc.array(step as fc.Arbitrary<Step>, { maxLength: 30, size: 'max' });
      await fc.assert(fc.asyncProperty(steps, run), { numRuns, interruptAfterTimeLimit: 40_000 });
      const { storage, codec } = test;
      const before = await storage.em().find(MemberRow, {}, { orderBy: { id: 'asc' } });
      await rebuild({ storage, codec, projections: readModels });
      expect(await storage.em().find(MemberRow, {}, { orderBy: { id: 'asc' } })).toEqual(before);
    },
    60_000,
  );
});
