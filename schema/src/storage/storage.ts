import type { EntityManager } from '@mikro-orm/sql';
import type { EventLog } from './event-log.ts';
import type { OnCommit } from './group-commit.ts';
import type { LeaseOptions, Leases } from './leases.ts';
import type { Sql, SqlValue } from './sql.ts';

/** The name the read models' checkpoints stand under. */
export const projectionName = 'read-models';

/** Everything that is kept: the log, the read models, the account tables. */
export interface Storage {
  readonly kind: 'sqlite' | 'postgres';
  readonly log: EventLog;
  /** Plain reads outside any transaction. */
  readonly reader: Sql;
  /** A fresh entity manager for reading. */
  em(): EntityManager;
  /** All or nothing. `work` must not wait for anything but its own statements. */
  transaction<T>(work: (sql: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Reads that all see the same moment, while others write. On a connection of its own. */
  snapshot<T>(work: (sql: Snapshot) => Promise<T>): Promise<T>;
  /** A part in sharing the tenants among replicas of the projector. */
  leases(options?: LeaseOptions): Promise<Leases>;
  /** Something only one process may do at a time, until disposed of or the process ends. Undefined while somebody else does it. */
  claim(name: string): Promise<AsyncDisposable | undefined>;
  /** Its connections and who waits for them, now; none where there is nothing to wait for. */
  pools(): Pool[];
  /** What was deleted or overwritten is gone from the files too, as far as the database can say when. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

export interface Pool {
  name: 'append' | 'read';
  used: number;
  idle: number;
  /** The most it may have. */
  limit: number;
  waiting: number;
}

export interface TransactionOptions {
  /**
   * What it writes is derived from the log, so a power cut may take it back: SQLite need not wait for the disk, the next append's wait covers
   * both. PostgreSQL waits all the same, for it can go down alone, and whoever heard of the write would be ahead of it.
   */
  derived?: boolean;
}

export interface Snapshot extends Sql {
  /** Rows as they are read, however many. */
  rows(sql: string): AsyncIterable<Record<string, SqlValue>>;
}

export interface StorageOptions {
  /** Bring the database to the newest schema; otherwise only check that it is usable (`NotMigrated`). Default true. */
  migrations?: boolean;
  /** Done before a SQLite file of an older schema is migrated, while nobody else can; when it fails, nothing is. PostgreSQL has backups of its own. */
  beforeUpgrade?: (database: BackupSource, schema: number) => Promise<void>;
  /** Told of every commit of the log. */
  onCommit?: OnCommit | undefined;
}

/** Enough of a storage to back it up. */
export type BackupSource = Pick<Storage, 'kind' | 'snapshot'>;

/**
 * Opens the database, migrated to the newest schema. The driver that is not used is not loaded.
 * @param url `postgres://…`, or the path of a SQLite file, with or without `sqlite:` in front
 */
export async function openStorage(url: string, options: StorageOptions = {}): Promise<Storage> {
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres-storage.ts')).openPostgres(url, options);
  return (await import('./sqlite-storage.ts')).openSqlite(sqliteFile(url), options);
}

/** The right to serve from this database until disposed of or the process ends: PostgreSQL is for many, a SQLite file for one. */
export async function serveAlone(url: string): Promise<AsyncDisposable> {
  if (/^postgres(ql)?:\/\//.test(url)) return { [Symbol.asyncDispose]: async () => {} };
  const file = sqliteFile(url);
  const claim = (await import('./sqlite-storage.ts')).claimFile(`${file}-serving`, { timeout: 200 }); // ms: who only looks is gone by then
  if (!claim) throw new AlreadyServed(file);
  return claim;
}

/** Whether somebody serves from this SQLite file now; undefined of PostgreSQL, which does not tell. */
export async function isServed(url: string): Promise<boolean | undefined> {
  if (/^postgres(ql)?:\/\//.test(url)) return undefined;
  return (await import('./sqlite-storage.ts')).isClaimed(`${sqliteFile(url)}-serving`);
}

export class AlreadyServed extends Error {
  override readonly name = 'AlreadyServed';
  readonly exitCode = 75; // EX_TEMPFAIL: what would be right once the other has ended
  constructor(file: string) {
    super(`Another Jetbridge is serving from ${file}. Stop it first, or choose another data directory.`);
  }
}

/** The path in the URL of a SQLite database. */
export function sqliteFile(url: string): string {
  return url.replace(/^sqlite:(\/\/)?/, '');
}
