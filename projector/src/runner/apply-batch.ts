import type { RecordedEvent } from '@jetbridge/schema/events';
import { projectionName, type Storage } from '@jetbridge/schema/storage';
import type { Projection } from './projection.ts';
import { Rows, type Tables } from './rows.ts';

/**
 * One transaction: the events of one tenant into all read models, and the checkpoint after them. What the checkpoint has seen is passed over,
 * so a batch that arrives twice, or at two projectors at once, counts once. Answers the checkpoint afterwards.
 */
export function applyBatch(
  storage: Storage,
  tables: Tables,
  projections: readonly Projection[],
  tenant: string,
  events: readonly RecordedEvent[],
): Promise<number> {
  return storage.transaction(async (sql) => {
    const key = [projectionName, tenant];
    await sql.run(
      'insert into checkpoint (projection, tenant, sequence) values (?, ?, 0) on conflict (projection, tenant) do nothing',
      key,
    );
    const [checkpoint] = await sql.all<{ sequence: number }>(
      `select sequence from checkpoint where projection = ? and tenant = ?${storage.kind === 'postgres' ? ' for update' : ''}`,
      key,
    );
    const seen = Number(checkpoint?.sequence);
    const fresh = events.filter(({ sequence }) => sequence > seen);
    if (fresh.length === 0) return seen;
    if (fresh[0]!.sequence !== seen + 1) throw new Error(`${tenant}: expected event ${seen + 1}, was given ${fresh[0]!.sequence}`);
    const rows = new Rows(sql, tables);
    for (const event of fresh) {
      for (const projection of projections) await projection[event.type]?.(event, rows);
    }
    await rows.flush();
    const now = fresh.at(-1)!.sequence;
    const moved = await sql.run('update checkpoint set sequence = ? where projection = ? and tenant = ? and sequence = ?', [
      now,
      ...key,
      seen,
    ]);
    if (moved !== 1) throw new Error(`${tenant}: the checkpoint moved under us`);
    return now;
  });
}
