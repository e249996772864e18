import type { Sql } from './sql.ts';
import { projectionName, type Storage } from './storage.ts';

/** A tenant whose read models stand still before an event, while the others go on. */
export interface StoppedTenant {
  tenant: string;
  /** Of the airline, where its read model has got that far. */
  code: string | null;
  /** Of the event it stopped at. */
  sequence: number;
  error: string;
  /** At this event, by any process. */
  attempts: number;
  /** Epoch ms. */
  since: number;
  /** Epoch ms of the next attempt; 0 when it was asked for and nobody has made it yet. */
  retryAt: number;
}

/**
 * Every tenant that stands still now, longest first. It is kept in the database, as the projector may be another process than who asks; a
 * record the checkpoint has passed, whoever moved it, counts no more.
 */
export async function stoppedTenants(sql: Sql): Promise<StoppedTenant[]> {
  const rows = await sql.all<StoppedTenant>(
    `select stopped.tenant as tenant, airline.code as code, stopped.sequence as sequence, stopped.error as error,
       stopped.attempts as attempts, stopped.since as since, stopped.retry_at as "retryAt"
     from stopped_tenant stopped
     left join checkpoint on checkpoint.projection = stopped.projection and checkpoint.tenant = stopped.tenant
     left join rm_airline airline on airline.id = stopped.tenant
     where stopped.projection = ? and stopped.sequence > coalesce(checkpoint.sequence, 0) order by stopped.since, stopped.tenant`,
    [projectionName],
  );
  return rows;
}

/** Keeps that a tenant stopped; the same event again counts as another attempt. */
export async function recordStop(
  storage: Storage,
  { tenant, sequence, error, since, retryAt }: Omit<StoppedTenant, 'code' | 'attempts'>,
): Promise<void> {
  await storage.transaction((sql) =>
    sql.run(
      `insert into stopped_tenant (projection, tenant, sequence, error, attempts, since, retry_at) values (?, ?, ?, ?, 1, ?, ?)
       on conflict (projection, tenant) do update set
         attempts = case when stopped_tenant.sequence = excluded.sequence then stopped_tenant.attempts + 1 else 1 end,
         since = case when stopped_tenant.sequence = excluded.sequence then stopped_tenant.since else excluded.since end,
         sequence = excluded.sequence, error = excluded.error, retry_at = excluded.retry_at`,
      [projectionName, tenant, sequence, error, since, retryAt],
    ),
  );
}

/** The tenant has passed event `sequence`. */
export async function forgetStop(storage: Storage, tenant: string, sequence: number): Promise<void> {
  await storage.transaction((sql) =>
    sql.run('delete from stopped_tenant where projection = ? and tenant = ? and sequence <= ?', [projectionName, tenant, sequence]),
  );
}

/** Asks whoever projects to try every stopped tenant at its next sweep, however long it meant to wait. */
export async function askToRetry(storage: Storage): Promise<void> {
  await storage.transaction((sql) => sql.run('update stopped_tenant set retry_at = 0 where projection = ?', [projectionName]));
}
