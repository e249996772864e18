import { projectionName, type Sql } from '@jetbridge/schema/storage';

/** A tenant the read models are behind of. */
export interface WaitingTenant {
  tenant: string;
  /** How many of its events are not projected. */
  events: number;
  /** When the first of them was recorded, epoch ms. */
  since: number;
}

/** All of them, longest waiting first; those that stand still, too. */
export async function waitingTenants(reader: Sql): Promise<WaitingTenant[]> {
  const rows = await reader.all<WaitingTenant>(
    `select head.tenant as tenant, head.sequence - coalesce(done.sequence, 0) as events, event.recorded_at as since from tenant_head head
     left join checkpoint done on done.projection = ? and done.tenant = head.tenant
     join event on event.tenant = head.tenant and event.sequence = coalesce(done.sequence, 0) + 1
     where head.sequence > coalesce(done.sequence, 0) order by event.recorded_at`,
    [projectionName],
  );
  return rows.map(({ tenant, events, since }) => ({ tenant, events: Number(events), since: Number(since) }));
}
