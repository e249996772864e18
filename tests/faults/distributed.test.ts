import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, inject, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { endServerProcesses } from '../../gateway/src/testing/server-process.ts';
import { faults, type Nemesis, natsFaults } from './nemesis.ts';
import { Profile } from './profile.ts';
import { judge, tell } from './verdict.ts';
import { foundWorld, runClients } from './world.ts';

const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others
const rounds = Number(process.env.FAULT_ROUNDS ?? 1); // each fault once in each
const hasNats = findNatsServer() !== undefined;
const all = { ...faults, ...(hasNats && natsFaults) };

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-distributed-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

describe.skipIf(!inject('postgresUrl'))(
  inject('postgresUrl') ? 'distributed' : 'distributed: no PostgreSQL package for this platform',
  () => {
    it(`loses nothing whatever dies (seed ${seed})`, { timeout: 120_000 + rounds * 120_000 }, async () => {
      const { profile, setupToken } = (await Profile.start(dataDir))!;
      await using running = profile;
      const random = seededRandom(seed);
      const world = await foundWorld(running.door, setupToken);
      const { clients, finish } = runClients(world, seed);
      const meanwhile = <T>(step: Promise<T>) => Promise.race([step, clients, running.over]);
      const progress = () => meanwhile(Promise.all(world.airlines.map(({ journal }) => journal.more(5 + Math.floor(random() * 20)))));
      const nemesis: Nemesis = { profile: running, world, random, progress };

      const struck: Record<string, number> = {};
      for (let round = 0; round < rounds; round++) {
        for (const name of shuffled(Object.keys(all), random)) {
          if (random() < 0.7) await progress(); // else it strikes while the last one is not recovered from
          await meanwhile(all[name]!(nemesis));
          struck[name] = (struck[name] ?? 0) + 1;
        }
      }
      await progress();
      const seen = await meanwhile(finish());
      await judge(running.postgres.url, running.env, seen);
      tell(struck, seen);
    });

    if (!hasNats) it('… NATS too', ({ skip }) => skip('there is no nats-server here'));
  },
);

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const rest = [...items];
  return items.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
}
