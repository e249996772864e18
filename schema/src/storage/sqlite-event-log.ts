import type { Database, Statement as Prepared } from 'better-sqlite3';
import type { EventMetadata } from '../events/event.ts';
import { failpoints } from '../failpoints.ts';
import {
  type Append,
  CommandRepeated,
  type EncodedEvent,
  type EventLog,
  type Head,
  StatementRefused,
  type StoredEvent,
  type StreamWrite,
  VersionConflict,
} from './event-log.ts';
import { GroupCommit, type OnCommit } from './group-commit.ts';
import type { Mutex } from './mutex.ts';
import { bindable } from './sqlite-sql.ts';

interface Row extends Omit<StoredEvent, 'metadata'> {
  metadata: string;
}

const columns = `tenant, sequence, stream, stream_version as "streamVersion", type, schema_version as "schemaVersion", data, metadata,
  recorded_at as "recordedAt"`;

/**
 * The event log on SQLite (WAL, synchronous=FULL). The commands of a batch share one transaction and one fsync; each stands in a savepoint
 * of its own, so a refused one takes nobody with it.
 */
export class SqliteEventLog implements EventLog {
  readonly #writer: Database;
  readonly #commits: GroupCommit;
  readonly #moveHead: Prepared<[string, number, number], number>;
  readonly #insert: Prepared<(string | number | null)[]>;
  readonly #readStream: Prepared<[string, string, number], Row>;
  readonly #readTenant: Prepared<[string, number, number], Row>;
  readonly #readTenantBefore: Prepared<[string, number, number], Row>;
  readonly #readStreamsBefore: Prepared<[string, string, number, number], Row>;
  readonly #heads: Prepared<[number], Head>;
  readonly #findCommand: Prepared<[string], Row>;
  readonly #streamVersion: Prepared<[string, string], number>;

  constructor(writer: Database, reader: Database, mutex: Mutex, onCommit?: OnCommit) {
    this.#writer = writer;
    this.#commits = new GroupCommit((batch) => mutex.run(() => this.#commit(batch)), onCommit);
    this.#moveHead = writer
      .prepare<[string, number, number], number>(
        `insert into tenant_head (tenant, sequence, changed_at) values (?, ?, ?)
         on conflict (tenant) do update set sequence = sequence + excluded.sequence, changed_at = max(changed_at, excluded.changed_at) returning sequence`,
      )
      .pluck();
    this.#insert = writer.prepare(
      `insert into event (tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#streamVersion = writer
      .prepare<[string, string], number>(`select coalesce(max(stream_version), 0) from event where tenant = ? and stream = ?`)
      .pluck();
    this.#readStream = reader.prepare(
      `select ${columns} from event where tenant = ? and stream = ? and stream_version > ? order by stream_version`,
    );
    this.#readTenant = reader.prepare(`select ${columns} from event where tenant = ? and sequence > ? order by sequence limit ?`);
    this.#readTenantBefore = reader.prepare(
      `select ${columns} from event where tenant = ? and sequence < ? order by sequence desc limit ?`,
    );
    // `+`: found by their streams, not by looking through the tenant's history.
    this.#readStreamsBefore = reader.prepare(
      `select ${columns} from event where tenant = ? and stream in (select value from json_each(?)) and +sequence < ?
       order by sequence desc limit ?`,
    );
    this.#heads = reader.prepare(`select tenant, sequence from tenant_head where changed_at >= ?`);
    this.#findCommand = reader.prepare(`select ${columns} from event where command_id = ?`);
  }

  append(append: Append): Promise<Head[]> {
    return this.#commits.append(append);
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<StoredEvent[]> {
    return this.#readStream.all(tenant, stream, afterVersion).map(stored);
  }

  async readTenant(tenant: string, after: number, limit: number): Promise<StoredEvent[]> {
    return this.#readTenant.all(tenant, after, limit).map(stored);
  }

  async readTenantBefore(tenant: string, before: number, limit: number): Promise<StoredEvent[]> {
    return this.#readTenantBefore.all(tenant, before, limit).map(stored);
  }

  async readStreamsBefore(tenant: string, streams: readonly string[], before: number, limit: number): Promise<StoredEvent[]> {
    return this.#readStreamsBefore.all(tenant, JSON.stringify(streams), before, limit).map(stored);
  }

  async heads(changedSince: number): Promise<Head[]> {
    return this.#heads.all(changedSince);
  }

  async findCommand(commandId: string): Promise<StoredEvent | undefined> {
    const row = this.#findCommand.get(commandId);
    return row && stored(row);
  }

  close(): Promise<void> {
    return this.#commits.settled();
  }

  async #commit(batch: readonly Append[]): Promise<(Head[] | Error)[]> {
    const results: (Head[] | Error)[] = [];
    try {
      this.#writer.exec('begin immediate');
      for (const append of batch) {
        this.#writer.exec('savepoint command');
        try {
          results.push(this.#apply(append));
        } catch (error) {
          this.#writer.exec('rollback to command');
          results.push(this.#refusal(append, error as Error));
        }
        this.#writer.exec('release command');
      }
      if (failpoints.armed) await failpoints.armed('commit.within');
      this.#writer.exec('commit');
      return results;
    } catch (error) {
      // The database itself failed (disk full, locked by a backup): nobody is acknowledged, nothing is stored.
      if (this.#writer.inTransaction) this.#writer.exec('rollback');
      throw error;
    }
  }

  #apply({ writes, commandId, statements = [] }: Append): Head[] {
    for (const { sql, params } of statements) {
      try {
        this.#writer.prepare(sql).run(...params.map(bindable));
      } catch (error) {
        if (isUnique(error)) throw new StatementRefused((error as Error).message.replace(/^.*: /, ''), error);
        throw error;
      }
    }
    const heads = new Map<string, number>();
    for (const write of writes) heads.set(write.tenant, this.#write(write, write === writes.at(-1) ? commandId : undefined));
    return [...heads].map(([tenant, sequence]) => ({ tenant, sequence }));
  }

  #write({ tenant, stream, expectedVersion, events }: StreamWrite, commandId: string | undefined): number {
    const head = this.#moveHead.get(tenant, events.length, Date.now()) ?? 0;
    if (this.#streamVersion.get(tenant, stream) !== expectedVersion) throw new VersionConflict(stream, expectedVersion);
    events.forEach((event, index) => {
      const last = index === events.length - 1;
      this.#insertEvent(tenant, head - events.length + index + 1, stream, expectedVersion + index + 1, event, last ? commandId : undefined);
    });
    return head;
  }

  /** A repeated command finds what it did in its way, in a stream or in a side table: say so, rather than "conflict". */
  #refusal({ commandId }: Append, error: Error): Error {
    const refused = error instanceof VersionConflict || error instanceof StatementRefused || isUnique(error);
    if (!commandId || !refused) return error;
    const repeated = this.#writer.prepare('select 1 from event where command_id = ?').get(commandId) !== undefined;
    return repeated ? new CommandRepeated(commandId) : error;
  }

  #insertEvent(
    tenant: string,
    sequence: number,
    stream: string,
    version: number,
    event: EncodedEvent,
    commandId: string | undefined,
  ): void {
    const { type, schemaVersion, data, metadata, recordedAt } = event;
    this.#insert.run(tenant, sequence, stream, version, type, schemaVersion, data, JSON.stringify(metadata), recordedAt, commandId ?? null);
  }
}

function stored(row: Row): StoredEvent {
  return { ...row, metadata: JSON.parse(row.metadata) as EventMetadata };
}

function isUnique(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
