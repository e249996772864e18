import { type Sql, type SqlValue, type Table, toRow } from '@jetbridge/schema/storage';
import type { EntityName } from '@mikro-orm/core';

/** How a table of an entity is found: given by whoever opened the storage. */
export type Tables = <Row extends object>(entity: EntityName<Row>) => Table;

interface Held {
  table: Table;
  row: Record<string, SqlValue>;
  /** Columns that differ from the row in the database; null when all of it is written. */
  changed: Set<string> | null;
}

const mostPerStatement = 100;

/**
 * The read models during one batch: rows are read once, changed in memory, and written together at the end, however many events touched them.
 */
export class Rows {
  readonly #sql: Sql;
  readonly #tables: Tables;
  readonly #held = new Map<string, Held>();

  constructor(sql: Sql, tables: Tables) {
    this.#sql = sql;
    this.#tables = tables;
  }

  /** Writes a whole row, new or not. */
  put<Row extends { id: string }>(entity: EntityName<Row>, row: NoInfer<Row>): void {
    const table = this.#tables(entity);
    this.#held.set(`${table.name} ${row.id}`, { table, row: row as unknown as Record<string, SqlValue>, changed: null });
  }

  /** Changes a row that must be there: events about it follow the event that made it. */
  async change<Row extends { id: string }>(entity: EntityName<Row>, id: string, change: (row: Row) => void): Promise<void> {
    const table = this.#tables(entity);
    const key = `${table.name} ${id}`;
    const found = await this.find(entity, id);
    if (!found) throw new Error(`${table.name} has no row ${id}`);
    const row = found as unknown as Record<string, SqlValue>;
    const before = { ...row };
    change(found);
    const held = this.#held.get(key);
    if (held?.changed === null) return; // all of it is written anyway
    const changed = held?.changed ?? new Set<string>();
    for (const { property, column } of table.columns) if (row[property] !== before[property]) changed.add(column);
    this.#held.set(key, { table, row, changed });
  }

  /** A row as the events before have left it. */
  async find<Row extends { id: string }>(entity: EntityName<Row>, id: string): Promise<Row | undefined> {
    const table = this.#tables(entity);
    return (this.#held.get(`${table.name} ${id}`)?.row as Row | undefined) ?? (await this.#read<Row>(table, id));
  }

  /** Rows as the events before have left them, by what follows `select … from <table>`. They are written for that, so this is for the rare event. */
  async select<Row extends object>(entity: EntityName<Row>, rest: string, params: readonly SqlValue[]): Promise<Row[]> {
    await this.flush();
    const table = this.#tables(entity);
    const found = await this.#sql.all<Record<string, SqlValue>>(`select ${table.selected} from ${table.name} ${rest}`, params);
    return found.map((row) => toRow<Row>(table, row));
  }

  async #read<Row>(table: Table, id: string): Promise<Row | undefined> {
    const [found] = await this.#sql.all<Record<string, SqlValue>>(`select ${table.selected} from ${table.name} where id = ?`, [id]);
    return found && toRow<Row>(table, found);
  }

  /** One statement writes rows of which the same columns changed: SQLite writes anew each index whose columns a statement names. */
  async flush(): Promise<void> {
    const alike = new Map<string, { table: Table; changed: Set<string> | null; rows: Record<string, SqlValue>[] }>();
    for (const { table, row, changed } of this.#held.values()) {
      const key = `${table.name} ${changed ? [...changed].sort().join() : '*'}`;
      const group = alike.get(key) ?? { table, changed, rows: [] };
      alike.set(key, group);
      group.rows.push(row);
    }
    for (const { table, changed, rows } of alike.values()) {
      for (let start = 0; start < rows.length && changed?.size !== 0; start += mostPerStatement)
        await this.#upsert(table, changed, rows.slice(start, start + mostPerStatement));
    }
    this.#held.clear();
  }

  async #upsert(table: Table, changed: Set<string> | null, rows: Record<string, SqlValue>[]): Promise<void> {
    const names = table.columns.map(({ column }) => column);
    const values = `(${names.map(() => '?').join(', ')})`;
    const updates = names.filter((name) => name !== 'id' && (!changed || changed.has(name))).map((name) => `${name} = excluded.${name}`);
    await this.#sql.run(
      `insert into ${table.name} (${names.join(', ')}) values ${rows.map(() => values).join(', ')}
       on conflict (id) do update set ${updates.join(', ')}`,
      rows.flatMap((row) => table.columns.map(({ property }) => row[property] ?? null)),
    );
  }
}
