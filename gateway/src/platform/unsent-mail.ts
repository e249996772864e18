import type { Sql } from '@jetbridge/schema/storage';

/** Mail without a link that dies. */
export const keptForMs = 3 * 24 * 60 * 60_000;

/** When mail is due that is not tried again. */
export const givenUp = Number.MAX_SAFE_INTEGER;

/** The outbox, counted. `lateMs`: how long the oldest waits that is still worth sending. */
export async function unsentMail(reader: Sql, now: number): Promise<{ waiting: number; failing: number; givenUp: number; lateMs: number }> {
  const [row] = await reader.all<Record<'total' | 'gone' | 'failed' | 'first', number | null>>(
    `select count(*) as total, sum(case when due_at = ${givenUp} then 1 else 0 end) as gone,
       sum(case when error is not null and due_at < ${givenUp} then 1 else 0 end) as failed,
       min(case when due_at < ${givenUp} and coalesce(expires_at, created_at + ${keptForMs}) > ? then created_at end) as first
     from mail_outbox where sent_at is null`,
    [now],
  );
  const { total, gone, failed, first } = row!;
  const [all, over, failing] = [Number(total), Number(gone ?? 0), Number(failed ?? 0)];
  return { waiting: all - over - failing, failing, givenUp: over, lateMs: first === null ? 0 : Math.max(0, now - Number(first)) };
}
