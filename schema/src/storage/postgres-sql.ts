import type { Pool, PoolClient } from 'pg';
import type { Sql, SqlValue } from './sql.ts';

const numbered = new Map<string, string>();

/** `?` → `$1`, `$2` …: the one thing in which plain SQL of ours differs between the databases. */
export function toPostgres(sql: string): string {
  let text = numbered.get(sql);
  if (text === undefined) {
    let position = 0;
    text = sql.replace(/\?/g, () => `$${++position}`);
    if (numbered.size > 1_000) numbered.clear();
    numbered.set(sql, text);
  }
  return text;
}

export function sqlOver(client: Pool | PoolClient): Sql {
  const query = (sql: string, params: readonly SqlValue[]) => client.query(toPostgres(sql), [...params]);
  return {
    all: async <Row>(sql: string, params: readonly SqlValue[] = []) => (await query(sql, params)).rows as Row[],
    run: async (sql, params = []) => (await query(sql, params)).rowCount ?? 0,
  };
}

const fetchSize = 1_000; // rows

/** Through a cursor: the whole table need not fit into memory. One at a time on a client. */
export async function* rowsOf(client: PoolClient, sql: string): AsyncGenerator<Record<string, SqlValue>> {
  await client.query(`declare rows_of no scroll cursor for ${sql}`);
  for (let rows: Record<string, SqlValue>[] = []; ; ) {
    ({ rows } = await client.query<Record<string, SqlValue>>(`fetch ${fetchSize} from rows_of`));
    yield* rows;
    if (rows.length < fetchSize) break;
  }
  await client.query('close rows_of');
}

/** Runs `work` in a transaction on one client; rolls back and rethrows when it fails. A client whose connection broke is thrown away. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
