import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { EntityManager } from '@mikro-orm/sql';
import pg from 'pg';
import { migrate } from './migrate.ts';
import { openOrm } from './orm.ts';
import { PostgresEventLog } from './postgres-event-log.ts';
import { PostgresLeases } from './postgres-leases.ts';
import { inTransaction, rowsOf, sqlOver } from './postgres-sql.ts';
import type { Pool, Storage, StorageOptions } from './storage.ts';

const bigint = 20; // type oid: sequences and epoch milliseconds, all below 2^53

/** A process that stands still in the middle of a transaction must not keep its locks: whoever has taken over waits for them. */
const letGo = '-c idle_in_transaction_session_timeout=3000';
const waitForMe = 'set local idle_in_transaction_session_timeout = 0';

/**
 * Histories and lists are read along their index, in order: collecting pages first would mean sorting afterwards, and for the first rows of many
 * the planner would rather look through the table, whoever's rows are in front. Nothing runs long enough to be compiled.
 */
export const readingSettings = `-c enable_bitmapscan=off -c enable_seqscan=off -c jit=off ${letGo}`;
/** What reads whole tables. */
const readAll = 'set local enable_seqscan = on';

const connectWithinMs = 5_000;

/** Numbers come as numbers. Appends have connections of their own, whose plans neither age nor scan. */
export async function openPostgres(url: string, { migrations = true, onCommit }: StorageOptions = {}): Promise<Storage> {
  const types = {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === bigint ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
  const connection = { connectionString: url, types, application_name: 'jetbridge', connectionTimeoutMillis: connectWithinMs };
  const appending = new pg.Pool({
    ...connection,
    max: 2,
    // A plan made while the table was empty would scan it for ever; replanning each call costs more than the append.
    options: `-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c synchronous_commit=on ${letGo}`,
  });
  const pool = new pg.Pool({ ...connection, max: 10, options: readingSettings });
  // A connection that breaks, idle or between two statements, must not end the process: the statement fails, the pool makes a new one.
  for (const each of [appending, pool]) each.on('connect', (client) => client.on('error', () => {})).on('error', () => {});

  const orm = await openOrm(PostgreSqlDriver, { clientUrl: url, pool: { min: 0, max: 10 } });
  const log = new PostgresEventLog(appending, pool, onCommit);
  const close = async () => {
    await log.close();
    await orm.close();
    await Promise.all([appending.end(), pool.end()]);
  };
  await migrate(orm, migrations, {
    // Several processes may start at once: one migrates, the others wait here and find it done.
    exclusively: (work) =>
      inTransaction(pool, async (client) => {
        await client.query(waitForMe); // the work is done on another connection
        await client.query("select pg_advisory_xact_lock(hashtext('jetbridge migrations'))");
        return work(sqlOver(client));
      }),
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    kind: 'postgres',
    log,
    reader: sqlOver(pool),
    em: () => orm.em.fork() as EntityManager,
    transaction: (work) => inTransaction(pool, (client) => work(sqlOver(client))),
    snapshot: (work) =>
      inTransaction(pool, async (client) => {
        await client.query('set transaction isolation level repeatable read, read only');
        await client.query(waitForMe); // it holds nobody up, and a backup may go to a slow disk
        await client.query(readAll);
        return work({ ...sqlOver(client), rows: (sql) => rowsOf(client, sql) });
      }),
    pools: () => [poolOf('append', appending), poolOf('read', pool)],
    leases: async (options) => {
      const leases = new PostgresLeases(url, options);
      await leases.start();
      return leases;
    },
    claim: async (name) => {
      const client = new pg.Client({ ...connection, keepAlive: true });
      client.on('error', () => {});
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtext($1)) as got', [`jetbridge ${name}`]);
      if (rows[0]?.got) return { [Symbol.asyncDispose]: () => client.end() };
      await client.end();
      return undefined;
    },
    scrub: async () => {}, // its vacuum decides when dead rows go
    close,
  };
}

function poolOf(name: Pool['name'], { totalCount, idleCount, waitingCount, options }: pg.Pool): Pool {
  return { name, used: totalCount - idleCount, idle: idleCount, limit: options.max, waiting: waitingCount };
}
