import type { EntityName } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { SqlValue } from './sql.ts';

/** A table as its entity describes it: what the projector needs to read and write whole rows without the ORM's unit of work. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { property: string; column: string; boolean: boolean }[];
}

export function tableOf<Row extends object>(em: EntityManager, entity: EntityName<Row>): Table {
  const { tableName, properties } = em.getMetadata(entity);
  return {
    name: tableName,
    columns: Object.entries<{ fieldNames: string[]; runtimeType: string }>(properties).map(([property, { fieldNames, runtimeType }]) => ({
      property,
      column: fieldNames[0] ?? property,
      boolean: runtimeType === 'boolean',
    })),
  };
}

/** A row as the database answered it, under the names of its entity. */
export function toRow<Row>(table: Table, found: Record<string, SqlValue>): Row {
  return Object.fromEntries(
    table.columns.map(({ property, column, boolean }) => [property, boolean ? Boolean(found[column]) : found[column]]),
  ) as Row;
}
