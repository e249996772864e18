/** The projector as a process of its own, beside gateways on the same database. */
import { EventCodec, InProcessBus, Keyring, openStorage, PersonKeys } from '@jetbridge/schema/storage';
import { readConfig } from './config.ts';
import { readModels } from './projections/read-models.ts';
import { Projector } from './runner/projector.ts';

const { databaseUrl, secrets } = readConfig();
const storage = await openStorage(databaseUrl);
const projector = new Projector({
  storage,
  codec: new EventCodec(new PersonKeys(new Keyring(secrets), storage.reader)),
  bus: new InProcessBus(),
  projections: readModels,
  onError: (error, tenant) => console.error(`projecting ${tenant} failed:`, error),
});
await projector.start();
console.log('Projector is following the log.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(130);
    stopping = true;
    await projector.close();
    await storage.close();
    process.exit(0);
  });
}
