import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from '../context.ts';
import { isBefore, type Position } from '../cursors.ts';
import type { Step } from '../graphql/changes.ts';
import { airlineTopic } from '../graphql/topics.ts';
import { writeTo } from './delivery.ts';
import { Feed, type FeedPorts } from './feed.ts';
import type { Outlet } from './outlet.ts';
import type { Shape } from './shapes.ts';
import { Subscriber } from './subscriber.ts';

const caller: Caller = { userId: 'u', sessionId: 's', apiKey: null, expiresAt: 0 };
const topic = airlineTopic('airline');
const shape = { key: 'all' } as Shape;
const name = ({ sequence, part }: Position) => `${sequence}.${part}`;

/** A log whose n-th event has as many changes as `parts[n]` says. */
function stepsOf(parts: number[]): Step[] {
  return parts.flatMap((count, event) =>
    Array.from({ length: count }, (_, part) => {
      const here = { sequence: event, part };
      const next = part + 1 === count ? { sequence: event + 1, part: 0 } : { sequence: event, part: part + 1 };
      const change = { kind: 'PIREP' as const, id: 'p', cursor: name(next), previous: name(here), at: 0, actorId: null, own: false };
      return { here, next, change };
    }),
  );
}

/** A reader that is told to be full after some frames, until it is drained. */
class Reader implements Outlet {
  open = true;
  pending = 0;
  readonly seen: string[] = [];
  /** How much it had seen when its operation ended. */
  seenAtEnd: number | undefined;
  constructor(
    private readonly fullEvery: number,
    private readonly drained: (callback: () => void) => void,
  ) {}
  write(frames: Buffer): void {
    for (let at = 0; at < frames.length; at += 2 + frames[at + 1]!) {
      this.seen.push(JSON.parse(frames.toString('utf8', at + 2, at + 2 + frames[at + 1]!)).payload);
      if (this.fullEvery > 0 && this.seen.length % this.fullEvery === 0) this.pending = 512 * 1024;
    }
  }
  whenDrained(callback: () => void): void {
    this.drained(() => {
      this.pending = 0;
      callback();
    });
  }
  closeSlow(): void {
    this.open = false;
  }
}

it('tells everybody every change after their place once and in order, whoever joins, leaves, stalls or fails, and when', async () => {
  const joining = fc.record({ at: fc.nat(), leaves: fc.boolean(), fullEvery: fc.constantFrom(0, 0, 3, 7) });
  const model = fc.asyncProperty(
    fc.scheduler(),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 25 }),
    fc.nat(),
    fc.array(joining, { minLength: 1, maxLength: 12 }),
    fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
    async (scheduler, parts, start, joins, dice) => {
      const steps = stepsOf(parts);
      let readable = start % parts.length;
      let listener = () => {};
      const perhapsFail = () => {
        if (dice.next().value === 0) throw new Error('the database is away for a moment');
      };
      const ports: FeedPorts = {
        readable: async () => {
          await scheduler.schedule(Promise.resolve(), 'readable');
          perhapsFail();
          return readable;
        },
        watch: (_, heard) => {
          listener = heard;
          return () => {};
        },
        read: async (_, position, upTo) => {
          await scheduler.schedule(Promise.resolve(), 'read');
          perhapsFail();
          return steps.filter(({ here }) => !isBefore(here, position) && here.sequence < Math.min(upTo, position.sequence + 3));
        },
        deliver: async (_, some, subscribers) => {
          const present = [...subscribers];
          await scheduler.schedule(Promise.resolve(), 'deliver');
          perhapsFail();
          writeTo(
            present,
            some,
            some.map(({ change }) => Buffer.from(JSON.stringify(change.cursor))),
          );
        },
        pause: () => scheduler.schedule(Promise.resolve(), 'pause'),
      };
      const feed = new Feed(topic, ports);
      const following = feed.follow();

      const readers = joins.map(({ at, leaves, fullEvery }, index) => {
        const known = steps.filter(({ here }) => here.sequence < readable);
        const place = known.length === 0 ? { sequence: 0, part: 0 } : known[at % known.length]!.here;
        const outlet = new Reader(fullEvery, (callback) => void scheduler.schedule(Promise.resolve(), 'drain').then(callback));
        const subscriber = new Subscriber(
          `${index}`,
          topic,
          caller,
          shape,
          outlet,
          place,
          (started) => feed.join(started),
          (ended) => {
            outlet.seenAtEnd = outlet.seen.length;
            feed.leave(ended);
          },
        );
        void scheduler.schedule(Promise.resolve(), 'join').then(() => void subscriber.next());
        if (leaves) void scheduler.schedule(Promise.resolve(), 'leave').then(() => subscriber.end());
        return { place, outlet, subscriber };
      });
      for (let n = readable + 1; n <= parts.length; n++) {
        void scheduler.schedule(Promise.resolve(), 'append').then(() => {
          readable = Math.max(readable, n);
          listener();
        });
      }
      await scheduler.waitIdle();
      feed.close();
      await scheduler.waitIdle();
      await following;

      for (const { place, outlet, subscriber } of readers) {
        const due = steps.filter(({ here }) => !isBefore(here, place)).map(({ change }) => change.cursor);
        expect(outlet.seen).toEqual(subscriber.ended ? due.slice(0, outlet.seenAtEnd) : due);
      }
      expect(feed.size).toBe(readers.filter(({ subscriber }) => !subscriber.ended).length);
    },
  );
  await fc.assert(model, { numRuns: 1_000 });
});
