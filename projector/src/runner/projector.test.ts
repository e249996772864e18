import { InProcessBus, MemberRow } from '@jetbridge/schema/storage';
import { openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { readModels } from '../projections/read-models.ts';
import { Projector, type ProjectorOptions } from './projector.ts';

const join = (n: number) => ({
  type: 'MemberJoined',
  data: { memberId: `m${n}`, userId: `u${n}`, role: 'PILOT', pilotNumber: n, joinedBy: 'OPEN' },
});
const never = 24 * 60 * 60_000;

async function start(test: TestStorage, over: Partial<ProjectorOptions> = {}) {
  const errors: string[] = [];
  const bus = new InProcessBus();
  const { storage, codec } = test;
  const projector = new Projector({
    storage,
    codec,
    bus,
    projections: readModels,
    onError: (_, tenant) => errors.push(tenant),
    sweepMs: never,
    ...over,
  });
  await projector.start();
  return { projector, bus, errors, [Symbol.asyncDispose]: () => projector.close() };
}

const members = ({ storage }: TestStorage, airlineId: string) => storage.em().count(MemberRow, { airlineId });

describe('the projector', () => {
  it('applies at its start what was appended before', async () => {
    await using test = await openTestStorage();
    await test.append('a', 'roster', join(1), join(2));
    await using running = await start(test);
    await running.projector.settle();
    expect(await members(test, 'a')).toBe(2);
  });

  it('follows a hint, and says how far it is', async () => {
    await using test = await openTestStorage();
    await using running = await start(test);
    const projected = new Promise((resolve) => running.bus.subscribe((hint) => hint.about === 'projected' && resolve(hint)));
    await test.append('a', 'roster', join(1));
    running.bus.publish({ about: 'appended', tenant: 'a', sequence: 1 });
    expect(await projected).toEqual({ about: 'projected', tenant: 'a', sequence: 1 });
    expect(await members(test, 'a')).toBe(1);
  });

  it('finds by its sweep what no hint told', async () => {
    await using test = await openTestStorage();
    await using running = await start(test, { sweepMs: 5 });
    const projected = new Promise((resolve) => running.bus.subscribe(resolve));
    await test.append('a', 'roster', join(1));
    await projected;
    expect(await members(test, 'a')).toBe(1);
  });

  it('counts nothing twice when two of them follow the same log', async () => {
    await using test = await openTestStorage();
    await using one = await start(test);
    await using two = await start(test);
    for (let n = 1; n <= 40; n++) await test.append('a', 'roster', join(n));
    await Promise.all([one.projector.settle(), two.projector.settle()]);
    expect(await members(test, 'a')).toBe(40);
    expect([...one.errors, ...two.errors]).toEqual([]);
  });

  it('goes on where it stopped', async () => {
    await using test = await openTestStorage();
    const first = await start(test);
    await test.append('a', 'roster', join(1));
    await first.projector.settle();
    await first.projector.close();
    await test.append('a', 'roster', join(2));
    await using second = await start(test);
    await second.projector.settle();
    expect(await members(test, 'a')).toBe(2);
  });

  it('stops only the tenant of an event it cannot apply, and shows why', async () => {
    await using test = await openTestStorage();
    await test.append('bad', 'pirep-x', { type: 'PirepRejected', data: { pirepId: 'x', memberId: 'm', reviewerId: null, reason: 'r' } });
    await test.append('good', 'roster', join(1));
    await using running = await start(test);
    await running.projector.settle();
    expect(await members(test, 'good')).toBe(1);
    expect([...running.projector.stopped.keys()]).toEqual(['bad']);
    expect(running.projector.stopped.get('bad')?.error).toContain('rm_pirep has no row x');
    expect(running.errors).toEqual(['bad']);
  });

  it('gives every tenant its turn while one is far behind', async () => {
    await using test = await openTestStorage();
    const joins = Array.from({ length: 1_200 }, (_, n) => join(n + 1));
    await test.append('large', 'roster', ...joins);
    await test.append('small', 'roster', join(1));
    const order: string[] = [];
    const bus = new InProcessBus();
    bus.subscribe(({ tenant }) => order.push(tenant));
    await using running = await start(test, { bus });
    await running.projector.settle();
    expect(order.filter((tenant) => tenant === 'large')).toHaveLength(3);
    expect(order.indexOf('small')).toBeLessThan(order.lastIndexOf('large'));
  });
});
