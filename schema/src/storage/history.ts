import type { Sql } from './sql.ts';

/** What this database's history is called: made up when it was migrated, and not restored from a backup. */
export async function historyName(reader: Sql): Promise<string> {
  const [row] = await reader.all<{ name: string }>('select name from history');
  return row!.name;
}
