import type { Bus, EventCodec, MailOutbox, MailSettings, Storage } from '@jetbridge/schema/storage';
import { type Logger, type Metrics, messageOf, type Tracing } from '@jetbridge/schema/telemetry';
import { MailDelivery } from './mail/mail-delivery.ts';
import { readModels } from './projections/read-models.ts';
import { Projector } from './runner/projector.ts';

export interface ProjectorParts {
  storage: Storage;
  codec: EventCodec;
  bus: Bus;
  mailOutbox: MailOutbox;
  config: MailSettings;
  tracing: Tracing;
  metrics: Metrics;
  logger: Logger;
}

export interface RunningProjector {
  /** Of the tenants, those it works on now. */
  readonly shares: ReadonlySet<number>;
  close(): Promise<void>;
}

/** The projector as the product runs it, caught up with what was in the log when it started; it sends the mail, too. */
export async function startProjector({
  storage,
  codec,
  bus,
  mailOutbox,
  config,
  tracing,
  metrics,
  logger,
}: ProjectorParts): Promise<RunningProjector> {
  const projector = new Projector({
    storage,
    codec,
    bus,
    projections: readModels,
    tracing,
    metrics,
    onError: (error, tenant) => logger.error({ err: error, tenant }, `Projecting ${tenant} failed; trying again. ${messageOf(error)}`),
  });
  await projector.start();
  await projector.settle();
  const mail = new MailDelivery({ storage, mailOutbox, settings: config, tell: (line) => logger.warn(line) });
  mail.start();
  return {
    get shares() {
      return projector.shares;
    },
    close: async () => {
      await Promise.all([projector.close(), mail.close()]);
    },
  };
}
