import { failpoints } from '@jetbridge/schema/failpoints';
import { type EventCodec, isPassing, projectionName, type Storage, type StoredEvent } from '@jetbridge/schema/storage';
import { noTracing, type Tracing } from '@jetbridge/schema/telemetry';
import { applyBatch, type Target } from './apply-batch.ts';
import type { Projection } from './projection.ts';

export const batchSize = 500;

export interface Follower {
  storage: Storage;
  codec: EventCodec;
  projections: readonly Projection[];
  tracing?: Tracing;
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

async function apply(follower: Follower, target: Target, tenant: string, stored: readonly StoredEvent[]): Promise<number> {
  const { storage, codec, projections, tracing = noTracing } = follower;
  const events = await Promise.all(stored.map((event) => codec.decode(event)));
  const applied = () => applyBatch(storage, target, projections, tenant, events);
  const project = () => (failpoints.armed ? failpoints.armed('project.before', applied) : applied());
  return traced(tracing, target, stored, project);
}

/** A batch belongs to all that led to it: it is part of the first trace, and linked; the others have a span in it that is linked with the first. */
async function traced(
  tracing: Tracing,
  { checkpoint }: Target,
  stored: readonly StoredEvent[],
  work: () => Promise<number>,
): Promise<number> {
  const traced = new Map(stored.flatMap(({ metadata, type }) => (metadata.traceparent ? [[metadata.traceparent, type] as const] : [])));
  const [first, ...others] = traced;
  if (!first || checkpoint !== projectionName) return work();
  const [parent, type] = first;
  const { tenant } = stored[0]!;
  const attributes = { 'jetbridge.tenant': tenant, 'jetbridge.events': stored.length };
  const links = [...traced.keys()];
  const batch = tracing.open({ name: `project ${type}`, kind: 'consumer', parent, links, attributes });
  const more = others.map(([parent, type]) =>
    tracing.open({ name: `project ${type}`, kind: 'consumer', parent, links: [batch?.traceparent ?? ''], attributes }),
  );
  try {
    const reached = await (batch ? batch.below(work) : work());
    for (const span of [...more, batch]) span?.end();
    return reached;
  } catch (error) {
    for (const span of [...more, batch]) span?.end(error);
    throw error;
  }
}
