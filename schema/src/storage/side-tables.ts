import type { Sql } from './sql.ts';
import { projectionName, type Storage } from './storage.ts';

/**
 * Read models beside the live ones: the same tables under a suffix, made from what the database says of the live tables. A name with `__` is
 * never a live table.
 */
export type SideSuffix = '__next' | '__check';

type Kind = Storage['kind'];

/** The live tables of the read models. */
export async function readModelTables(sql: Sql, kind: Kind): Promise<string[]> {
  const rows = await sql.all<{ name: string }>(
    kind === 'sqlite'
      ? `select name from sqlite_schema where type = 'table' order by name`
      : `select tablename as name from pg_tables where schemaname = current_schema() order by tablename`,
  );
  return rows.map(({ name }) => name).filter((name) => name.startsWith('rm_') && !name.includes('__'));
}

/** Empty ones; what an interrupted attempt left is thrown away. */
export async function createSideTables(sql: Sql, kind: Kind, suffix: SideSuffix): Promise<void> {
  await dropSideTables(sql, kind, suffix);
  for (const table of await readModelTables(sql, kind)) {
    if (kind === 'postgres') await createLikeInPostgres(sql, table, suffix);
    else await createLikeInSqlite(sql, table, suffix);
  }
}

export async function dropSideTables(sql: Sql, kind: Kind, suffix: SideSuffix): Promise<void> {
  for (const table of await readModelTables(sql, kind)) await sql.run(`drop table if exists ${table}${suffix}`);
  await sql.run('delete from checkpoint where projection = ?', [`${projectionName}${suffix}`]);
}

/** Nobody's checkpoint moves until the transaction ends. */
export async function holdCheckpoints(sql: Sql, kind: Kind): Promise<void> {
  if (kind === 'postgres') await sql.run('lock table checkpoint in share row exclusive mode'); // SQLite has one writer, and it is us
}

/** Puts the side tables in the place of the live ones, with their checkpoints. Readers see the old ones until the transaction commits. */
export async function swapSideTables(sql: Sql, kind: Kind, suffix: SideSuffix): Promise<void> {
  const tables = await readModelTables(sql, kind);
  if (kind === 'postgres') {
    // All at once and not for long: readers queue behind us, and two of us in different order would wait for each other for ever.
    await sql.run(`set local lock_timeout = '800ms'`);
    await sql.run(`lock table ${tables.join(', ')} in access exclusive mode`);
  }
  for (const table of tables) {
    const names = kind === 'postgres' ? await indexNames(sql, table) : undefined;
    await sql.run(`drop table ${table}`);
    await sql.run(`alter table ${table}${suffix} rename to ${table}`);
    if (!names) continue;
    for (const [definition, name] of await indexNames(sql, table)) {
      const old = names.get(definition);
      if (old && old !== name) await sql.run(`alter index ${name} rename to ${old}`);
    }
  }
  await sql.run('delete from checkpoint where projection = ?', [projectionName]);
  await sql.run('update checkpoint set projection = ? where projection = ?', [projectionName, `${projectionName}${suffix}`]);
}

/** With what others may do with it, where the product runs as another role than the one that migrates. */
async function createLikeInPostgres(sql: Sql, table: string, suffix: SideSuffix): Promise<void> {
  await sql.run(`create table ${table}${suffix} (like ${table} including all)`);
  const grants = await sql.all<{ grant: string }>(
    `select format('grant %s on %I to %s', privilege_type, ?::text, case grantee when 'PUBLIC' then 'public' else quote_ident(grantee) end) as grant
     from information_schema.role_table_grants where table_schema = current_schema() and table_name = ? and grantee <> current_user`,
    [`${table}${suffix}`, table],
  );
  for (const { grant } of grants) await sql.run(grant);
}

async function createLikeInSqlite(sql: Sql, table: string, suffix: SideSuffix): Promise<void> {
  const rows = await sql.all<{ type: string; name: string; sql: string }>(
    `select type, name, sql from sqlite_schema where tbl_name = ? and sql is not null order by type desc`,
    [table],
  );
  for (const { type, name, sql: definition } of rows) {
    if (type === 'table') await sql.run(definition.replace(/^(create table )"?\w+"?/i, `$1${table}${suffix}`));
    // SQLite cannot rename an index, so the two sets that take turns have names of their own. What is only compared needs none.
    else if (type === 'index' && suffix === '__next') {
      const other = name.endsWith('__2') ? name.slice(0, -3) : `${name}__2`;
      await sql.run(definition.replace(/^(create (?:unique )?index )"?\w+"? on "?\w+"?/i, `$1${other} on ${table}${suffix}`));
    }
  }
}

/** Of a PostgreSQL table: what each index is, without its own and the table's name, and what it is called. */
async function indexNames(sql: Sql, table: string): Promise<Map<string, string>> {
  const rows = await sql.all<{ name: string; definition: string }>(
    'select indexname as name, indexdef as definition from pg_indexes where schemaname = current_schema() and tablename = ?',
    [table],
  );
  return new Map(rows.map(({ name, definition }) => [definition.replace(/ INDEX \S+ ON \S+ /, ' '), name]));
}
