import type { EventMetadata } from '../events/event.ts';
import type { SqlValue } from './sql.ts';

/** An event as bytes know it: data and metadata are JSON, personal fields already sealed. */
export interface EncodedEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: EventMetadata;
  /** Epoch milliseconds, from the command's clock. */
  readonly recordedAt: number;
}

export interface StoredEvent extends EncodedEvent {
  readonly tenant: string;
  readonly sequence: number;
  readonly stream: string;
  readonly streamVersion: number;
}

export interface StreamWrite {
  tenant: string;
  stream: string;
  /** The version the decision was made on: 0 for a stream that must not exist yet. */
  expectedVersion: number;
  events: readonly EncodedEvent[];
}

/** A write to a side table that must agree with the events: committed with them or not at all. `?` placeholders on every database. */
export interface Statement {
  sql: string;
  params: readonly SqlValue[];
}

export interface Append {
  /** All or nothing, whatever streams and tenants they are in. */
  writes: readonly StreamWrite[];
  /** Unique over the whole log. It marks the last event of the last write. */
  commandId?: string;
  statements?: readonly Statement[];
}

export interface Head {
  tenant: string;
  sequence: number;
}

/**
 * The event log. An append first moves the head row of each tenant it writes to; that row is the lock, so `sequence` is dense per tenant and
 * commit order is sequence order: whoever reads `sequence > n` can skip nothing. Appends resolve after the commit is durable.
 */
export interface EventLog {
  /** Heads after the append, in the order of `writes`' tenants. Rejects with VersionConflict, CommandRepeated or StatementRefused; then nothing is stored. */
  append(append: Append): Promise<Head[]>;
  readStream(tenant: string, stream: string, afterVersion?: number): Promise<StoredEvent[]>;
  /** The tenant's history after `sequence`, in order, at most `limit` events. */
  readTenant(tenant: string, after: number, limit: number): Promise<StoredEvent[]>;
  /** The same backwards: what happened before `before`, newest first. */
  readTenantBefore(tenant: string, before: number, limit: number): Promise<StoredEvent[]>;
  /** And of these streams only. */
  readStreamsBefore(tenant: string, streams: readonly string[], before: number, limit: number): Promise<StoredEvent[]>;
  /** Heads that moved at or after `changedSince` (epoch ms; 0 for all). */
  heads(changedSince: number): Promise<Head[]>;
  findCommand(commandId: string): Promise<StoredEvent | undefined>;
  close(): Promise<void>;
}

/** Somebody else wrote to the stream since the decision was made: read it again and decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(stream: string, expected: number) {
    super(`stream ${stream} is no longer at version ${expected}`);
  }
}

/** The command id is in the log already: answer from what it did then. */
export class CommandRepeated extends Error {
  override readonly name = 'CommandRepeated';
  constructor(readonly commandId: string) {
    super(`command ${commandId} was done before`);
  }
}

/** A side table said no (a unique address taken, say); `constraint` is what the database calls it. */
export class StatementRefused extends Error {
  override readonly name = 'StatementRefused';
  constructor(
    readonly constraint: string,
    cause: unknown,
  ) {
    super(`a side table refused: ${constraint}`, { cause });
  }
}
