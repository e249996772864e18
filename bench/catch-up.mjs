// Catch-up and rebuild: events per second from the log into the read models, against reading the log raw and writing the same PIREP rows with
// the driver, a batch of 500 and its checkpoint in a transaction. Usage: node bench/catch-up.mjs [--full] [--only sqlite|postgres]
import { join } from 'node:path';
import { Projector, readModels, rebuild } from '@jetbridge/projector';
import { EventCodec, InProcessBus, Keyring, openStorage, PersonKeys } from '@jetbridge/schema/storage';
import { createTestDatabase, startPostgres } from '@jetbridge/schema/testing';
import { rawPostgres, rawSqlite } from './catch-up-raw.mjs';
import { fillLog } from './filled-log.mjs';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';

const { full, only } = argumentsOf();
const [events, rounds] = full ? [100_000, 5] : [20_000, 3];
const airlines = 4;
const results = {};

if (only !== 'postgres') await inDirectory(async (directory) => measure('SQLite', join(directory, 'jetbridge.db'), rawSqlite));
const cluster = only === 'sqlite' ? undefined : await startPostgres({ fsync: true });
if (cluster) {
  await measure('PostgreSQL', (await createTestDatabase(cluster.url)).url, rawPostgres);
  await cluster.remove();
}
await save('catch-up', { events, rounds, results });

async function measure(database, url, raw) {
  const storage = await openStorage(url);
  const codec = new EventCodec(new PersonKeys(new Keyring(['a secret for benches only, long enough']), storage.reader));
  const follower = { storage, codec, projections: readModels };
  await fillLog(storage, events, airlines);
  const peer = await raw(url, airlines);
  const contenders = {
    'catch-up': async () => {
      await storage.transaction(async (sql) => {
        for (const table of ['checkpoint', 'rm_pirep', 'rm_member']) await sql.run(`delete from ${table}`);
      });
      const fail = (error) => {
        throw error;
      };
      const projector = new Projector({ ...follower, bus: new InProcessBus(), onError: fail });
      const tookMs = await time(async () => {
        await projector.start();
        await projector.settle();
      });
      await projector.close();
      return tookMs;
    },
    rebuild: () => time(() => rebuild(follower)),
    raw: async () => {
      await peer.empty();
      return time(() => peer.run());
    },
  };
  const figures = await inTurn(contenders, rounds, async (run) => (events / (await run())) * 1_000);
  await sameRows(storage);
  await peer.close();
  await storage.close();
  results[database] = figures;
  console.log(`${database}: events per second over ${events} events of ${airlines} airlines, median of ${rounds} rounds`);
  const line = (who) => ({ who, 'events/s': Math.round(median(figures[who])), 'of raw': ratio(figures, who, 'raw') });
  console.table(Object.keys(contenders).map(line));
}

/** A figure counts only when both did the same. */
async function sameRows(storage) {
  const sum = (table) =>
    storage.reader.all(`select state, count(*) as rows, min(id) as first, max(id) as last from ${table} group by state order by state`);
  const [ours, theirs] = [JSON.stringify(await sum('rm_pirep')), JSON.stringify(await sum('raw_pirep'))];
  if (ours !== theirs) throw new Error(`the read models differ: ${ours} ${theirs}`);
}

async function time(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
