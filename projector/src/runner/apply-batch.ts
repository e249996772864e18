import type { RecordedEvent } from '@jetbridge/schema/events';
import { failpoints } from '@jetbridge/schema/failpoints';
import { projectionName, type Sql, type Storage, type Table, tableOf } from '@jetbridge/schema/storage';
import type { Projection } from './projection.ts';
import { Rows, type Tables } from './rows.ts';

/** A place read models stand in: the live tables, or a set beside them, each with checkpoints of its own. */
export interface Target {
  tables: Tables;
  /** What its checkpoints are filed under. */
  checkpoint: string;
}

/** @param suffix of a set beside the live tables, such as `_next` */
export function targetOf(storage: Storage, suffix = ''): Target {
  const known = new Map<unknown, Table>();
  const tables: Tables = (entity) => {
    let table = known.get(entity);
    if (!table) {
      const live = tableOf(storage.em(), entity);
      table = { ...live, name: `${live.name}${suffix}` };
      known.set(entity, table);
    }
    return table;
  };
  return { tables, checkpoint: `${projectionName}${suffix}` };
}

/**
 * One transaction: the events of one tenant into all read models, and the checkpoint after them. What the checkpoint has seen is passed over,
 * so a batch that arrives twice, or at two projectors at once, counts once; one that starts too late is left alone. Answers the checkpoint
 * afterwards.
 */
export function applyBatch(
  storage: Storage,
  target: Target,
  projections: readonly Projection[],
  tenant: string,
  events: readonly RecordedEvent[],
): Promise<number> {
  return storage.transaction((sql) => applyIn(sql, storage.kind, target, projections, tenant, events), { derived: true });
}

/** The same inside a transaction that does more. */
export async function applyIn(
  sql: Sql,
  kind: Storage['kind'],
  { tables, checkpoint }: Target,
  projections: readonly Projection[],
  tenant: string,
  events: readonly RecordedEvent[],
): Promise<number> {
  const key = [checkpoint, tenant];
  await sql.run('insert into checkpoint (projection, tenant, sequence) values (?, ?, 0) on conflict (projection, tenant) do nothing', key);
  const [found] = await sql.all<{ sequence: number }>(
    `select sequence from checkpoint where projection = ? and tenant = ?${kind === 'postgres' ? ' for update' : ''}`,
    key,
  );
  const seen = Number(found?.sequence);
  const fresh = events.filter(({ sequence }) => sequence > seen);
  if (fresh[0]?.sequence !== seen + 1) return seen;
  const rows = new Rows(sql, tables);
  for (const event of fresh) {
    for (const projection of projections) await projection[event.type]?.(event, rows);
  }
  await rows.flush();
  if (failpoints.armed) await failpoints.armed('checkpoint.before');
  const now = fresh.at(-1)!.sequence;
  const moved = await sql.run('update checkpoint set sequence = ? where projection = ? and tenant = ? and sequence = ?', [
    now,
    ...key,
    seen,
  ]);
  if (moved !== 1) throw new Error(`${tenant}: the checkpoint moved under us`);
  return now;
}
