/** The projector as a process of its own, beside gateways and other projectors on the same database. */
import { EventCodec, Keyring, MailOutbox, openBus, openPrepared, PersonKeys } from '@jetbridge/schema/storage';
import { readConfig } from './config.ts';
import { startProjector } from './start.ts';

const tell = (line: string) => console.error(line);
const settings = readConfig(process.argv.slice(2));
const storage = await openPrepared(settings, tell);
const bus = await openBus(settings.natsUrl, tell);
const keyring = new Keyring(settings.secrets);
const codec = new EventCodec(new PersonKeys(keyring, storage.reader));
const projector = await startProjector({ storage, codec, bus, mailOutbox: new MailOutbox(keyring), config: settings });
console.log('Jetbridge projector is following the log.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(130);
    stopping = true;
    await projector.close();
    await bus.close();
    await storage.close();
    process.exit(0);
  });
}
