// What a rebuild does to those who work meanwhile: the log is filled, the built product serves commands and watchers from it, `jetbridge
// projections rebuild` runs beside, and "decided → frame" is measured before, during and after. Goal: p99 during it grows by less than half.
// Usage: node bench/rebuild-live.mjs [--full] [--only sqlite|postgres] [--events 100000] [--rate 50]
import { once } from 'node:events';
import { join } from 'node:path';
import { Projector, readModels } from '@jetbridge/projector';
import { EventCodec, InProcessBus, Keyring, openStorage, PersonKeys } from '@jetbridge/schema/storage';
import { createTestDatabase, startPostgres } from '@jetbridge/schema/testing';
import { fillLog } from './filled-log.mjs';
import { summary, watchAndLoad } from './load.mjs';
import { argumentsOf, inDirectory, median, save } from './measure.mjs';
import { runProduct, startEmbedded } from './product.mjs';

const options = { events: { type: 'string' }, rate: { type: 'string' } };
const { full, only, events: askedEvents, rate: askedRate } = argumentsOf(options);
const [events, rate] = [Number(askedEvents ?? (full ? 1_000_000 : 100_000)), Number(askedRate ?? 50)];
const [airlines, watchers, windowMs, windows] = [20, 10, 2_000, 5];
const results = {};

if (only !== 'postgres') await inDirectory((dataDir) => measure('SQLite', dataDir, join(dataDir, 'jetbridge.db')));
const cluster = only === 'sqlite' ? undefined : await startPostgres({ fsync: true });
if (cluster) {
  const { url } = await createTestDatabase(cluster.url);
  await inDirectory((dataDir) => measure('PostgreSQL', dataDir, url));
  await cluster.remove();
}
await save('rebuild-live', { events, airlines, rate, watchers, windowMs, results });

async function measure(database, dataDir, databaseUrl) {
  await prepare(databaseUrl);
  const given = database === 'PostgreSQL' ? databaseUrl : undefined;
  const world = await startEmbedded(dataDir, given);
  const { load, close } = await watchAndLoad(world, watchers);
  const window = () => load(rate, windowMs);
  const several = async () => {
    const list = [];
    for (let n = 0; n < windows; n++) list.push(await window());
    return list;
  };
  await load(rate, 5_000); // warm
  const before = await several();

  const startedAt = performance.now();
  const rebuilding = runProduct(['projections', 'rebuild', '--data-dir', dataDir], given && { JETBRIDGE_DATABASE_URL: given });
  let said = '';
  rebuilding.stdout.on('data', (chunk) => {
    said = String(chunk).trim().split('\n').at(-1);
  });
  const ended = once(rebuilding, 'exit');
  let tookMs;
  void ended.then(() => {
    tookMs = performance.now() - startedAt;
  });
  const during = [];
  while (!tookMs) {
    const figures = await window();
    if (!tookMs || during.length === 0) during.push(figures); // the last one would be half during, half after
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the rebuild ended with ${code}: ${said}`);
  const after = await several();
  close();
  await world.end();

  const phases = { before, during, after };
  const figures = Object.fromEntries(Object.entries(phases).map(([name, list]) => [name, list.map(summary)]));
  const whole = Object.fromEntries(
    Object.entries(phases).map(([name, list]) => [
      name,
      summary({ ...list[0], decided: list.flatMap(({ decided }) => decided), sent: list.flatMap(({ sent }) => sent) }),
    ]),
  );
  const rest = (figure) => (whole.before[figure] + whole.after[figure]) / 2;
  results[database] = { rebuildSeconds: tookMs / 1_000, said, windows: figures, whole };
  console.log(`${database}: ${said}`);
  console.log(`Decided → frame in ms at ${rate} commands per second, ${watchers} watchers; growth against the mean of before and after`);
  console.table(
    Object.entries(whole).map(([phase, { p50, p99 }]) => ({
      phase,
      'done per s': Number(median(figures[phase].map(({ perSecond }) => perSecond)).toFixed(1)),
      p50: Number(p50.toFixed(1)),
      p99: Number(p99.toFixed(1)),
      ...(phase === 'during' && {
        'p50 grows': `${Math.round((p50 / rest('p50') - 1) * 100)} %`,
        'p99 grows': `${Math.round((p99 / rest('p99') - 1) * 100)} %`,
      }),
    })),
  );
}

/** The log filled and projected before anybody serves from it. */
async function prepare(url) {
  const storage = await openStorage(url);
  await fillLog(storage, events, airlines);
  const codec = new EventCodec(new PersonKeys(new Keyring(['a secret for benches only, long enough']), storage.reader));
  const onError = (error) => {
    throw error;
  };
  const projector = new Projector({ storage, codec, projections: readModels, bus: new InProcessBus(), onError });
  await projector.start();
  await projector.settle();
  await projector.close();
  await storage.close();
}
