import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { schemaVersion } from './migrate.ts';
import type { Sql, SqlValue } from './sql.ts';
import type { BackupSource, Snapshot, Storage } from './storage.ts';

/**
 * A backup: gzip of JSON lines, the same for every database. The header, then for each table `{"table","columns"}` and its rows as arrays,
 * then `{"rows"}`, without which it is incomplete. Read models are not in it: they follow from the log.
 */
export interface BackupHeader {
  format: 'jetbridge backup';
  version: 1;
  /** Of the database; restored by a release that knows the same one. */
  schema: number;
  createdAt: string;
  /** Which secrets the log's personal data needs, as the keyring names them. */
  keyIds: string[];
  /** The secret, where the installation keeps it in a file. Absent when it is given from outside. */
  secret?: string;
}

/** It cannot be restored, or not here; the message says why and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

const chunkLength = 64 * 1024; // characters
const rowsPerInsert = 200;

/** Writes what is there at one moment, while others go on. The file is its owner's only, and has its name once it is complete. */
export async function writeBackup(
  storage: BackupSource,
  file: string,
  { keyIds, secret, schema = schemaVersion }: Pick<BackupHeader, 'keyIds' | 'secret'> & { schema?: number },
): Promise<{ rows: number }> {
  const header: BackupHeader = {
    format: 'jetbridge backup',
    version: 1,
    schema,
    createdAt: new Date().toISOString(),
    keyIds,
    ...(secret && { secret }),
  };
  const partial = `${file}.partial`;
  let rows = 0;
  const lines = async function* (sql: Snapshot) {
    yield header;
    for (const table of await keptTables(sql, storage.kind)) {
      let columns: string[] | undefined;
      for await (const row of sql.rows(`select * from ${table} order by ${table === 'event' ? 'tenant, sequence' : 1}`)) {
        if (!columns) {
          columns = Object.keys(row);
          yield { table, columns };
        }
        rows++;
        yield columns.map((column) => row[column]);
      }
    }
    yield { rows };
  };
  try {
    await storage.snapshot((sql) =>
      pipeline(Readable.from(chunks(lines(sql))), createGzip(), createWriteStream(partial, { mode: 0o600, flags: 'w' })),
    );
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { rows };
}

/** The header alone. */
export async function readBackupHeader(file: string): Promise<BackupHeader> {
  for await (const line of backupLines(file)) return line as BackupHeader;
  throw new BackupRefused(`${file} is empty.`);
}

/** Puts everything into a database without events, all or nothing. `beforeCommit` is part of it. */
export async function restoreBackup(
  storage: Storage,
  file: string,
  beforeCommit: () => Promise<void> = async () => {},
): Promise<{ rows: number }> {
  return storage.transaction(async (sql) => {
    if ((await sql.all('select 1 from tenant_head limit 1')).length > 0) {
      throw new BackupRefused('This database has events already: a backup is restored into an empty one only.');
    }
    // A start without any use leaves a setup link.
    for (const table of await keptTables(sql, storage.kind)) if (table !== 'event') await sql.run(`delete from ${table}`);
    let insert: Inserter | undefined;
    let [rows, promised] = [0, -1];
    for await (const line of backupLines(file)) {
      if (Array.isArray(line)) {
        rows++;
        await insert!.add(line as SqlValue[]);
      } else if (typeof line === 'object' && line && 'table' in line) {
        await insert?.flush();
        const { table, columns } = line as { table: string; columns: string[] };
        insert = await Inserter.open(sql, storage.kind, table, columns);
      } else if (typeof line === 'object' && line && 'rows' in line) promised = line.rows as number;
    }
    await insert?.flush();
    if (rows !== promised) throw new BackupRefused(`${file} is incomplete: nothing was restored.`);
    await beforeCommit();
    return { rows };
  });
}

class Inserter {
  readonly #rows: SqlValue[] = [];
  #count = 0;

  private constructor(
    private readonly sql: Sql,
    private readonly table: string,
    private readonly columns: readonly string[],
    private readonly booleans: ReadonlySet<number>,
  ) {}

  static async open(sql: Sql, kind: Storage['kind'], table: string, columns: string[]): Promise<Inserter> {
    const known = new Set(await keptTables(sql, kind));
    for (const name of [table, ...columns]) if (!/^[a-z_0-9]+$/.test(name)) throw new BackupRefused(`"${name}" is not a name of ours.`);
    if (!known.has(table)) throw new BackupRefused(`This release has no table ${table}.`);
    // SQLite has no booleans of its own: its backups say 0 and 1.
    const found =
      kind === 'postgres'
        ? await sql.all<{ name: string }>(
            `select column_name as name from information_schema.columns
             where table_schema = current_schema() and table_name = ? and data_type = 'boolean'`,
            [table],
          )
        : [];
    return new Inserter(sql, table, columns, new Set(found.map(({ name }) => columns.indexOf(name))));
  }

  async add(row: readonly SqlValue[]): Promise<void> {
    for (const [index, value] of row.entries()) this.#rows.push(this.booleans.has(index) && value !== null ? Boolean(value) : value);
    if (++this.#count === rowsPerInsert) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#count === 0) return;
    const row = `(${this.columns.map(() => '?').join(', ')})`;
    const rows = Array.from({ length: this.#count }, () => row).join(', ');
    await this.sql.run(`insert into ${this.table} (${this.columns.join(', ')}) values ${rows}`, this.#rows);
    this.#rows.length = 0;
    this.#count = 0;
  }
}

/** Every table that does not follow from others, nor from migrating. A restored history gets a name of its own: it may go on otherwise. */
async function keptTables(sql: Sql, kind: Storage['kind']): Promise<string[]> {
  const rows = await sql.all<{ name: string }>(
    kind === 'sqlite'
      ? `select name from sqlite_schema where type = 'table' order by name`
      : `select tablename as name from pg_tables where schemaname = current_schema() order by tablename`,
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^(rm_|sqlite_)|^(checkpoint|history|migration|schema_info|stopped_tenant)$/.test(name));
}

async function* chunks(lines: AsyncIterable<unknown>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${JSON.stringify(line)}\n`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** The first is the header, proved to be one of ours. */
async function* backupLines(file: string): AsyncGenerator<unknown> {
  let first = true;
  try {
    for await (const line of textLines(file)) {
      const parsed: unknown = JSON.parse(line);
      if (first) checkHeader(file, parsed as Partial<BackupHeader>);
      first = false;
      yield parsed;
    }
  } catch (error) {
    if (error instanceof BackupRefused || (error as NodeJS.ErrnoException).syscall) throw error;
    throw new BackupRefused(`${file} cannot be read as a backup: ${(error as Error).message}.`);
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip().setEncoding('utf8');
  source.on('error', (error) => gunzip.destroy(error));
  let rest = '';
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    source.destroy();
  }
}

function checkHeader(file: string, { format, version, schema }: Partial<BackupHeader>): void {
  if (format !== 'jetbridge backup') throw new BackupRefused(`${file} is not a backup of Jetbridge.`);
  if (version !== 1 || schema !== schemaVersion) {
    throw new BackupRefused(
      `${file} was made with schema ${schema}, this release knows ${schemaVersion}: restore it with the release that made it, then update.`,
    );
  }
}
