import { failpoints } from '@jetbridge/schema/failpoints';
import { type EventCodec, isPassing, type Storage, type StoredEvent } from '@jetbridge/schema/storage';
import { applyBatch, type Target } from './apply-batch.ts';
import type { Projection } from './projection.ts';

export const batchSize = 500;

export interface Follower {
  storage: Storage;
  codec: EventCodec;
  projections: readonly Projection[];
}

/** An event no projection of this release can take. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  readonly sequence: number;
  constructor({ tenant, sequence, type }: StoredEvent, cause: unknown) {
    super(`event ${sequence} of ${tenant} (${type}) cannot be projected: ${cause instanceof Error ? cause.message : cause}`, { cause });
    this.sequence = sequence;
  }
}

/**
 * The next batch of a tenant after `after`, into the target; `more` when there may be another. A batch that fails goes in event by event, so
 * that everything before the poison counts.
 */
export async function followOnce(
  follower: Follower,
  target: Target,
  tenant: string,
  after: number,
  limit = batchSize,
): Promise<{ sequence: number; more: boolean }> {
  const stored = await follower.storage.log.readTenant(tenant, after, limit);
  if (stored.length === 0) return { sequence: after, more: false };
  const sequence = await apply(follower, target, tenant, stored).catch(async (error: unknown) => {
    if (isPassing(error)) throw error;
    let reached = after;
    for (const event of stored) {
      reached = await apply(follower, target, tenant, [event]).catch((cause: unknown) => {
        throw isPassing(cause) ? cause : new PoisonEvent(event, cause);
      });
    }
    return reached;
  });
  if (sequence >= stored[0]!.sequence) return { sequence, more: stored.length === limit };
  // The checkpoint stands further back than we thought (somebody restored or reset it), or the log has a hole there.
  if (sequence >= after) throw new Error(`${tenant}: after event ${sequence} comes ${stored[0]!.sequence}; run \`jetbridge doctor\``);
  return { sequence, more: true };
}

async function apply({ storage, codec, projections }: Follower, target: Target, tenant: string, stored: readonly StoredEvent[]) {
  const events = await Promise.all(stored.map((event) => codec.decode(event)));
  const applied = () => applyBatch(storage, target, projections, tenant, events);
  return failpoints.armed ? failpoints.armed('project.before', applied) : applied();
}
