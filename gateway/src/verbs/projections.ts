import { projectionName, readModelTables } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import { openFollower, progress } from './open-follower.ts';

/** How far the read models are, and how much is in them. */
export async function listProjections(config: Config): Promise<void> {
  await using follower = await openFollower(config);
  const { reader, kind } = follower.storage;
  const [row] = await reader.all<{ tenants: number; projected: number; total: number }>(
    `select count(*) as tenants, coalesce(sum(checkpoint.sequence), 0) as projected, coalesce(sum(tenant_head.sequence), 0) as total
     from tenant_head left join checkpoint on checkpoint.tenant = tenant_head.tenant and checkpoint.projection = ?`,
    [projectionName],
  );
  const [projected, total] = [Number(row?.projected), Number(row?.total)];
  console.log(`${projectionName}: ${projected} of ${total} events, ${total - projected} to go, ${Number(row?.tenants)} histories`);
  for (const table of await readModelTables(reader, kind)) {
    const [{ count } = { count: 0 }] = await reader.all<{ count: number }>(`select count(*) as count from ${table}`);
    console.log(`  ${table.padEnd(16)} ${Number(count)} rows`);
  }
}

/** Builds the read models anew beside the live ones, and puts them in their place. */
export async function rebuildProjections(config: Config): Promise<void> {
  await using follower = await openFollower(config);
  const { rebuild } = await import('@jetbridge/projector');
  const startedAt = performance.now();
  const { events } = await rebuild(follower, {
    onProgress: progress('Rebuilding'),
    onStopped: (error) => console.log(`As before, ${error.message}; its airline stays stopped there.`),
  });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.log(`The read models are rebuilt from ${events.toLocaleString('en')} events, in ${seconds} s.`);
}
