import {
  createSideTables,
  dropSideTables,
  holdCheckpoints,
  isPassing,
  projectionName,
  type Sql,
  swapSideTables,
} from '@jetbridge/schema/storage';
import { applyIn, type Target, targetOf } from '../runner/apply-batch.ts';
import { batchSize, type Follower, type PoisonEvent } from '../runner/follow.ts';
import { catchUp, checkpoints } from './catch-up.ts';

const suffix = '__next';
const closeEnough = 200; // events left for the swap's own transaction
const swapAttempts = 10;

export interface RebuildOptions {
  /** Told after each batch: events projected, and in the log. */
  onProgress?(done: number, total: number): void;
  /** Told of a tenant that stops at an event nobody can project, as it does in the live read models. */
  onStopped?(error: PoisonEvent): void;
}

/** Somebody else is at it. */
export class RebuildRunning extends Error {
  override readonly name = 'RebuildRunning';
  constructor() {
    super('The read models are being rebuilt already.');
  }
}

/**
 * Projects the whole log into tables beside the live ones while the product serves, then puts them in their place in one transaction, in which
 * they first reach every live checkpoint: no reader ever sees less than before. Interrupted, it leaves tables the next attempt throws away.
 */
export async function rebuild(follower: Follower, { onProgress, onStopped }: RebuildOptions = {}): Promise<{ events: number }> {
  const { storage } = follower;
  await using claim = await storage.claim('rebuild');
  if (!claim) throw new RebuildRunning();
  await storage.transaction((sql) => createSideTables(sql, storage.kind, suffix));
  try {
    const target = targetOf(storage, suffix);
    const positions = new Map<string, number>();
    const poisoned = new Map<string, PoisonEvent>();
    for (let left = Number.POSITIVE_INFINITY; left > closeEnough; ) {
      const done = sum(positions.values());
      const heads = (await storage.log.heads(0)).filter(({ tenant }) => !poisoned.has(tenant));
      const total = sum(heads.map(({ sequence }) => Number(sequence)));
      left = total - done;
      await catchUp(follower, target, positions, {
        until: heads,
        onProgress: (events) => onProgress?.(done + events, Math.max(total, done + events)),
        onPoison: (error, tenant) => poisoned.set(tenant, error),
      });
    }
    for (const { tenant, sequence } of await checkpoints(follower, projectionName)) {
      const poison = poisoned.get(tenant);
      if (poison && sequence >= poison.sequence) throw poison; // the live read models have it: they stay
    }
    for (const poison of poisoned.values()) onStopped?.(poison);
    await swap(follower, target);
    return { events: sum(positions.values()) };
  } catch (error) {
    await storage.transaction((sql) => dropSideTables(sql, storage.kind, suffix)).catch(() => {});
    throw error;
  }
}

async function swap(follower: Follower, target: Target): Promise<void> {
  const { storage } = follower;
  for (let attempt = 1; ; attempt++) {
    try {
      return await storage.transaction(async (sql) => {
        await holdCheckpoints(sql, storage.kind);
        await reachLive(follower, sql, target);
        await swapSideTables(sql, storage.kind, suffix);
      });
    } catch (error) {
      // A long reader holds a table: let it, and those behind it, finish.
      if (attempt === swapAttempts || !isPassing(error)) throw error;
    }
  }
}

/** What the live read models took in since the last look; with checkpoints held that is little, and no more comes. */
export async function reachLive({ storage, codec, projections }: Follower, sql: Sql, target: Target): Promise<void> {
  const behind = await sql.all<{ tenant: string; live: number; side: number }>(
    `select live.tenant as tenant, live.sequence as live, coalesce(side.sequence, 0) as side
     from checkpoint live left join checkpoint side on side.tenant = live.tenant and side.projection = ?
     where live.projection = ? and live.sequence > coalesce(side.sequence, 0)`,
    [target.checkpoint, projectionName],
  );
  for (const { tenant, live, side } of behind) {
    for (let position = Number(side); position < Number(live); ) {
      const stored = await storage.log.readTenant(tenant, position, Math.min(batchSize, Number(live) - position));
      const events = await Promise.all(stored.map((event) => codec.decode(event)));
      const sequence = await applyIn(sql, storage.kind, target, projections, tenant, events);
      if (sequence <= position) throw new Error(`the log of ${tenant} has no event ${position + 1}`);
      position = sequence;
    }
  }
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
