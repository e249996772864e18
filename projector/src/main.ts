/** The projector as a process of its own, beside gateways and other projectors on the same database. */
import { randomUUID } from 'node:crypto';
import { EventCodec, Keyring, MailOutbox, openBus, openPrepared, PersonKeys } from '@jetbridge/schema/storage';
import { endOnUncaught, openLogger, openMetrics, openTracing } from '@jetbridge/schema/telemetry';
import { readConfig } from './config.ts';
import { startProjector } from './start.ts';

const settings = readConfig(process.argv.slice(2));
const attributes = { 'service.instance.id': randomUUID(), 'jetbridge.roles': 'projector' };
const { logger, close: closeLog } = await openLogger(settings, attributes);
endOnUncaught(logger);
const metrics = await openMetrics(settings, attributes);
const storage = await openPrepared(settings, logger);
const bus = await openBus(settings.natsUrl, logger);
const keyring = new Keyring(settings.secrets);
const codec = new EventCodec(new PersonKeys(keyring, storage.reader));
const tracing = await openTracing(settings, attributes);
const projector = await startProjector({
  storage,
  codec,
  bus,
  mailOutbox: new MailOutbox(keyring),
  config: settings,
  tracing,
  metrics,
  logger,
});
console.log('Jetbridge projector is following the log.');

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, async () => {
    if (stopping) process.exit(130);
    stopping = true;
    await projector.close();
    await bus.close();
    await Promise.all([tracing.close(), metrics.close()]);
    await storage.close();
    await closeLog();
    process.exit(0);
  });
}
