import { readModelTables, type SqlValue, type Storage } from '@jetbridge/schema/storage';

/** Every row of every read model, and the checkpoints: what must be the same after a rebuild, a restore, on any database. */
export async function readModelRows({ reader, kind }: Storage): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of await readModelTables(reader, kind)) {
    const rows = await reader.all<Record<string, SqlValue>>(`select * from ${table} order by id`);
    // SQLite has no booleans of its own.
    found[table] = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])));
  }
  found.checkpoint = await reader.all(`select projection, tenant, sequence from checkpoint order by projection, tenant`);
  return found;
}

function plain(value: SqlValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}
