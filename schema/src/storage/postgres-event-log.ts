import type { Pool, PoolClient, QueryConfig } from 'pg';
import type { EventMetadata } from '../events/event.ts';
import { failpoints } from '../failpoints.ts';
import {
  type Append,
  CommandRepeated,
  type EventLog,
  type Head,
  StatementRefused,
  type StoredEvent,
  type StreamWrite,
  VersionConflict,
} from './event-log.ts';
import { GroupCommit, type OnCommit } from './group-commit.ts';
import { inTransaction, toPostgres } from './postgres-sql.ts';

interface Row extends Omit<StoredEvent, 'metadata'> {
  metadata: string;
}

const columns = `tenant, sequence, stream, stream_version as "streamVersion", type, schema_version as "schemaVersion", data, metadata,
  recorded_at as "recordedAt"`;

/**
 * A whole batch in one statement, so in one round trip and one transaction. It moves the head rows first, in order of tenant (they are the
 * locks, and a fixed order cannot deadlock), and numbers the events from there. The unique indexes refuse a version that is taken; a version
 * ahead of its stream finds no event before it, gets no sequence, and is refused as null. `changed_at` is the end of the second: while it stays
 * the same its index is left alone, and the head rows of busy tenants do not bloat.
 */
const appendBatch = `
with head as (
  insert into tenant_head (tenant, sequence, changed_at)
  select tenant, events, (ceil(extract(epoch from clock_timestamp())) * 1000)::bigint
  from unnest($1::text[], $2::bigint[]) as moved (tenant, events) order by tenant
  on conflict (tenant) do update set sequence = tenant_head.sequence + excluded.sequence, changed_at = excluded.changed_at
  returning tenant, sequence
), moved as (
  select head.tenant, head.sequence, head.sequence - asked.events as before
  from head join unnest($1::text[], $2::bigint[]) as asked (tenant, events) using (tenant)
), stored as (
  insert into event (tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id)
  select e.tenant,
    case when e.first = 0 or exists (
      select from event earlier where earlier.tenant = e.tenant and earlier.stream = e.stream and earlier.stream_version = e.first
    ) then moved.before + e.place end,
    e.stream, e.stream_version, e.type, e.schema_version, e.data, e.metadata, e.recorded_at, e.command_id
  from unnest($3::text[], $4::bigint[], $5::text[], $6::integer[], $7::integer[], $8::text[], $9::integer[], $10::text[], $11::text[], $12::bigint[], $13::text[])
    as e (tenant, place, stream, stream_version, first, type, schema_version, data, metadata, recorded_at, command_id)
  join moved using (tenant)
)
select tenant, sequence from moved`;

/** The same for one event alone, which is what a quiet hour sends: without arrays and joins the database is done in half the time. */
const appendEvent = `
with head as (
  insert into tenant_head (tenant, sequence, changed_at)
  values ($1, 1, (ceil(extract(epoch from clock_timestamp())) * 1000)::bigint)
  on conflict (tenant) do update set sequence = tenant_head.sequence + 1, changed_at = excluded.changed_at
  returning sequence
)
insert into event (tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id)
select $1,
  case when $4::integer = 0 or exists (
    select from event earlier where earlier.tenant = $1 and earlier.stream = $2 and earlier.stream_version = $4
  ) then head.sequence end,
  $2, $3::integer, $5, $6::integer, $7, $8, $9::bigint, $10 from head
returning tenant, sequence`;

const refusals = new Set(['23505', '23502', '40P01']); // unique_violation, not_null_violation, deadlock_detected

/**
 * The event log on PostgreSQL. A batch goes through as one statement, or as one transaction where side tables change with it; when anything in
 * it is refused, its commands are tried one by one, so each learns why and the others are stored.
 */
export class PostgresEventLog implements EventLog {
  readonly #pool: Pool;
  readonly #commits: GroupCommit;

  /** @param pool connections of its own, set up by `appendSettings`: an append must never wait for a slow reader's connection */
  constructor(
    pool: Pool,
    private readonly reading: Pool,
    onCommit?: OnCommit,
  ) {
    this.#pool = pool;
    this.#commits = new GroupCommit((batch) => this.#commit(batch), onCommit);
  }

  append(append: Append): Promise<Head[]> {
    return this.#commits.append(append);
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<StoredEvent[]> {
    return this.#read(
      `select ${columns} from event where tenant = $1 and stream = $2 and stream_version > $3 order by stream_version`,
      'stream',
      [tenant, stream, afterVersion],
    );
  }

  async readTenant(tenant: string, after: number, limit: number): Promise<StoredEvent[]> {
    return this.#read(`select ${columns} from event where tenant = $1 and sequence > $2 order by sequence limit $3`, 'tenant', [
      tenant,
      after,
      limit,
    ]);
  }

  async readTenantBefore(tenant: string, before: number, limit: number): Promise<StoredEvent[]> {
    return this.#read(`select ${columns} from event where tenant = $1 and sequence < $2 order by sequence desc limit $3`, 'tenant before', [
      tenant,
      before,
      limit,
    ]);
  }

  /** Found by their streams first: the planner would rather look through the tenant's history for the few that fit. */
  async readStreamsBefore(tenant: string, streams: readonly string[], before: number, limit: number): Promise<StoredEvent[]> {
    return this.#read(
      `with found as materialized (
         select event.* from unnest($2::text[]) as wanted (stream) join event on event.tenant = $1 and event.stream = wanted.stream
         where event.sequence < $3
       )
       select ${columns} from found order by sequence desc limit $4`,
      'streams before',
      [tenant, streams, before, limit],
    );
  }

  async heads(changedSince: number): Promise<Head[]> {
    const { rows } = await this.reading.query<Head>({
      name: 'heads',
      text: 'select tenant, sequence from tenant_head where changed_at >= $1',
      values: [changedSince],
    });
    return rows;
  }

  async findCommand(commandId: string): Promise<StoredEvent | undefined> {
    return (await this.#read(`select ${columns} from event where command_id = $1`, 'command', [commandId]))[0];
  }

  close(): Promise<void> {
    return this.#commits.settled();
  }

  async #read(text: string, name: string, values: (string | number | readonly string[])[]): Promise<StoredEvent[]> {
    const { rows } = await this.reading.query<Row>({ name: `read ${name}`, text, values });
    return rows.map((row) => ({ ...row, metadata: JSON.parse(row.metadata) as EventMetadata }));
  }

  async #commit(batch: readonly Append[]): Promise<(Head[] | Error)[]> {
    const plain = batch.every(({ statements = [] }) => statements.length === 0);
    try {
      return await (plain ? this.#appendAll(this.#pool, batch) : this.#appendWithStatements(batch));
    } catch (error) {
      if (!(error instanceof StatementRefused) && !refusals.has((error as { code?: string }).code ?? '')) throw error;
    }
    const results: (Head[] | Error)[] = [];
    for (const append of batch) results.push(await this.#appendOne(append).catch((error: Error) => this.#refusal(append, error)));
    return results;
  }

  /** A repeated command may find what it did in a side table in its way: say so, rather than "taken". Not knowing is neither. */
  async #refusal({ commandId }: Append, error: Error): Promise<Error> {
    if (!commandId || !(error instanceof StatementRefused)) return error;
    try {
      const { rowCount } = await this.#pool.query('select from event where command_id = $1', [commandId]);
      return rowCount ? new CommandRepeated(commandId) : error;
    } catch (failure) {
      return failure as Error;
    }
  }

  /** The statements of all before the events of all: the heads, which everybody waits for, are locked last and shortest. */
  #appendWithStatements(batch: readonly Append[]): Promise<Head[][]> {
    return inTransaction(this.#pool, async (client) => {
      // In a fixed order: two batches that lock the same rows must not wait for each other.
      const first = ({ statements = [] }: Append) => `${statements[0]?.sql} ${statements[0]?.params[0]}`;
      for (const append of batch.toSorted((a, b) => (first(a) < first(b) ? -1 : 1))) await runStatements(client, append);
      return this.#appendAll(client, batch);
    });
  }

  async #appendAll(client: Pool | PoolClient, batch: readonly Append[]): Promise<Head[][]> {
    const [first] = batch;
    const alone = batch.length === 1 && first?.writes.length === 1 && first.writes[0]?.events.length === 1;
    if (alone) return [await this.#send(client, { name: 'append event', text: appendEvent, values: toValues(first) })];
    const rows = await this.#send(client, { name: 'append', text: appendBatch, values: toArrays(batch) });
    const ends = new Map(rows.map(({ tenant, sequence }) => [tenant, sequence]));
    // Heads are known after the whole batch; each command's own is as many events earlier as came after it.
    const after = new Map<string, number>();
    const results: Head[][] = [];
    for (const { writes } of batch.toReversed()) {
      const tenants = [...new Set(writes.map(({ tenant }) => tenant))];
      results.unshift(tenants.map((tenant) => ({ tenant, sequence: (ends.get(tenant) ?? 0) - (after.get(tenant) ?? 0) })));
      for (const { tenant, events } of writes) after.set(tenant, (after.get(tenant) ?? 0) + events.length);
    }
    return results;
  }

  async #send(client: Pool | PoolClient, statement: QueryConfig): Promise<Head[]> {
    const sent = client.query<Head>(statement);
    const { rows } = await (failpoints.armed ? Promise.all([sent, failpoints.armed('commit.within')]).then(([answer]) => answer) : sent);
    return rows;
  }

  /** Slower, and able to say what is wrong: versions are read under the lock of the head row. */
  #appendOne(append: Append): Promise<Head[]> {
    return inTransaction(this.#pool, async (client) => {
      await runStatements(client, append);
      const counts = countByTenant([append]);
      for (const tenant of [...counts.keys()].sort()) {
        await client.query(
          'insert into tenant_head (tenant, sequence, changed_at) values ($1, 0, 0) on conflict (tenant) do update set changed_at = tenant_head.changed_at',
          [tenant],
        );
      }
      const { commandId } = append;
      if (commandId && (await client.query('select from event where command_id = $1', [commandId])).rowCount)
        throw new CommandRepeated(commandId);
      for (const { tenant, stream, expectedVersion } of firstWrites(append.writes)) {
        const { rows } = await client.query<{ version: number }>(
          'select coalesce(max(stream_version), 0) as version from event where tenant = $1 and stream = $2',
          [tenant, stream],
        );
        if (rows[0]?.version !== expectedVersion) throw new VersionConflict(stream, expectedVersion);
      }
      try {
        const { rows } = await client.query<Head>({ name: 'append', text: appendBatch, values: toArrays([append]) });
        if (failpoints.armed) await failpoints.armed('commit.within');
        return [...counts.keys()].map((tenant) => rows.find((head) => head.tenant === tenant)!);
      } catch (error) {
        // The same command in another tenant's transaction, committed between our look and our write.
        if ((error as { constraint?: string }).constraint === 'event_command' && commandId) throw new CommandRepeated(commandId);
        throw error;
      }
    });
  }
}

async function runStatements(client: PoolClient, { statements = [] }: Append): Promise<void> {
  for (const { sql, params } of statements) {
    try {
      await client.query(toPostgres(sql), [...params]);
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (code === '23505') throw new StatementRefused(constraint ?? 'unique', error);
      throw error;
    }
  }
}

function countByTenant(batch: readonly Append[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { writes } of batch) {
    for (const { tenant, events } of writes) counts.set(tenant, (counts.get(tenant) ?? 0) + events.length);
  }
  return counts;
}

/** Of several writes to one stream in one append, the first: the others build on it. */
function firstWrites(writes: readonly StreamWrite[]): StreamWrite[] {
  return writes.filter(
    ({ tenant, stream }, index) => writes.findIndex((other) => other.tenant === tenant && other.stream === stream) === index,
  );
}

/** Of an append of one event. */
function toValues({ writes, commandId }: Append): unknown[] {
  const { tenant, stream, expectedVersion, events } = writes[0]!;
  const { type, schemaVersion, data, metadata, recordedAt } = events[0]!;
  const version = expectedVersion + 1;
  return [tenant, stream, version, expectedVersion, type, schemaVersion, data, JSON.stringify(metadata), recordedAt, commandId ?? null];
}

function toArrays(batch: readonly Append[]): unknown[][] {
  const counts = countByTenant(batch);
  const places = new Map<string, number>();
  const events: unknown[][] = Array.from({ length: 11 }, () => []);
  for (const { writes, commandId } of batch) {
    const firsts = new Set(firstWrites(writes));
    for (const write of writes) {
      const { tenant, stream, expectedVersion } = write;
      for (const [index, event] of write.events.entries()) {
        const place = (places.get(tenant) ?? 0) + 1;
        places.set(tenant, place);
        const first = index === 0 && firsts.has(write) ? expectedVersion : 0; // the version that must be there already
        const last = write === writes.at(-1) && index === write.events.length - 1;
        const row = [
          tenant,
          place,
          stream,
          expectedVersion + index + 1,
          first,
          event.type,
          event.schemaVersion,
          event.data,
          JSON.stringify(event.metadata),
          event.recordedAt,
          last ? (commandId ?? null) : null,
        ];
        for (const [column, value] of row.entries()) events[column]!.push(value);
      }
    }
  }
  return [[...counts.keys()], [...counts.values()], ...events];
}
