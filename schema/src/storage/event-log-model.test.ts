import { randomUUID } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import fc, { type Scheduler } from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { type Attempt, checkLog, type Reading } from '../testing/event-log-model.ts';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '../testing/index.ts';
import { CommandRepeated, type EventLog, type Statement, StatementRefused, VersionConflict } from './event-log.ts';
import { Mutex } from './mutex.ts';
import { PostgresEventLog } from './postgres-event-log.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';

const cluster = inject('postgresUrl');
const metadata = { actorId: null, operation: 'test', correlationId: 'test' };
const tenants = ['a', 'b', 'c'];

/** Where a log meets its database: everything passes here in an order of the scheduler's, and now and then fails on the way there or back. */
interface Edge {
  pass<T>(work: () => T | Promise<T>): Promise<T>;
}

interface Bench extends AsyncDisposable {
  /** Two processes of the product on one database, each with a log of its own. */
  open(edge: Edge): EventLog[];
}

async function sqliteBench(): Promise<Bench> {
  const test = await openTestStorage();
  const [one, two, reader] = [new Sqlite(test.url), new Sqlite(test.url), new Sqlite(test.url, { readonly: true })];
  const log = (writer: typeof one, edge: Edge) => {
    const mutex = new Mutex();
    return new SqliteEventLog(writer, reader, Object.assign(new Mutex(), { run: <T>(work: () => T) => mutex.run(() => edge.pass(work)) }));
  };
  return {
    open: (edge) => [log(one, edge), log(two, edge)],
    [Symbol.asyncDispose]: async () => {
      for (const database of [one, two, reader]) database.close();
      await test[Symbol.asyncDispose]();
    },
  };
}

async function postgresBench(): Promise<Bench> {
  const test: TestStorage = await openPostgresTestStorage(cluster!);
  const types = { getTypeParser: ((oid: number) => (oid === 20 ? Number : pg.types.getTypeParser(oid))) as typeof pg.types.getTypeParser };
  const pools = [1, 2].map(() => new pg.Pool({ connectionString: test.url, types, max: 2 }));
  for (const pool of pools) pool.on('error', () => {}); // idle connections end with the database
  const log = (pool: pg.Pool, edge: Edge) => {
    const edged: pg.Pool = Object.create(pool);
    edged.query = ((query: pg.QueryConfig, values?: unknown[]) => edge.pass(() => pool.query(query, values))) as pg.Pool['query'];
    edged.connect = (() => edge.pass(() => {}).then(() => pool.connect())) as pg.Pool['connect'];
    return new PostgresEventLog(edged, pool);
  };
  return {
    open: (edge) => pools.map((pool) => log(pool, edge)),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await test[Symbol.asyncDispose]();
    },
  };
}

const write = fc.record({
  tenant: fc.constantFrom(...tenants),
  stream: fc.constantFrom('x', 'y'),
  /** How far from the version it read the decision says it was made. */
  off: fc.constantFrom(0, 0, 0, 0, -1, 1),
  count: fc.integer({ min: 1, max: 3 }),
});
const command = fc.record({
  process: fc.nat(1),
  id: fc.option(fc.nat(4), { nil: undefined }),
  side: fc.option(fc.nat(3), { nil: undefined, freq: 3 }),
  writes: fc.uniqueArray(write, { minLength: 1, maxLength: 3, selector: ({ tenant, stream }) => tenant + stream }),
});

/** To somebody, and to nobody else. */
function give(key: string, name: string): Statement {
  return { sql: 'insert into person_key (id, person_id, wrapped) values (?, ?, ?)', params: [`${key} ${name}`, key, ''] };
}

/** Runs the commands at once, in the scheduler's order, and holds what became of them against the log. */
async function runModel(
  bench: Bench,
  scheduler: Scheduler,
  commands: (typeof command extends fc.Arbitrary<infer C> ? C : never)[],
  dice: fc.Stream<number>,
) {
  const run = randomUUID();
  const turn = (what: string) => scheduler.schedule(Promise.resolve(), what);
  const perhapsFail = () => {
    if (dice.next().value === 0) throw Object.assign(new Error('the connection is gone'), { code: 'ECONNRESET' });
  };
  const logs = bench.open({
    pass: async (work) => {
      await turn('there');
      perhapsFail();
      const result = await work();
      await turn('back');
      perhapsFail();
      return result;
    },
  });
  const attempts: Attempt[] = [];
  let clock = 0;

  const send = async ({ process, id, side, writes }: (typeof commands)[number], name: string): Promise<Attempt> => {
    const log = logs[process]!;
    const placed = [];
    for (const { tenant: letter, stream, off, count } of writes) {
      const tenant = `${letter}-${run}`;
      const expectedVersion = Math.max(0, (await log.readStream(tenant, stream)).length + off);
      const data = JSON.stringify(name);
      const events = Array.from({ length: count }, () => ({ type: 'Happened', schemaVersion: 1, data, metadata, recordedAt: 1 }));
      placed.push({ tenant, stream, expectedVersion, events });
    }
    await turn('decide');
    const commandId = id === undefined ? undefined : `${id}-${run}`;
    const sideKey = side === undefined ? undefined : `${side}-${run}`;
    const attempt: Attempt = { name, commandId, sideKey, writes: placed, sentAt: clock++, answeredAt: 0, outcome: 'unknown', heads: [] };
    attempts.push(attempt);
    try {
      attempt.heads = await log.append({
        writes: placed,
        statements: sideKey ? [give(sideKey, name)] : [],
        ...(commandId && { commandId }),
      });
      attempt.outcome = 'stored';
    } catch (error) {
      if (error instanceof VersionConflict) attempt.outcome = 'conflict';
      else if (error instanceof StatementRefused) attempt.outcome = 'taken';
      else if (error instanceof CommandRepeated) attempt.outcome = 'repeated';
      else if ((error as { code?: string }).code !== 'ECONNRESET') throw error;
    }
    attempt.answeredAt = clock++;
    return attempt;
  };
  const client = async (one: (typeof commands)[number], index: number) => {
    await turn('start');
    // Who heard nothing and has a command id sends it again.
    for (let n = 0; n < 3; n++) if ((await send(one, `${index}.${n}`)).outcome !== 'unknown' || one.id === undefined) return;
  };
  const readings: Reading[] = tenants.map((letter) => ({ tenant: `${letter}-${run}`, seen: [] }));
  const reader = async ({ tenant, seen }: Reading) => {
    for (let look = 0; look < commands.length; look++) {
      await turn('look');
      seen.push(...(await logs[look % 2]!.readTenant(tenant, seen.length, 1 + (look % 4))));
    }
  };
  await scheduler.waitFor(Promise.all([...commands.map(client), ...readings.map(reader)]));
  await checkLog(logs[0]!, attempts, readings);
}

const databases: [string, number, (() => Promise<Bench>) | undefined][] = [
  ['SQLite', 600, sqliteBench],
  [cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform', 150, cluster ? postgresBench : undefined],
];

describe.each(databases)('the event log on %s, in every order, with failures at its edge', (_, numRuns, open) => {
  let bench: Bench | undefined;
  beforeAll(async () => {
    bench = await open?.();
  });
  afterAll(() => bench?.[Symbol.asyncDispose]());

  it.skipIf(!open)(
    'is dense, keeps what it acknowledged once, knows repeated commands, and shows readers every event in order',
    async () => {
      const commands = fc.array(command, { minLength: 1, maxLength: 20 });
      const dice = fc.infiniteStream(fc.integer({ min: 0, max: 11 }));
      const model = fc.asyncProperty(fc.scheduler(), commands, dice, (scheduler, some, rolls) => runModel(bench!, scheduler, some, rolls));
      await fc.assert(model, { numRuns, interruptAfterTimeLimit: 45_000 }); // shrinking ends before the test does, so the seed is told
    },
  );
});
