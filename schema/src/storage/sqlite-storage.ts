import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EntityManager } from '@mikro-orm/sql';
import { SqliteDriver } from '@mikro-orm/sql';
import { SqliteDialect } from 'kysely';
import { allShares } from './leases.ts';
import { migrate } from './migrate.ts';
import { Mutex } from './mutex.ts';
import { openOrm } from './orm.ts';
import type { SqlValue } from './sql.ts';
import { openDatabase } from './sqlite-database.ts';
import { SqliteEventLog } from './sqlite-event-log.ts';
import { sqlOver } from './sqlite-sql.ts';
import type { Storage, StorageOptions } from './storage.ts';

const longestTurnMs = 5;

/**
 * One SQLite file, two connections: a writer everybody queues for, and a read-only one that never waits (WAL). `synchronous=FULL`: an
 * acknowledged event survives the power cut, not only the crash.
 */
export async function openSqlite(file: string, { migrations = true, beforeUpgrade, onCommit }: StorageOptions = {}): Promise<Storage> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = openDatabase(file, { timeout: 5_000 });
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'temp_store = memory',
    'secure_delete = on',
    'cache_size = -16000',
  ]) {
    writer.pragma(pragma);
  }
  const migrating = await openOrm(SqliteDriver, { dbName: file, driverOptions: new SqliteDialect({ database: writer }) });
  const snapshot = snapshotOf(file);
  await migrate(migrating, migrations, {
    exclusively: (work) => underLock(`${file}-migration`, () => work(sqlOver(writer))),
    beforeUpgrade: beforeUpgrade && ((schema) => beforeUpgrade({ kind: 'sqlite', snapshot }, schema)),
  }).catch(async (error: unknown) => {
    await migrating.close();
    throw error;
  });

  const reader = openDatabase(file, { readonly: true, timeout: 5_000 });
  reader.pragma('cache_size = -16000');
  const reading = await openOrm(SqliteDriver, { dbName: file, driverOptions: new SqliteDialect({ database: reader }) });

  const mutex = new Mutex();
  const breathe = breather();
  const log = new SqliteEventLog(writer, reader, mutex, onCommit);
  const writing = sqlOver(writer);
  return {
    kind: 'sqlite',
    log,
    reader: sqlOver(reader),
    em: () => reading.em.fork() as EntityManager,
    // Nothing inside may wait for the outside world: the whole transaction runs in one turn, and the writer is held meanwhile.
    transaction: (work, { derived = false } = {}) =>
      mutex.run(async () => {
        await breathe();
        if (derived) writer.pragma('synchronous = normal');
        writer.exec('begin immediate');
        try {
          const result = await work(writing);
          writer.exec('commit');
          return result;
        } catch (error) {
          if (writer.inTransaction) writer.exec('rollback');
          throw error;
        } finally {
          if (derived) writer.pragma('synchronous = full');
        }
      }),
    snapshot,
    leases: async () => allShares(),
    pools: () => [],
    claim: async (name) => claimFile(`${file}-${name}`),
    // Deleted content is overwritten with zeros (`secure_delete`); the log of writes still has the pages as they were.
    scrub: () => mutex.run(async () => void writer.pragma('wal_checkpoint(truncate)')),
    close: async () => {
      await log.close();
      await reading.close();
      writer.pragma('wal_checkpoint(truncate)');
      await migrating.close(); // closes its handle, as `reading.close()` did
    },
  };
}

function snapshotOf(file: string): Storage['snapshot'] {
  return async (work) => {
    const connection = openDatabase(file, { readonly: true, timeout: 5_000 });
    try {
      connection.exec('begin'); // the moment is that of the first read
      const rows = async function* (sql: string) {
        yield* connection.prepare<[], Record<string, SqlValue>>(sql).iterate();
      };
      return await work({ ...sqlOver(connection), rows });
    } finally {
      connection.close();
    }
  };
}

/** A queue of transactions would run to its end in one turn of the event loop: whoever waits for anything else gets a turn in between. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurnMs) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

/** Several processes may start at once: one migrates, the others wait. The lock is an open transaction, so the system frees it when its holder dies. */
async function underLock(file: string, work: () => Promise<void>): Promise<void> {
  const lock = openDatabase(file, { timeout: 60_000 });
  try {
    lock.exec('begin exclusive');
    await work();
  } finally {
    lock.close();
  }
}

/** The same kind of lock, asked for once. */
export function claimFile(file: string, { timeout = 0 } = {}): AsyncDisposable | undefined {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = openDatabase(file, { timeout });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  return { [Symbol.asyncDispose]: async () => void lock.close() };
}

/** Whether somebody has the claim. Looking takes it from nobody. */
export function isClaimed(file: string): boolean {
  if (!existsSync(file)) return false;
  const look = openDatabase(file, { readonly: true, timeout: 0 });
  try {
    look.prepare('select 1 from sqlite_master').get();
    return false;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_BUSY') return true;
    throw error;
  } finally {
    look.close();
  }
}
