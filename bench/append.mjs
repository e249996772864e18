// Durable events per second: ours, the raw driver with one insert per transaction, and emmett, at 1, 16 and 64 commands at once over 1 and 20
// tenants, on SQLite (WAL, synchronous=FULL) and PostgreSQL (fsync on).
// Usage: node bench/append.mjs [--full] [--only sqlite|postgres] [--name append] [--load 64/1]
import { join } from 'node:path';
import { createTestDatabase, startPostgres } from '@jetbridge/schema/testing';
import { openEmmettPostgres, openEmmettSqlite, openOurs, openRawPostgres, openRawSqlite } from './append-contenders.mjs';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';

const { full, only, name, load } = argumentsOf({ name: { type: 'string', default: 'append' }, load: { type: 'string' } });
const [rounds, roundMs] = full ? [9, 1_500] : [5, 250];
const loads = load ? [load.split('/').map(Number)] : [1, 20].flatMap((tenants) => [1, 16, 64].map((atOnce) => [atOnce, tenants]));
const results = [];

if (only !== 'postgres') {
  await inDirectory(async (directory) => {
    const contenders = {
      ours: await openOurs(join(directory, 'ours.db')),
      raw: await openRawSqlite(join(directory, 'raw.db')),
      'emmett, better-sqlite3': await openEmmettSqlite(join(directory, 'emmett.db')),
    };
    // As published it runs on the package sqlite3, which has to be compiled: see sqlite3/index.js.
    if (process.env.BENCH_SQLITE3) contenders.emmett = await openEmmettSqlite(join(directory, 'emmett.sqlite3'));
    await measure('SQLite', contenders);
  });
}
const cluster = only === 'sqlite' ? undefined : await startPostgres({ fsync: true });
if (cluster) {
  const database = async () => (await createTestDatabase(cluster.url)).url;
  const contenders = {
    ours: await openOurs(await database()),
    raw: await openRawPostgres(await database(), 64),
    emmett: await openEmmettPostgres(await database(), 64),
  };
  await measure('PostgreSQL', contenders);
  await cluster.remove();
} else if (only !== 'sqlite') {
  console.log('PostgreSQL left out: there are no binaries for this platform.');
}
await save(name, { rounds, roundMs, results });

async function measure(database, contenders) {
  for (const { append } of Object.values(contenders)) await appendFor(200, append, 16, 1); // warm
  const table = [];
  for (const [atOnce, tenants] of loads) {
    const figures = await inTurn(contenders, rounds, ({ append }) => appendFor(roundMs, append, atOnce, tenants));
    results.push({ database, atOnce, tenants, figures });
    const perSecond = Object.fromEntries(Object.entries(figures).map(([who, list]) => [who, Math.round(median(list))]));
    const others = Object.keys(contenders).filter((who) => who !== 'ours');
    const ratios = Object.fromEntries(others.map((who) => [`ours / ${who}`, ratio(figures, 'ours', who)]));
    table.push({ atOnce, tenants, ...perSecond, ...ratios });
  }
  for (const { close } of Object.values(contenders)) await close();
  console.log(`${database}: events per second, median of ${rounds} rounds of ${roundMs} ms; ratios round by round (least–most)`);
  console.table(table);
}

/** Events per second of `atOnce` commands, each following the one before it. */
async function appendFor(ms, append, atOnce, tenants) {
  const started = performance.now();
  let done = 0;
  let next = 0;
  const worker = async () => {
    while (performance.now() - started < ms) {
      await append(`airline-${next++ % tenants}`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (done / (performance.now() - started)) * 1_000;
}
