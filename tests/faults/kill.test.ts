import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, inject, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { endServerProcesses, startServerProcess } from '../../gateway/src/testing/server-process.ts';
import { Door } from './door.ts';
import { judge, tell } from './verdict.ts';
import { foundWorld, runClients } from './world.ts';

const kills = Number(process.env.FAULT_KILLS ?? 3);
const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others
const secret = 'a secret for products that are killed';
const cluster = inject('postgresUrl');

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-faults-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

/** The whole product in one process, killed and started again at random moments under writers and subscribers. */
async function killAndJudge(databaseUrl: string): Promise<void> {
  const env = { JETBRIDGE_DATA_DIR: dataDir, JETBRIDGE_DATABASE_URL: databaseUrl, JETBRIDGE_SECRET: secret };
  const random = seededRandom(seed);
  const door = new Door();
  let server = await startServerProcess(dataDir, [], env);
  door.open(server.url);
  const world = await foundWorld(door, server.setupToken!);
  const running = runClients(world, seed);
  for (let kill = 0; kill < kills; kill++) {
    const airline = world.airlines[kill % world.airlines.length]!;
    await Promise.race([airline.journal.more(5 + Math.floor(random() * 60)), running.clients]);
    door.shut(server.url);
    await server.end('SIGKILL');
    server = await startServerProcess(dataDir, [], env);
    door.open(server.url);
  }
  await Promise.race([Promise.all(world.airlines.map(({ journal }) => journal.more(20))), running.clients]);
  const seen = await running.finish();
  await server.end('SIGTERM');
  await judge(databaseUrl, env, seen);
  tell({ 'the process is killed': kills }, seen);
}

const timeout = 60_000 + kills * 20_000;

it(`SQLite: survives ${kills} kills at random moments (seed ${seed})`, { timeout }, () => killAndJudge(join(dataDir, 'jetbridge.db')));

describe.skipIf(!cluster)(cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform', () => {
  it(`PostgreSQL: survives ${kills} kills at random moments (seed ${seed})`, { timeout }, async () => {
    await using database = await createTestDatabase(cluster!);
    await killAndJudge(database.url);
  });
});
