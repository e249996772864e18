import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EncodedEvent, openStorage, readModelTables, type Sql, type Storage } from '@jetbridge/schema/storage';
import { aReport, createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { endServerProcesses, runProduct, spawnProduct } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
const flights = 6_000; // a dozen batches: time enough to be caught between two of them
const metadata = { actorId: null, operation: 'test', correlationId: 'test' };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-killed-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

/** A long history, quickly: many streams in one append. */
async function fly({ log }: Storage): Promise<void> {
  const encoded = (type: string, data: object): EncodedEvent => ({
    type,
    schemaVersion: 1,
    data: JSON.stringify(data),
    metadata,
    recordedAt: 1,
  });
  const member = { memberId: 'm', userId: 'u', role: 'PILOT', pilotNumber: 1, joinedBy: 'OPEN' };
  await log.append({ writes: [{ tenant: 'a', stream: 'roster', expectedVersion: 0, events: [encoded('MemberJoined', member)] }] });
  const report = aReport();
  for (let from = 0; from < flights; from += 1_000) {
    const writes = Array.from({ length: 1_000 }, (_, n) => {
      const pirepId = `p${from + n}`;
      return {
        tenant: 'a',
        stream: `pirep-${pirepId}`,
        expectedVersion: 0,
        events: [encoded('PirepFiled', { pirepId, memberId: 'm', report })],
      };
    });
    await log.append({ writes });
  }
}

async function rows({ reader, kind }: Storage): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of await readModelTables(reader, kind)) found[table] = await reader.all(`select * from ${table} order by id`);
  found.checkpoint = await reader.all(`select tenant, sequence from checkpoint where projection = 'read-models' order by tenant`);
  return found;
}

async function reached(sql: Sql): Promise<number> {
  const [row] = await sql
    .all<{ sequence: number }>(`select sequence from checkpoint where projection = 'read-models__next'`)
    .catch(() => []);
  return Number(row?.sequence ?? 0);
}

/** Runs the command until it has done something. */
async function rebuildUntilUnderWay(storage: Storage, env: Record<string, string>) {
  const left = await reached(storage.reader); // by the one killed before
  const child = spawnProduct(['projections', 'rebuild'], env);
  const ended = once(child, 'exit');
  await expect.poll(async () => ![0, left].includes(await reached(storage.reader)), { interval: 5, timeout: 20_000 }).toBe(true);
  const kill = async () => {
    child.kill('SIGKILL');
    const [, signal] = await ended;
    return signal;
  };
  return { kill };
}

/** Between two batches: with the writer, or the checkpoints, in our hands, it can do no more. */
async function killBetween(storage: Storage, env: Record<string, string>): Promise<void> {
  const { kill } = await rebuildUntilUnderWay(storage, env);
  const at = await storage.transaction(async (sql) => {
    if (storage.kind === 'postgres') await sql.run('lock table checkpoint in share row exclusive mode');
    const sequence = await reached(sql);
    expect(await kill()).toBe('SIGKILL');
    return sequence;
  });
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(flights);
  expect(await reached(storage.reader)).toBe(at);
}

/** Wherever it is: most likely inside a transaction. */
async function killAnywhere(storage: Storage, env: Record<string, string>): Promise<void> {
  await (await rebuildUntilUnderWay(storage, env)).kill();
}

const databases: [string, boolean][] = [
  ['SQLite', false],
  [cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform', true],
];

describe.each(databases)('a rebuild that is killed, on %s', (_, postgres) => {
  it.skipIf(postgres && !cluster)('leaves the live read models as they are, and the next one makes the same again', async () => {
    await using database = postgres ? await createTestDatabase(cluster!) : undefined;
    const env = {
      JETBRIDGE_DATA_DIR: dataDir,
      ...(database && { JETBRIDGE_DATABASE_URL: database.url, JETBRIDGE_SECRET: 'a secret that only this test has a use for' }),
    };
    await runProduct(['migrate'], env);
    const storage = await openStorage(database?.url ?? join(dataDir, 'jetbridge.db'));
    await fly(storage);
    expect(await runProduct(['projections', 'rebuild'], env)).toMatchObject({ code: 0 });
    const before = await rows(storage);
    expect(before.rm_pirep).toHaveLength(flights);

    for (const kill of [killBetween, killAnywhere]) {
      await kill(storage, env);
      expect(await rows(storage)).toEqual(before);
    }
    expect(await runProduct(['projections', 'rebuild'], env)).toMatchObject({ code: 0, output: expect.stringContaining('6,001 events') });
    expect(await rows(storage)).toEqual(before);
    expect(await reached(storage.reader)).toBe(0); // nothing is left beside them
    expect(await runProduct(['doctor'], env)).toMatchObject({ code: 0 });
    await storage.close();
  });
});
