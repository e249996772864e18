// Who appends: ours, the raw driver, emmett; each on a database of its own. `append(tenant)` stores one event of about 250 bytes in a new
// stream, as filing a PIREP does, and resolves once it is durable.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { getSQLiteEventStore, sqliteConnection } from '@event-driven-io/emmett-sqlite';
import { openStorage } from '@jetbridge/schema/storage';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const report = {
  memberId: randomUUID(),
  flightNumber: '417',
  departure: 'ENGM',
  arrival: 'ENBR',
  aircraftType: 'B738',
  route: 'OKSAT M609 VALDI',
};
const data = JSON.stringify({ ...report, remarks: '' });
const metadata = { actorId: randomUUID(), operation: 'filePirep', correlationId: randomUUID() };
const sealed = JSON.stringify(metadata);

export async function openOurs(url) {
  const storage = await openStorage(url);
  return {
    append: (tenant) => {
      const event = { type: 'PirepFiled', schemaVersion: 1, data, metadata, recordedAt: Date.now() };
      const write = { tenant, stream: `pirep-${randomUUID()}`, expectedVersion: 0, events: [event] };
      return storage.log.append({ writes: [write], commandId: randomUUID() });
    },
    close: () => storage.close(),
  };
}

/** The same table and indexes, and nothing but the insert: no head row, no check of the stream. */
const columns = 'tenant, sequence, stream, stream_version, type, schema_version, data, metadata, recorded_at, command_id';
const numbers = () => {
  const last = new Map();
  return (tenant) => last.set(tenant, (last.get(tenant) ?? 0) + 1).get(tenant);
};
const rowOf = (tenant, sequence) => [tenant, sequence, `pirep-${randomUUID()}`, 1, 'PirepFiled', 1, data, sealed, Date.now(), randomUUID()];

export async function openRawSqlite(file) {
  await (await openStorage(file)).close(); // makes the tables
  const database = new Sqlite(file);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  const insert = database.prepare(`insert into event (${columns}) values (${columns.replaceAll(/\w+/g, '?')})`);
  const next = numbers();
  return { append: async (tenant) => insert.run(rowOf(tenant, next(tenant))), close: async () => database.close() };
}

export async function openRawPostgres(url, connections) {
  await (await openStorage(url)).close();
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const values = columns.split(', ').map((_, index) => `$${index + 1}`);
  const text = `insert into event (${columns}) values (${values})`;
  const next = numbers();
  return { append: (tenant) => pool.query({ name: 'insert', text, values: rowOf(tenant, next(tenant)) }), close: () => pool.end() };
}

const expecting = { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' };
const appendTo = (store) => (tenant) =>
  store.appendToStream(`pirep-${tenant}-${randomUUID()}`, [{ type: 'PirepFiled', data: JSON.parse(data), metadata }], expecting);

export async function openEmmettPostgres(url, connections) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  const close = async () => {
    await store.close();
    await pool.end();
  };
  return { append: appendTo(store), close };
}

/** One connection, one append at a time: its own pool fails from 16 at once on. */
export async function openEmmettSqlite(fileName) {
  const connection = sqliteConnection({ fileName });
  await connection.command('PRAGMA synchronous = FULL');
  const store = getSQLiteEventStore({ fileName, connectionOptions: { singleton: true, connection } });
  await store.schema.migrate();
  const append = appendTo(store);
  let last = Promise.resolve();
  const inLine = (tenant) => {
    last = last.then(() => append(tenant));
    return last;
  };
  return { append: inLine, close: async () => connection.close() };
}
