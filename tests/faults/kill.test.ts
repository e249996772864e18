import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStorage } from '@jetbridge/schema/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { connectTo } from '../../gateway/src/testing/client.ts';
import { endServerProcesses, type ServerProcess, startServerProcess } from '../../gateway/src/testing/server-process.ts';
import { checkCommands, checkFrames, checkOrder, readHistory } from './checks.ts';
import { runSubscriber, runWriter, type World } from './clients.ts';
import { Journal } from './journal.ts';

const main = fileURLToPath(new URL('../../gateway/dist/main.js', import.meta.url));
const kills = Number(process.env.FAULT_KILLS ?? 6);
const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others
const writers = 8;
const subscribers = 4;

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-faults-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

async function open(server: ServerProcess): Promise<{ world: World; start: string }> {
  const { ask } = connectTo(server.url);
  const input = { token: server.setupToken, email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };
  const { data } = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
  const token: string = data.completeSetup.accessToken;
  const created = await ask(`mutation { createAirline(input: { code: "NAX", name: "Norse" }) { cursor airline { id } } }`, {}, { token });
  const { airline, cursor } = created.data.createAirline;
  const target = { url: server.url, up: Promise.resolve() };
  return { world: { target, token, airlineId: airline.id, journal: new Journal(), stopped: false }, start: cursor };
}

it(`survives ${kills} kills at random moments (seed ${seed})`, { timeout: 60_000 + kills * 20_000 }, async () => {
  const random = seededRandom(seed);
  let server = await startServerProcess(dataDir);
  const { world, start } = await open(server);
  let end: string | undefined;
  const writing = Array.from({ length: writers }, (_, n) => runWriter(world, `w${n}`, seededRandom(seed + n + 1)));
  const following = Array.from({ length: subscribers }, () => runSubscriber(world, start, () => end));
  const clients = Promise.all([...writing, ...following]);

  for (let kill = 0; kill < kills; kill++) {
    await Promise.race([world.journal.untilStored(world.journal.stored + 5 + Math.floor(random() * 120)), clients]);
    const restarted = Promise.withResolvers<void>();
    world.target.up = restarted.promise;
    await server.end('SIGKILL');
    server = await startServerProcess(dataDir);
    world.target.url = server.url;
    restarted.resolve();
  }
  await world.journal.untilStored(world.journal.stored + 50);
  world.stopped = true;
  await Promise.all(writing);
  // One change more, after everything: whoever has seen its cursor has seen all before it.
  const last = { ...world, stopped: false };
  const closing = runWriter(last, 'last', () => 1);
  await world.journal.untilStored(world.journal.stored + 1);
  last.stopped = true;
  await closing;
  const { data } = await connectTo(server.url).ask('{ airline(code: "NAX") { cursor } }', {}, { token: world.token });
  end = data.airline.cursor;
  // A subscriber that had already seen the last change is woken by its reconnect.
  await server.end('SIGTERM');
  const restarted = await startServerProcess(dataDir);
  world.target.url = restarted.url;
  const seen = await Promise.all(following);
  await restarted.end('SIGTERM');

  const storage = await openStorage(join(dataDir, 'jetbridge.db'));
  const events = await readHistory(storage, world.airlineId);
  checkOrder(events);
  await checkCommands(storage, world.airlineId, world.journal);
  const founding = 2; // the airline and its first member, before anybody followed
  for (const frames of seen) checkFrames(frames, events, start, founding);
  await storage.close();
  const doctor = spawnSync(process.execPath, [main, 'doctor', '--data-dir', dataDir], { encoding: 'utf8' });
  expect(doctor.status, doctor.stdout + doctor.stderr).toBe(0);
});
