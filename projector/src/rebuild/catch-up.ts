import { setTimeout as sleep } from 'node:timers/promises';
import type { Head } from '@jetbridge/schema/storage';
import type { Target } from '../runner/apply-batch.ts';
import { type Follower, followOnce, PoisonEvent } from '../runner/follow.ts';

export interface CatchUpOptions {
  /** How far to go, per tenant. */
  until: readonly Head[];
  /** Told after each batch how many events of all went in so far in this call. */
  onProgress?(events: number): void;
  /** A tenant stops at an event nobody can project; the others go on. */
  onPoison(error: PoisonEvent, tenant: string): void;
}

/** Projects the log of each tenant into the target, which nobody else works on, up to the given sequences. Positions as they are then. */
export async function catchUp(
  follower: Follower,
  target: Target,
  positions: Map<string, number>,
  { until, onProgress, onPoison }: CatchUpOptions,
): Promise<void> {
  let events = 0;
  for (const { tenant, sequence: end } of until) {
    try {
      for (let position = positions.get(tenant) ?? 0; position < end; ) {
        const startedAt = performance.now();
        const { sequence } = await followOnce(follower, target, tenant, position, Math.min(500, end - position));
        if (sequence === position) throw new Error(`the log of ${tenant} ends at ${sequence}, its head says ${end}`);
        events += sequence - position;
        position = sequence;
        positions.set(tenant, position);
        onProgress?.(events);
        // SQLite has one writer: the product that serves meanwhile gets every other turn.
        if (follower.storage.kind === 'sqlite') await sleep(performance.now() - startedAt);
      }
    } catch (error) {
      if (!(error instanceof PoisonEvent)) throw error;
      positions.set(tenant, error.sequence - 1);
      onPoison(error, tenant);
    }
  }
}

/** How far the read models under this name are. */
export async function checkpoints({ storage: { reader } }: Pick<Follower, 'storage'>, name: string): Promise<Head[]> {
  const rows = await reader.all<Head>('select tenant, sequence from checkpoint where projection = ? order by tenant', [name]);
  return rows.map(({ tenant, sequence }) => ({ tenant, sequence: Number(sequence) }));
}
