import { createSideTables, InProcessBus, openStorage, type Storage } from '@jetbridge/schema/storage';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { describe, expect, inject, it } from 'vitest';
import { readModels } from '../projections/read-models.ts';
import { Projector } from '../runner/projector.ts';
import { aFlightOf, anAirline } from '../testing/flights.ts';
import { readModelRows } from '../testing/tables.ts';
import { RebuildRunning, rebuild } from './rebuild.ts';

const cluster = inject('postgresUrl');

async function follow({ storage, codec }: TestStorage) {
  const errors: unknown[] = [];
  const bus = new InProcessBus();
  const projector = new Projector({ storage, codec, bus, projections: readModels, onError: (error) => errors.push(error), sweepMs: 5 });
  await projector.start();
  await projector.settle();
  return { projector, errors, [Symbol.asyncDispose]: () => projector.close() };
}

/** As `jetbridge projections rebuild` does: from another process, so through connections of its own. */
async function rebuildFromOutside({ url, codec }: TestStorage, during: (storage: Storage) => Promise<void> = async () => {}) {
  const storage = await openStorage(url);
  try {
    const progress: [number, number][] = [];
    const [result] = await Promise.all([
      rebuild({ storage, codec, projections: readModels }, { onProgress: (done, total) => progress.push([done, total]) }),
      during(storage),
    ]);
    return { ...result, progress };
  } finally {
    await storage.close();
  }
}

const indexes = async ({ storage: { reader, kind } }: TestStorage) => {
  const rows = await reader.all<{ name: string }>(
    kind === 'sqlite'
      ? `select name from sqlite_schema where type = 'index' and tbl_name like 'rm%' order by name`
      : `select indexname as name from pg_indexes where tablename like 'rm%' order by indexname`,
  );
  return rows.map(({ name }) => name.replace(/__2$/, ''));
};

const databases: [string, (() => Promise<TestStorage>) | undefined][] = [
  ['SQLite', openTestStorage],
  [
    cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform',
    cluster ? () => openPostgresTestStorage(cluster) : undefined,
  ],
];

describe.each(databases)('a rebuild on %s', (_, open) => {
  it.skipIf(!open)('makes what is live, again and again, with the same indexes', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await anAirline(test, 'SAS');
    await using live = await follow(test);
    const [before, indexesBefore] = [await readModelRows(test.storage), await indexes(test)];
    for (let times = 0; times < 3; times++) {
      const { events, progress } = await rebuildFromOutside(test);
      expect(events).toBe(88);
      expect(progress.at(-1)).toEqual([88, 88]);
      expect(await readModelRows(test.storage)).toEqual(before);
      expect(await indexes(test)).toEqual(indexesBefore);
    }
    expect(live.errors).toEqual([]);
  });

  it.skipIf(!open)('mends what was wrong', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await using live = await follow(test);
    const before = await readModelRows(test.storage);
    await test.storage.transaction(async (sql) => {
      await sql.run(`delete from rm_pirep where id = 'NAX-p3'`);
      await sql.run('update rm_member set minutes = 1');
    });
    await rebuildFromOutside(test);
    expect(await readModelRows(test.storage)).toEqual(before);
    expect(live.errors).toEqual([]);
  });

  it.skipIf(!open)('loses nothing that happens meanwhile, and nobody sees less than before', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX', 300);
    await using live = await follow(test);
    let running = true;
    let most = 0;
    let [filed, looks] = [300, 0];
    const file = async () => {
      while (running) await aFlightOf(test, 'NAX', filed++);
    };
    const look = async () => {
      while (running) {
        const [row] = await test.storage.reader.all<{ count: number }>('select count(*) as count from rm_pirep');
        expect(Number(row?.count)).toBeGreaterThanOrEqual(most);
        most = Number(row?.count);
        looks++;
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const others = [file(), look()];
    try {
      await rebuildFromOutside(test);
      await rebuildFromOutside(test);
    } finally {
      running = false;
      await Promise.all(others);
    }
    expect(looks).toBeGreaterThan(10);
    expect(filed).toBeGreaterThan(300);
    await aFlightOf(test, 'NAX', filed++);
    await live.projector.settle();
    const after = await readModelRows(test.storage);
    expect(after.rm_pirep).toHaveLength(filed);
    await rebuildFromOutside(test);
    expect(await readModelRows(test.storage)).toEqual(after);
    expect(live.errors).toEqual([]);
  });

  it.skipIf(!open)('starts afresh after one that was interrupted, and goes alone', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await using live = await follow(test);
    const before = await readModelRows(test.storage);
    // What a killed one leaves: tables, some rows, a checkpoint.
    await test.storage.transaction(async (sql) => {
      await createSideTables(sql, test.storage.kind, '__next');
      await sql.run('insert into rm_pirep__next select * from rm_pirep');
      await sql.run(`insert into checkpoint (projection, tenant, sequence) values ('read-models__next', 'NAX', 7)`);
    });
    const claim = await test.storage.claim('rebuild');
    await expect(rebuildFromOutside(test)).rejects.toThrow(RebuildRunning);
    await claim![Symbol.asyncDispose]();
    await rebuildFromOutside(test);
    expect(await readModelRows(test.storage)).toEqual(before);
    expect(live.errors).toEqual([]);
  });

  it.skipIf(!open)('leaves everything as it is when this release cannot project what is live', async () => {
    await using test = await open!();
    await anAirline(test, 'NAX');
    await using live = await follow(test);
    const before = await readModelRows(test.storage);
    const { codec } = test;
    const storage = await openStorage(test.url);
    const poisoned = readModels.map((steps) => ({ ...steps, PirepRejected: () => Promise.reject(new Error('cannot')) }));
    await expect(rebuild({ storage, codec, projections: poisoned })).rejects.toThrow('event 7 of NAX (PirepRejected) cannot be projected');
    await storage.close();
    expect(await readModelRows(test.storage)).toEqual(before);
    expect(live.errors).toEqual([]);
  });
});

it.skipIf(!cluster)('keeps on PostgreSQL what other roles may do with the read models', async () => {
  await using test = await openPostgresTestStorage(cluster!);
  await anAirline(test, 'NAX', 1);
  await using _live = await follow(test);
  const role = `reader_${Date.now()}`;
  const grants = () =>
    test.storage.reader.all(
      'select table_name, privilege_type from information_schema.role_table_grants where grantee = ? order by table_name, privilege_type',
      [role],
    );
  await test.storage.transaction(async (sql) => {
    await sql.run(`create role ${role}`);
    await sql.run(`grant select, update on rm_pirep to ${role}`);
  });
  const before = await grants();
  expect(before).toHaveLength(2);
  await rebuildFromOutside(test);
  expect(await grants()).toEqual(before);
  await test.storage.transaction(async (sql) => {
    await sql.run(`drop owned by ${role}`);
    await sql.run(`drop role ${role}`);
  });
});
