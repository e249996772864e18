import type { DomainEvent, RecordedEvent } from '@jetbridge/schema/events';
import { openTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { readModels } from '../projections/read-models.ts';
import { applyBatch, targetOf } from '../runner/apply-batch.ts';

export interface Happening {
  tenant: string;
  stream: string;
  event: DomainEvent;
}

/**
 * Puts the events into a real log and their batches into real tables, each delivered as often as told and cut into batches of the given size:
 * what the read models say must not depend on either.
 */
export async function project(
  happenings: readonly Happening[],
  { deliveries = 1, batch = 500 }: { deliveries?: number; batch?: number } = {},
): Promise<TestStorage> {
  const test = await openTestStorage();
  for (const { tenant, stream, event } of happenings) await test.append(tenant, stream, event);
  for (const tenant of new Set(happenings.map(({ tenant }) => tenant))) {
    const stored = await test.storage.log.readTenant(tenant, 0, 10_000);
    const events: RecordedEvent[] = await Promise.all(stored.map((event) => test.codec.decode(event)));
    for (let start = 0; start < events.length; start += batch) {
      for (let delivery = 0; delivery < deliveries; delivery++) {
        await applyBatch(test.storage, targetOf(test.storage), readModels, tenant, events.slice(start, start + batch));
      }
    }
  }
  return test;
}
