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

  it('applies everything before the poison, and goes on at once where a release that knows better starts', async () => {
    await using test = await openTestStorage();
    const poison = { type: 'PirepRejected', data: { pirepId: 'x', memberId: 'm', reviewerId: null, reason: 'r' } };
    await test.append('a', 'roster', join(1), join(2));
    await test.append('a', 'pirep-x', poison);
    await test.append('a', 'roster', join(3));
    const old = await start(test);
    await old.projector.settle();
    expect(await members(test, 'a')).toBe(2);
    expect(old.projector.stopped.get('a')?.error).toContain('event 3 of a (PirepRejected) cannot be projected');
    await old.projector.close();
    const knowing = readModels.map((steps) => ({ ...steps, PirepRejected: () => {} }));
    await using fixed = await start(test, { projections: knowing });
    await fixed.projector.settle();
    expect(await members(test, 'a')).toBe(3);
    expect(fixed.projector.stopped.size).toBe(0);
  });

  it('tries a stopped tenant again, after longer and longer waits, and forgets that it was stopped', async () => {
    await using test = await openTestStorage();
    await test.append('a', 'roster', join(1));
    const attempts: number[] = [];
    let broken = true;
    let told = () => {};
    const third = new Promise<void>((resolve) => {
      told = resolve;
    });
    const stumbling = [
      {
        MemberJoined: () => {
          if (broken) throw new Error('not yet');
        },
      },
      ...readModels,
    ];
    const bus = new InProcessBus();
    const projected = new Promise((resolve) => bus.subscribe(resolve));
    const { storage, codec } = test;
    const projector: Projector = new Projector({
      storage,
      codec,
      bus,
      projections: stumbling,
      sweepMs: 1,
      retryMs: 1,
      onError: () => {
        attempts.push(projector.stopped.get('a')?.attempts ?? 0);
        if (attempts.length === 3) told();
      },
    });
    await projector.start();
    await third;
    expect(attempts.slice(0, 3)).toEqual([1, 2, 3]);
    broken = false;
    await projected;
    await projector.settle();
    expect(await members(test, 'a')).toBe(1);
    expect(projector.stopped.size).toBe(0);
    await projector.close();
  });

  it('follows a checkpoint that was put back', async () => {
    await using test = await openTestStorage();
    await using running = await start(test);
    await test.append('a', 'roster', join(1), join(2));
    await running.projector.settle();
    await test.storage.transaction(async (sql) => {
      await sql.run('delete from rm_member');
      await sql.run('update checkpoint set sequence = 0');
    });
    await test.append('a', 'roster', join(3));
    await running.projector.settle();
    expect(await members(test, 'a')).toBe(3);
    expect(running.errors).toEqual([]);
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
