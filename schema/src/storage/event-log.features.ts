import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestStorage } from '../testing/index.ts';
import { type Append, CommandRepeated, type EncodedEvent, type EventLog, StatementRefused, VersionConflict } from './event-log.ts';

const metadata = { actorId: null, operation: 'test', correlationId: 'test' };
const event = (type = 'Happened'): EncodedEvent => ({ type, schemaVersion: 1, data: '{"n":1}', metadata, recordedAt: 1 });
const to = (stream: string, expectedVersion: number, { tenant = 'a', count = 1 } = {}) => ({
  tenant,
  stream,
  expectedVersion,
  events: Array.from({ length: count }, () => event()),
});

/** What an event log must do, on every database. */
export function describeEventLog(database: string, open: () => Promise<TestStorage>): void {
  describe(`event log on ${database}`, () => {
    let test: TestStorage;
    let log: EventLog;
    beforeEach(async () => {
      test = await open();
      log = test.storage.log;
    });
    afterEach(() => test[Symbol.asyncDispose]());
    const append = (append: Append) => log.append(append);
    const sequences = async (tenant = 'a') => (await log.readTenant(tenant, 0, 1_000)).map(({ sequence }) => sequence);

    it('gives each tenant a dense sequence from 1, whatever the streams', async () => {
      await append({ writes: [to('x', 0, { count: 2 })] });
      await append({ writes: [to('y', 0)] });
      await append({ writes: [to('x', 0, { tenant: 'b' })] });
      expect(await append({ writes: [to('x', 2)] })).toEqual([{ tenant: 'a', sequence: 4 }]);
      expect(await sequences()).toEqual([1, 2, 3, 4]);
      expect((await log.readTenant('a', 0, 9)).map(({ stream, streamVersion }) => `${stream}${streamVersion}`)).toEqual([
        'x1',
        'x2',
        'y1',
        'x3',
      ]);
      expect(await sequences('b')).toEqual([1]);
    });

    it('reads after a place, in order, at most as many as asked', async () => {
      await append({ writes: [to('x', 0, { count: 5 })] });
      expect((await log.readTenant('a', 2, 2)).map(({ sequence }) => sequence)).toEqual([3, 4]);
      expect((await log.readStream('a', 'x', 3)).map(({ streamVersion }) => streamVersion)).toEqual([4, 5]);
      expect(await log.readTenant('nobody', 0, 9)).toEqual([]);
    });

    it('reads backwards from a place, newest first, of the tenant or of some of its streams', async () => {
      await append({ writes: [to('x', 0, { count: 3 }), to('y', 0), to('z', 0), to('x', 0, { tenant: 'b' })] });
      await append({ writes: [to('x', 3)] });
      const places = (events: { stream: string; sequence: number }[]) => events.map(({ stream, sequence }) => `${stream}${sequence}`);
      expect(places(await log.readTenantBefore('a', 99, 3))).toEqual(['x6', 'z5', 'y4']);
      expect(places(await log.readTenantBefore('a', 4, 9))).toEqual(['x3', 'x2', 'x1']);
      expect(places(await log.readStreamsBefore('a', ['x', 'y', 'nothing'], 6, 2))).toEqual(['y4', 'x3']);
      expect(places(await log.readStreamsBefore('a', ['x', 'y'], 99, 9))).toEqual(['x6', 'y4', 'x3', 'x2', 'x1']);
      expect(await log.readStreamsBefore('a', [], 99, 9)).toEqual([]);
      expect(await log.readTenantBefore('nobody', 99, 9)).toEqual([]);
    });

    it('keeps what was appended to the letter', async () => {
      const kept = {
        ...event('Kept'),
        schemaVersion: 3,
        data: '{"text":"Tromsø ✈"}',
        metadata: { ...metadata, resultId: 'r' },
        recordedAt: 1_795_000_000_123,
      };
      await append({ writes: [{ tenant: 'a', stream: 'x', expectedVersion: 0, events: [kept] }] });
      expect(await log.readStream('a', 'x')).toEqual([{ ...kept, tenant: 'a', sequence: 1, stream: 'x', streamVersion: 1 }]);
    });

    it('lets one of many racing writers of a stream win, and leaves no hole for the others', async () => {
      const results = await Promise.allSettled(Array.from({ length: 20 }, () => append({ writes: [to('x', 0)] })));
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflict);
      await append({ writes: [to('x', 1)] });
      expect(await sequences()).toEqual([1, 2]);
    });

    it('refuses a version that is ahead of the stream', async () => {
      await expect(append({ writes: [to('x', 1)] })).rejects.toBeInstanceOf(VersionConflict);
      expect(await sequences()).toEqual([]);
    });

    it('stores all writes of an append or none, over streams and tenants', async () => {
      await append({ writes: [to('taken', 0, { tenant: 'b' })] });
      await expect(append({ writes: [to('x', 0), to('taken', 0, { tenant: 'b' })] })).rejects.toBeInstanceOf(VersionConflict);
      expect(await sequences('a')).toEqual([]);
      expect(await append({ writes: [to('x', 0), to('y', 0), to('free', 0, { tenant: 'b' })] })).toEqual([
        { tenant: 'a', sequence: 2 },
        { tenant: 'b', sequence: 2 },
      ]);
    });

    it('knows a repeated command, also when both arrive at once', async () => {
      const results = await Promise.allSettled(['x', 'y'].map((stream) => append({ writes: [to(stream, 0)], commandId: 'c' })));
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(append({ writes: [to('z', 0)], commandId: 'c' })).rejects.toBeInstanceOf(CommandRepeated);
      expect((await log.findCommand('c'))?.sequence).toBe(1);
      expect(await log.findCommand('unknown')).toBeUndefined();
      expect(await sequences()).toEqual([1]);
    });

    it('knows a repeated command also by what it did first, in a stream or a side table', async () => {
      const statements = [{ sql: 'insert into person_key (id, person_id, wrapped) values (?, ?, ?)', params: ['k', 'p', 'w'] }];
      const command: Append = { writes: [to('x', 0), to('y', 0, { tenant: 'b' })], commandId: 'c' };
      for (const twice of [command, { ...command, writes: [to('z', 0)], statements, commandId: 'd' }]) {
        const results = await Promise.allSettled([append(twice), append(twice)]);
        expect(results).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { name: 'CommandRepeated' } }]);
      }
    });

    it('marks the last event of the last write with the command', async () => {
      await append({ writes: [to('x', 0, { tenant: 'b' }), to('y', 0, { count: 3 })], commandId: 'c' });
      expect(await log.findCommand('c')).toMatchObject({ tenant: 'a', sequence: 3, stream: 'y' });
    });

    it('commits side tables with the events or not at all', async () => {
      const key = { sql: 'insert into person_key (id, person_id, wrapped) values (?, ?, ?)', params: ['k', 'p', 'w'] };
      await append({ writes: [to('x', 0)], statements: [key] });
      const again = { ...key, params: ['other', 'p', 'w'] };
      await expect(append({ writes: [to('y', 0)], statements: [again] })).rejects.toBeInstanceOf(StatementRefused);
      await expect(append({ writes: [to('x', 0)], statements: [{ ...key, params: ['third', 'q', 'w'] }] })).rejects.toBeInstanceOf(
        VersionConflict,
      );
      expect(await test.storage.reader.all('select id from person_key')).toEqual([{ id: 'k' }]);
      expect(await sequences()).toEqual([1]);
    });

    it('keeps a hundred concurrent commands apart: each stored once, none disturbed by a refused one', async () => {
      await append({ writes: [to('taken', 0)] });
      const results = await Promise.allSettled(
        Array.from({ length: 100 }, (_, n) => append({ writes: [to(n % 10 === 3 ? 'taken' : `s${n}`, 0)], commandId: `c${n}` })),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(90);
      expect(await sequences()).toEqual(Array.from({ length: 91 }, (_, n) => n + 1));
    });

    it('changes side tables with a hundred concurrent commands, none disturbed by one that a side table refuses', async () => {
      const key = (id: string, person: string) => ({
        sql: 'insert into person_key (id, person_id, wrapped) values (?, ?, ?)',
        params: [id, person, 'w'],
      });
      const results = await Promise.allSettled(
        Array.from({ length: 100 }, (_, n) =>
          append({ writes: [to(`s${n}`, 0)], statements: [key(`k${n}`, n % 10 === 3 ? 'same' : `p${n}`)] }),
        ),
      );
      const stored = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
      expect(stored.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 91 }, (_, n) => n + 1));
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StatementRefused);
      expect(await sequences()).toEqual(Array.from({ length: 91 }, (_, n) => n + 1));
      expect(await test.storage.reader.all('select id from person_key')).toHaveLength(91);
    });

    it('lets nobody change or remove an event', async () => {
      await append({ writes: [to('x', 0)] });
      for (const sql of [`update event set type = 'Forged'`, 'delete from event']) {
        await expect(test.storage.transaction((transaction) => transaction.run(sql))).rejects.toThrow('events are forever');
      }
      expect((await log.readStream('a', 'x')).map(({ type }) => type)).toEqual(['Happened']);
    });

    it('answers each command of a batch with its own place', async () => {
      const heads = await Promise.all(['x', 'y', 'z'].map((stream, n) => append({ writes: [to(stream, 0, { count: n + 1 })] })));
      expect(heads).toEqual([1, 3, 6].map((sequence) => [{ tenant: 'a', sequence }]));
    });

    it('tells which tenants moved', async () => {
      await append({ writes: [to('x', 0), to('x', 0, { tenant: 'b', count: 2 })] });
      expect((await log.heads(0)).sort((a, b) => a.tenant.localeCompare(b.tenant))).toEqual([
        { tenant: 'a', sequence: 1 },
        { tenant: 'b', sequence: 2 },
      ]);
      expect(await log.heads(Date.now() + 60_000)).toEqual([]);
    });
  });
}
