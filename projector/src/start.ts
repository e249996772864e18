import type { Bus, EventCodec, MailOutbox, MailSettings, Storage } from '@jetbridge/schema/storage';
import { MailDelivery } from './mail/mail-delivery.ts';
import { readModels } from './projections/read-models.ts';
import { Projector } from './runner/projector.ts';

export interface ProjectorParts {
  storage: Storage;
  codec: EventCodec;
  bus: Bus;
  mailOutbox: MailOutbox;
  config: MailSettings;
}

/** The projector as the product runs it, caught up with what was in the log when it started; it sends the mail, too. */
export async function startProjector({ storage, codec, bus, mailOutbox, config }: ProjectorParts): Promise<{ close(): Promise<void> }> {
  const tell = (line: string) => console.error(line);
  const projector = new Projector({
    storage,
    codec,
    bus,
    projections: readModels,
    onError: (error, tenant) => tell(`Projecting ${tenant} failed; trying again. ${error instanceof Error ? error.message : error}`),
  });
  await projector.start();
  await projector.settle();
  const mail = new MailDelivery({ storage, mailOutbox, settings: config, tell });
  mail.start();
  return {
    close: async () => {
      await Promise.all([projector.close(), mail.close()]);
    },
  };
}
