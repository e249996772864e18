import type { Bus, EventCodec, Storage } from '@jetbridge/schema/storage';
import { readModels } from './projections/read-models.ts';
import { Projector } from './runner/projector.ts';

/** The projector as the product runs it, caught up with what was in the log when it started. */
export async function startProjector({ storage, codec, bus }: { storage: Storage; codec: EventCodec; bus: Bus }): Promise<Projector> {
  const projector = new Projector({
    storage,
    codec,
    bus,
    projections: readModels,
    onError: (error, tenant) =>
      console.error(`Projecting ${tenant} failed; trying again. ${error instanceof Error ? error.message : error}`),
  });
  await projector.start();
  await projector.settle();
  return projector;
}
