// Catch-up and rebuild: events per second from the log into the read models, against reading the log raw and writing the same PIREP rows with
// the driver, a batch of 500 and its checkpoint in a transaction. Usage: node bench/catch-up.mjs [--full] [--only sqlite|postgres]
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Projector, readModels, rebuild } from '@jetbridge/projector';
import { EventCodec, InProcessBus, Keyring, openStorage, PersonKeys } from '@jetbridge/schema/storage';
import { aReport, createTestDatabase, startPostgres } from '@jetbridge/schema/testing';
import { rawPostgres, rawSqlite } from './catch-up-raw.mjs';
import { argumentsOf, inDirectory, inTurn, median, ratio, save } from './measure.mjs';

const { full, only } = argumentsOf();
const [events, rounds] = full ? [100_000, 5] : [20_000, 3];
const [airlines, pilots] = [4, 50];
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
  await fill(storage);
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

/** Members join; then PIREPs are filed, and most of them accepted, a few rejected. */
async function fill(storage) {
  const started = Date.parse('2026-01-02T00:00:00Z');
  const metadata = { actorId: randomUUID(), operation: 'bench', correlationId: randomUUID() };
  let count = 0;
  const encode = (type, data) => ({ type, schemaVersion: 1, data: JSON.stringify(data), metadata, recordedAt: started + count++ * 1_000 });
  for (let airline = 0; airline < airlines; airline++) {
    const tenant = `airline-${airline}`;
    const member = (n) => `member-${airline}-${n}`;
    const joins = Array.from({ length: pilots }, (_, n) => {
      const who = { memberId: member(n), userId: `user-${n}`, role: 'PILOT', pilotNumber: n + 1, joinedBy: 'INVITATION' };
      return encode('MemberJoined', who);
    });
    await storage.log.append({ writes: [{ tenant, stream: 'roster', expectedVersion: 0, events: joins }] });
    for (let left = events / airlines - pilots, n = 0; left > 0; ) {
      const writes = [];
      for (; writes.length < 250 && left > 0; n++) {
        const ids = { pirepId: randomUUID(), memberId: member(n % pilots), reviewerId: member(0) };
        const happened = [encode('PirepFiled', { ...ids, report: aReport() })];
        const credit = { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z' };
        if (left > 1)
          happened.push(
            n % 10 === 0 ? encode('PirepRejected', { ...ids, reason: 'Again, please.' }) : encode('PirepAccepted', { ...ids, credit }),
          );
        writes.push({ tenant, stream: `pirep-${ids.pirepId}`, expectedVersion: 0, events: happened });
        left -= happened.length;
      }
      await storage.log.append({ writes });
    }
  }
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
