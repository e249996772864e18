import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Door } from '../faults/door.ts';
import { judge } from '../faults/verdict.ts';
import { foundWorld, runClients } from '../faults/world.ts';
import { containers, databaseUrl, kill, secret } from './engine.ts';

const seed = Number(process.env.FAULT_SEED ?? 1);

it(`loses nothing, whichever container is killed under writers and sockets (seed ${seed})`, { timeout: 480_000 }, async () => {
  const { origin, searchParams } = new URL(process.env.E2E_SETUP_LINK!);
  const door = new Door();
  door.open(origin); // the proxy: it chooses the gateway
  const world = await foundWorld(door, searchParams.get('token')!);
  const { clients, finish } = runClients(world, seed);
  const progress = () => Promise.race([Promise.all(world.airlines.map(({ journal }) => journal.more(10))), clients]);
  for (const container of containers) {
    await progress();
    await Promise.race([kill(container), clients]);
  }
  await progress();
  const seen = await Promise.race([finish(), clients]);

  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-containers-'));
  try {
    const url = databaseUrl();
    const env = { JETBRIDGE_DATA_DIR: dataDir, JETBRIDGE_DATABASE_URL: url, JETBRIDGE_SECRET: secret('jetbridge-secret') };
    await judge(url, env, seen);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
  const stored = world.airlines.reduce((total, { journal }) => total + journal.stored, 0);
  console.log(`${stored} commands acknowledged, each in the log once; ${[...seen.values()].flat(2).length} frames, each as the log says`);
  expect(stored).toBeGreaterThan(10 * world.airlines.length * containers.length);
});
