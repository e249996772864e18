import {
  createSideTables,
  dropSideTables,
  holdCheckpoints,
  projectionName,
  readModelTables,
  type Sql,
  type SqlValue,
  verifyErasures,
  verifyLog,
} from '@jetbridge/schema/storage';
import { targetOf } from '../runner/apply-batch.ts';
import type { Follower } from '../runner/follow.ts';
import { catchUp, checkpoints } from './catch-up.ts';
import { reachLive, sum } from './rebuild.ts';

const suffix = '__check';
const mostSuspects = 1_000; // rows looked at twice, per table

export interface VerifyOptions {
  onProgress?(done: number, total: number): void;
}

/**
 * What is not as it must be, a sentence each: in the log, what is left of people who were erased, and between the read models and a fold of the
 * log made beside them for the purpose.
 * The product may serve meanwhile: rows that differ at one moment are looked at again with the checkpoints held, when both sides are level.
 */
export async function verify(follower: Follower, { onProgress }: VerifyOptions = {}): Promise<string[]> {
  const { storage } = follower;
  await using claim = await storage.claim('doctor');
  if (!claim) return ['The database is being examined by somebody else; try again when they are done.'];
  const findings = await storage.snapshot(verifyLog);
  const erasures = await storage.snapshot(verifyErasures);
  if (findings.length > 0) return [...findings, ...erasures, 'The read models were not compared: what the log says is not certain.'];
  await storage.transaction((sql) => createSideTables(sql, storage.kind, suffix));
  try {
    const target = targetOf(storage, suffix);
    const positions = new Map<string, number>();
    const onPoison = (error: Error) => findings.push(`${error.message.replaceAll(suffix, '')}.`);
    const live = await checkpoints(follower, projectionName);
    const total = sum(live.map(({ sequence }) => sequence));
    await catchUp(follower, target, positions, { until: live, onProgress: (done) => onProgress?.(done, total), onPoison });
    if (findings.length > 0) return [...findings, ...erasures];

    const tables = await readModelTables(storage.reader, storage.kind);
    const suspects = new Map<string, string[]>();
    await storage.snapshot(async (sql) => {
      for (const table of tables) suspects.set(table, await differingIds(sql, table));
    });
    await storage.transaction(async (sql) => {
      await holdCheckpoints(sql, storage.kind);
      await reachLive(follower, sql, target);
      for (const [table, ids] of suspects) findings.push(...(await differences(sql, table, ids)));
    });

    // What the live read models have not reached yet: an event they will stop at.
    const reached = await checkpoints(follower, target.checkpoint);
    for (const { tenant, sequence } of reached) positions.set(tenant, sequence);
    await catchUp(follower, target, positions, { until: await storage.log.heads(0), onPoison });
    return [...findings, ...erasures];
  } finally {
    await storage.transaction((sql) => dropSideTables(sql, storage.kind, suffix)).catch(() => {});
  }
}

async function differingIds(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `select id from (select * from ${table} except select * from ${table}${suffix}) live
     union select id from (select * from ${table}${suffix} except select * from ${table}) side limit ${mostSuspects}`,
  );
  return rows.map(({ id }) => id);
}

async function differences(sql: Sql, table: string, ids: readonly string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const id of ids) {
    const [[live], [folded]] = [await read(sql, table, id), await read(sql, `${table}${suffix}`, id)];
    if (!folded && live) findings.push(`${table}: row ${id} is there, and the log knows nothing of it.`);
    else if (folded && !live) findings.push(`${table}: row ${id} is missing.`);
    else if (folded && live) {
      const columns = Object.keys(folded).filter((column) => folded[column] !== live[column]);
      if (columns.length > 0) findings.push(`${table}: row ${id} is not what the log says, in ${columns.join(', ')}.`);
    }
  }
  return findings;
}

function read(sql: Sql, table: string, id: string): Promise<Record<string, SqlValue>[]> {
  return sql.all<Record<string, SqlValue>>(`select * from ${table} where id = ?`, [id]);
}
