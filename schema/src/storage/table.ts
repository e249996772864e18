import type { EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { SqlValue } from './sql.ts';
import type { Storage } from './storage.ts';

/** A table as its entity describes it: what the projector needs to read and write whole rows without the ORM's unit of work. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { property: string; column: string }[];
  /** The columns under their properties' names, for a `select`. */
  readonly selected: string;
  readonly booleans: readonly string[];
}

export function tableOf<Row extends object>(em: EntityManager, entity: EntityName<Row>): Table {
  const { tableName, properties } = em.getMetadata(entity);
  const described = Object.entries<{ fieldNames: string[]; runtimeType: string }>(properties);
  const columns = described.map(([property, { fieldNames }]) => ({ property, column: fieldNames[0] ?? property }));
  return {
    name: tableName,
    columns,
    selected: columns.map(({ property, column }) => `${column} as "${property}"`).join(', '),
    booleans: described.filter(([, { runtimeType }]) => runtimeType === 'boolean').map(([property]) => property),
  };
}

/** A row selected under the names of its entity, which `found` becomes: SQLite has no booleans of its own. */
export function toRow<Row>({ booleans }: Table, found: Record<string, SqlValue>): Row {
  for (const property of booleans) found[property] = Boolean(found[property]);
  return found as Row;
}

/** Rows of a read model by plain SQL: what follows `select … from <table>`, with `?` placeholders. */
export type ReadRows = <Row extends object>(entity: EntityName<Row>, rest: string, params: readonly SqlValue[]) => Promise<Row[]>;

/** Reads whole rows at the driver's speed: on the paths every request takes, building and hydrating through the ORM costs more than the query. */
export function rowReader({ reader, em }: Pick<Storage, 'reader' | 'em'>): ReadRows {
  const tables = new Map<unknown, Table>();
  return async <Row extends object>(entity: EntityName<Row>, rest: string, params: readonly SqlValue[]) => {
    const table = tables.get(entity) ?? tableOf(em(), entity);
    tables.set(entity, table);
    const found = await reader.all<Record<string, SqlValue>>(`select ${table.selected} from ${table.name} ${rest}`, params);
    return found.map((row) => toRow<Row>(table, row));
  };
}
