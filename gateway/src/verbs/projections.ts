import { setTimeout as sleep } from 'node:timers/promises';
import { askToRetry, openStorage, projectionName, readModelTables, type StoppedTenant, stoppedTenants } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import { openFollower, progress } from './open-follower.ts';

const answeredWithinMs = 10_000; // sweeps come four times a second; a projector that takes a dead one's place needs five seconds
const lookEveryMs = 100;

/** How far the read models are, how much is in them, and which airlines stand still. */
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
  for (const stopped of await stoppedTenants(reader)) {
    const { attempts, since, retryAt } = stopped;
    const next = retryAt > Date.now() ? `next at ${new Date(retryAt).toISOString()}` : 'due now';
    console.log(`${nameOf(stopped)} stands still since ${new Date(since).toISOString()}, attempts: ${attempts}, ${next}: ${stopped.error}`);
  }
}

/** Has whoever projects try again now where it waits, and says what came of it. Exits with 1 when something still stands still. */
export async function retryProjections(config: Config): Promise<void> {
  const storage = await openStorage(config.databaseUrl, { migrations: false });
  try {
    const before = await stoppedTenants(storage.reader);
    if (before.length === 0) return console.log('Nothing stands still.');
    await askToRetry(storage);
    const until = Date.now() + answeredWithinMs;
    let after = before;
    do {
      await sleep(lookEveryMs);
      after = await stoppedTenants(storage.reader);
    } while (after.some(({ retryAt }) => retryAt === 0) && Date.now() < until);
    for (const one of before)
      tellRetry(
        one,
        after.find(({ tenant }) => tenant === one.tenant),
      );
    if (after.length > 0) process.exitCode = 1;
  } finally {
    await storage.close();
  }
}

function tellRetry(before: StoppedTenant, after: StoppedTenant | undefined): void {
  const name = nameOf(after ?? before);
  if (!after) console.log(`${name} goes on.`);
  else if (after.retryAt === 0) console.log(`${name} was not tried within 10 s: no projector is running. The next one tries at its start.`);
  else if (after.sequence === before.sequence) console.log(`${name} still stands still: ${after.error}`);
  else console.log(`${name} went on, and stands still again: ${after.error}`);
}

function nameOf({ code, tenant }: StoppedTenant): string {
  return code ?? tenant;
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
