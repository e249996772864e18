import type { DomainEvent } from '@jetbridge/schema/events';
import { InProcessBus } from '@jetbridge/schema/storage';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { describe, expect, inject, it } from 'vitest';
import { readModels } from '../projections/read-models.ts';
import { Projector } from '../runner/projector.ts';
import { aFlightOf, anAirline } from '../testing/flights.ts';
import { readModelRows } from '../testing/tables.ts';
import { verify } from './verify.ts';

const cluster = inject('postgresUrl');

async function projectAll({ storage, codec }: TestStorage) {
  const projector = new Projector({ storage, codec, bus: new InProcessBus(), projections: readModels, onError: () => {}, sweepMs: 5 });
  await projector.start();
  await projector.settle();
  return { projector, [Symbol.asyncDispose]: () => projector.close() };
}

const examine = ({ storage, codec }: TestStorage) => verify({ storage, codec, projections: readModels });

/** As an accident would: past the triggers that protect events. */
async function tamper({ storage }: TestStorage, sql: string): Promise<void> {
  await storage.transaction(async (run) => {
    if (storage.kind === 'postgres') await run.run('alter table event disable trigger all');
    else for (const change of ['update', 'delete']) await run.run(`drop trigger if exists event_no_${change}`);
    await run.run(sql);
  });
}

const databases: [string, (() => Promise<TestStorage>) | undefined][] = [
  ['SQLite', openTestStorage],
  [
    cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform',
    cluster ? () => openPostgresTestStorage(cluster) : undefined,
  ],
];

describe.each(databases)('the doctor on %s', (_, open) => {
  it.skipIf(!open)('finds nothing in a sound database, and leaves nothing behind', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await using _live = await projectAll(test);
    const before = await readModelRows(test.storage);
    expect(await examine(test)).toEqual([]);
    expect(await readModelRows(test.storage)).toEqual(before);
  });

  it.skipIf(!open)('finds nothing while the product works', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX', 100);
    await using _live = await projectAll(test);
    let [running, filed] = [true, 100];
    const filing = (async () => {
      while (running) await aFlightOf(test, 'NAX', filed++);
    })();
    const findings = await examine(test).finally(() => {
      running = false;
    });
    await filing;
    expect(findings).toEqual([]);
    expect(filed).toBeGreaterThan(100);
  });

  it.skipIf(!open)('finds rows that are wrong, missing or invented', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await using _live = await projectAll(test);
    await test.storage.transaction(async (sql) => {
      await sql.run(`update rm_member set minutes = 1, flights = 1 where id = 'NAX-m1'`);
      await sql.run(`delete from rm_pirep where id = 'NAX-p3'`);
      await sql.run(`update rm_pirep set id = 'NAX-p99' where id = 'NAX-p4'`);
    });
    expect((await examine(test)).sort()).toEqual([
      'rm_member: row NAX-m1 is not what the log says, in minutes, flights.',
      'rm_pirep: row NAX-p3 is missing.',
      'rm_pirep: row NAX-p4 is missing.',
      'rm_pirep: row NAX-p99 is there, and the log knows nothing of it.',
    ]);
  });

  it.skipIf(!open)('finds what is wrong with the log itself', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX', 2);
    await anAirline(test, 'SAS', 2);
    await anAirline(test, 'DAL', 2);
    await using _live = await projectAll(test);
    await tamper(test, `delete from event where tenant = 'NAX' and sequence = 4`);
    await test.storage.transaction((sql) => sql.run(`update tenant_head set sequence = 9 where tenant = 'SAS'`));
    await test.storage.transaction((sql) => sql.run(`update checkpoint set sequence = 8 where tenant = 'DAL'`));
    expect(await examine(test)).toEqual([
      'NAX: the history is not dense: 6 events from 1 to 7, and the head says 7.',
      'SAS: the head says 9, the last event is 7.',
      'NAX: stream pirep-NAX-p0 is not contiguous: 1 events with versions from 2 to 2.',
      'DAL: the read models claim event 8, the log ends at 7.',
      'The read models were not compared: what the log says is not certain.',
    ]);
  });

  it.skipIf(!open)('names the event a history stopped at', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX', 1);
    const orphan = { type: 'PirepRejected', data: { pirepId: 'x', memberId: 'm', reviewerId: null, reason: 'r' } } as DomainEvent;
    await test.append('NAX', 'pirep-x', orphan);
    await using _live = await projectAll(test);
    expect(await examine(test)).toEqual(['event 6 of NAX (PirepRejected) cannot be projected: rm_pirep has no row x.']);
  });
});
