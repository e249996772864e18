import { InProcessBus, type Storage } from '@jetbridge/schema/storage';
import { openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { Projected } from './projected.ts';

const never = 24 * 60 * 60_000;
const longMs = 30_000;
const tenant = 'airline-1';

/** @param onRead what happens before the database is asked: it may throw what a database throws */
function open({ storage }: TestStorage, { sweepMs = never, onRead = () => {} } = {}) {
  const all: Storage['reader']['all'] = async (...asked) => {
    onRead();
    return storage.reader.all(...asked);
  };
  const bus = new InProcessBus();
  const projected = new Projected({ ...storage, reader: { ...storage.reader, all } }, bus, sweepMs);
  const hint = (sequence: number) => bus.publish({ about: 'projected', tenant, sequence });
  return { projected, hint, [Symbol.dispose]: () => projected.close() };
}

const moveTo = ({ storage }: TestStorage, sequence: number) =>
  storage.transaction((sql) =>
    sql.run(
      `insert into checkpoint (projection, tenant, sequence) values ('read-models', ?, ?)
       on conflict (projection, tenant) do update set sequence = excluded.sequence`,
      [tenant, sequence],
    ),
  );

describe('how far the read models are', () => {
  it('is what the database says, whatever a hint says', async () => {
    await using test = await openTestStorage();
    using running = open(test);
    await moveTo(test, 3);
    const stop = running.projected.watch(tenant, () => {});
    running.hint(1_000_000);
    expect(await running.projected.position(tenant)).toBe(3);
    expect(await running.projected.until(tenant, 4, 0)).toBe(false);
    stop();
  });

  it('wakes whoever waits when it is so, also after a hint that was far too high', async () => {
    await using test = await openTestStorage();
    using running = open(test);
    const heard: number[] = [];
    const stop = running.projected.watch(tenant, (sequence) => heard.push(sequence));
    const readable = running.projected.until(tenant, 2, longMs);
    running.hint(1_000_000);
    await running.projected.position(tenant);
    await moveTo(test, 2);
    running.hint(2);
    expect(await readable).toBe(true);
    expect(heard).toEqual([1_000_000, 2]);
    stop();
  });

  it('is found out without a hint, or with one that was too low', async () => {
    await using test = await openTestStorage();
    using running = open(test, { sweepMs: 5 });
    const readable = running.projected.until(tenant, 2, longMs);
    await moveTo(test, 2);
    running.hint(1);
    expect(await readable).toBe(true);
  });

  it('is read once for all who ask meanwhile, and never for somebody who asked after the read began', async () => {
    await using test = await openTestStorage();
    let reads = 0;
    using running = open(test, { onRead: () => reads++ });
    const first = running.projected.position(tenant);
    const others = [1, 2, 3].map(() => running.projected.position(tenant));
    await Promise.all([first, ...others]);
    expect(reads).toBe(2);
  });

  it('is found out when the database is there again', async () => {
    await using test = await openTestStorage();
    let away = true;
    const missed = Promise.withResolvers<void>();
    using running = open(test, {
      sweepMs: 5,
      onRead: () => {
        if (!away) return;
        missed.resolve();
        throw Object.assign(new Error('terminating connection'), { code: '57P01' });
      },
    });
    const readable = running.projected.until(tenant, 1, longMs);
    await missed.promise;
    await moveTo(test, 1);
    away = false;
    expect(await readable).toBe(true);
  });
});
