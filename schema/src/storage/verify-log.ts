import type { Sql } from './sql.ts';
import { projectionName } from './storage.ts';

/** What is not as it must be in the log, a sentence each: sequences dense, heads at their ends, versions contiguous. Best on a snapshot. */
export async function verifyLog(sql: Sql): Promise<string[]> {
  const histories = await sql.all<{ tenant: string; head: number; count: number; first: number; last: number }>(
    `select coalesce(head.tenant, log.tenant) as tenant, coalesce(head.sequence, 0) as head,
       coalesce(log.count, 0) as count, coalesce(log.first, 1) as first, coalesce(log.last, 0) as last
     from tenant_head head full outer join
       (select tenant, count(*) as count, min(sequence) as first, max(sequence) as last from event group by tenant) log
       on log.tenant = head.tenant
     where coalesce(log.first, 1) <> 1 or coalesce(log.count, 0) <> coalesce(log.last, 0) or coalesce(head.sequence, 0) <> coalesce(log.last, 0)
     order by 1`,
  );
  const streams = await sql.all<{ tenant: string; stream: string; count: number; first: number; last: number }>(
    `select tenant, stream, count(*) as count, min(stream_version) as first, max(stream_version) as last
     from event group by tenant, stream having min(stream_version) <> 1 or count(*) <> max(stream_version) order by tenant, stream`,
  );
  const ahead = await sql.all<{ tenant: string; sequence: number; head: number }>(
    `select checkpoint.tenant as tenant, checkpoint.sequence as sequence, coalesce(tenant_head.sequence, 0) as head
     from checkpoint left join tenant_head on tenant_head.tenant = checkpoint.tenant
     where checkpoint.projection = ? and checkpoint.sequence > coalesce(tenant_head.sequence, 0) order by 1`,
    [projectionName],
  );
  return [
    ...histories.map(({ tenant, head, count, first, last }) =>
      Number(count) === Number(last) && Number(first) === 1
        ? `${tenant}: the head says ${head}, the last event is ${last}.`
        : `${tenant}: the history is not dense: ${count} events from ${first} to ${last}, and the head says ${head}.`,
    ),
    ...streams.map(
      ({ tenant, stream, count, first, last }) =>
        `${tenant}: stream ${stream} is not contiguous: ${count} events with versions from ${first} to ${last}.`,
    ),
    ...ahead.map(({ tenant, sequence, head }) => `${tenant}: the read models claim event ${sequence}, the log ends at ${head}.`),
  ];
}
