import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { findNatsServer, startNatsServer } from '../testing/index.ts';
import type { Hint } from './bus.ts';
import { NatsBus, parseHint } from './nats-bus.ts';

const hint = (sequence: number): Hint => ({ about: 'appended', tenant: 'airline-1', sequence });

/** A bus, what it heard and what it said of its connection; `heard(n)` and `said(text)` wait for it. */
function listen(url: string) {
  const waiting = new Set<() => void>();
  const hints: number[] = [];
  const statuses: string[] = [];
  const wake = () => waiting.forEach((check) => void check());
  const until = (reached: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!reached()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  const bus = new NatsBus(url, (status) => {
    statuses.push(status);
    wake();
  });
  bus.subscribe(({ sequence }) => {
    hints.push(sequence);
    wake();
  });
  return {
    bus,
    hints,
    heard: (sequence: number) => until(() => hints.includes(sequence)),
    said: (text: string, times = 1) => until(() => statuses.filter((status) => status.includes(text)).length >= times),
    [Symbol.asyncDispose]: () => bus.close(),
  };
}

it('takes nothing for a hint that is none', () => {
  expect(parseHint('jetbridge.projected.airline-1', '7')).toEqual({ about: 'projected', tenant: 'airline-1', sequence: 7 });
  for (const [subject, payload] of [
    ['jetbridge.deleted.airline-1', '7'],
    ['jetbridge.appended.a.b', '7'],
    ['jetbridge.appended.a', 'seven'],
    ['jetbridge.appended.a', '-1'],
    ['jetbridge.appended.a', ''],
  ] as const)
    expect(parseHint(subject, payload)).toBeUndefined();
});

it('tells its own process without NATS, and ends while nobody answers', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as { port: number };
  nobody.close();
  await using alone = listen(`nats://127.0.0.1:${port}`);
  alone.bus.publish(hint(1));
  expect(alone.hints).toEqual([1]);
  await alone.said('cannot be reached');
});

const binary = findNatsServer();
describe.skipIf(!binary)(binary ? 'with a NATS server' : 'with a NATS server: skipped, there is no nats-server here', () => {
  it('carries a hint to every other process, and tells its own once', async () => {
    await using server = await startNatsServer(binary!);
    await using one = listen(server.url);
    await using two = listen(server.url);
    await Promise.all([one.said('connected'), two.said('connected')]);
    one.bus.publish(hint(1));
    expect(one.hints).toEqual([1]);
    await two.heard(1);
    two.bus.publish(hint(2));
    await one.heard(2);
    expect([one.hints, two.hints]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('goes on alone when NATS is killed, and finds it again', async () => {
    await using server = await startNatsServer(binary!);
    await using one = listen(server.url);
    await using two = listen(server.url);
    await Promise.all([one.said('connected'), two.said('connected')]);
    await server.kill();
    await Promise.all([one.said('lost'), two.said('lost')]);
    one.bus.publish(hint(1));
    expect(one.hints).toEqual([1]);
    await server.start();
    await Promise.all([one.said('connected', 2), two.said('connected', 2)]);
    one.bus.publish(hint(2));
    await two.heard(2);
    expect(two.hints).toEqual([2]); // what was said meanwhile is for the sweeps
  });
});
