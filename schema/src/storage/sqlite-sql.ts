import type { Database, Statement as Prepared } from 'better-sqlite3';
import type { Sql, SqlValue } from './sql.ts';

type Bindable = string | number | null;

/** SQLite has no booleans of its own. */
export function bindable(value: SqlValue): Bindable {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Statements are prepared once and kept. */
export function sqlOver(database: Database): Sql {
  const prepared = new Map<string, Prepared<Bindable[]>>();
  const prepare = (sql: string) => {
    let statement = prepared.get(sql);
    if (!statement) {
      if (prepared.size > 500) prepared.clear();
      statement = database.prepare<Bindable[]>(sql);
      prepared.set(sql, statement);
    }
    return statement;
  };
  return {
    all: async <Row>(sql: string, params: readonly SqlValue[] = []) => prepare(sql).all(...params.map(bindable)) as Row[],
    run: async (sql, params = []) => prepare(sql).run(...params.map(bindable)).changes,
  };
}
