import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Caller } from '../context.ts';
import type { Step } from '../graphql/changes.ts';
import { airlineTopic } from '../graphql/topics.ts';
import { writeTo } from './delivery.ts';
import { Feed } from './feed.ts';
import type { Outlet } from './outlet.ts';
import type { Shape } from './shapes.ts';
import { Subscriber } from './subscriber.ts';

const caller: Caller = { userId: 'u', sessionId: 's', apiKey: null, expiresAt: 0 };
const topic = airlineTopic('airline');
const longestRestMs = 30_000;
const changes = 6;

/** One change per event, two read at a time. */
const steps: Step[] = Array.from({ length: changes }, (_, sequence) => ({
  here: { sequence, part: 0 },
  next: { sequence: sequence + 1, part: 0 },
  change: { kind: 'PIREP', id: 'p', cursor: `${sequence + 1}`, previous: `${sequence}`, at: 0, actorId: null, own: false },
}));

/** A reader that takes nothing until it is told to. */
class Sleeper implements Outlet {
  open = true;
  pending = 0;
  writes = 0;
  wake = () => {};
  write(): void {
    this.writes++;
    this.pending = 300 * 1024;
  }
  whenDrained(callback: () => void): void {
    this.wake = () => {
      this.pending = 0;
      callback();
    };
  }
  closeSlow(): void {
    this.open = false;
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Catches up from the start, and rests after the first delivery. */
async function resting() {
  const outlet = new Sleeper();
  const feed = new Feed(topic, {
    readable: async () => changes,
    watch: () => () => {},
    read: async (_, position, upTo) => steps.filter(({ here }) => here.sequence >= position.sequence && here.sequence < upTo).slice(0, 2),
    deliver: async (_, some, subscribers) => {
      writeTo(
        [...subscribers],
        some,
        some.map(() => Buffer.from('{}')),
      );
    },
    pause: async () => {},
  });
  const following = feed.follow();
  const subscriber = new Subscriber(
    '1',
    topic,
    caller,
    { key: 'all' } as Shape,
    outlet,
    { sequence: 0, part: 0 },
    (started) => feed.join(started),
    (ended) => feed.leave(ended),
  );
  void subscriber.next();
  await settle();
  expect(outlet.writes).toBe(1);
  const close = async () => {
    feed.close();
    await following;
  };
  return { feed, subscriber, outlet, [Symbol.asyncDispose]: close };
}

/** Everything that waits for nothing but promises has happened. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

it('rests while its reader has much to read, and closes it as too slow after thirty seconds without progress', async () => {
  await using world = await resting();
  const { subscriber, outlet, feed } = world;
  await vi.advanceTimersByTimeAsync(longestRestMs - 1);
  expect([outlet.open, subscriber.ended, outlet.writes, feed.catchingUp]).toEqual([true, false, 1, 1]);
  await vi.advanceTimersByTimeAsync(1);
  expect([outlet.open, subscriber.ended, feed.size]).toEqual([false, true, 0]);
});

it('goes on when the reader has read it all, and gives it thirty seconds again for what follows', async () => {
  await using world = await resting();
  const { subscriber, outlet } = world;
  for (let writes = 1; writes < changes / 2; writes++) {
    await vi.advanceTimersByTimeAsync(longestRestMs - 1);
    expect([outlet.writes, outlet.open]).toEqual([writes, true]);
    outlet.wake();
    await settle();
  }
  expect(outlet.writes).toBe(changes / 2);
  outlet.wake();
  await settle();
  expect([subscriber.catchingUp, subscriber.position.sequence]).toEqual([false, changes]);
  await vi.advanceTimersByTimeAsync(2 * longestRestMs);
  expect([outlet.open, subscriber.ended]).toEqual([true, false]); // no rest is left behind
});

it('forgets a rest whose subscriber left', async () => {
  await using world = await resting();
  const { subscriber, outlet } = world;
  subscriber.end();
  await vi.advanceTimersByTimeAsync(longestRestMs);
  outlet.wake();
  await settle();
  expect([outlet.open, outlet.writes]).toEqual([true, 1]);
});
