export type SqlValue = string | number | boolean | null;

/** Plain SQL inside one transaction, `?` placeholders on every database. */
export interface Sql {
  all<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** Answers how many rows changed. */
  run(sql: string, params?: readonly SqlValue[]): Promise<number>;
}
