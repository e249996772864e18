import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type Storage, type StoredEvent } from '@jetbridge/schema/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { seededRandom } from '../../gateway/src/demo/seeded-random.ts';
import { endServerProcesses, runProduct, startServerProcess } from '../../gateway/src/testing/server-process.ts';
import { checkOrder, readCommands, readHistory } from './checks.ts';
import { command, fileFlight } from './clients.ts';
import { Door } from './door.ts';
import { judge, tell } from './verdict.ts';
import { foundWorld, runClients, type World } from './world.ts';

const copies = Number(process.env.FAULT_KILLS ?? 3);
const seed = Number(process.env.FAULT_SEED ?? 1); // npm run test:faults tries others

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'jetbridge-copies-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(home, { recursive: true, force: true });
});

/** Of the command ids in each airline: what was acknowledged when the copy was made. */
type Acknowledged = Map<string, string[]>;

it(`SQLite: ${copies} copies made while it writes are the product as it was (seed ${seed})`, {
  timeout: 60_000 + copies * 20_000,
}, async () => {
  const random = seededRandom(seed);
  const dataDir = join(home, 'live');
  const door = new Door();
  const server = await startServerProcess(dataDir);
  door.open(server.url);
  const world = await foundWorld(door, server.setupToken!);
  const running = runClients(world, seed);

  const made: { copy: string; acknowledged: Acknowledged }[] = [];
  for (let n = 0; n < copies; n++) {
    const airline = world.airlines[n % world.airlines.length]!;
    await Promise.race([airline.journal.more(5 + Math.floor(random() * 60)), running.clients]);
    const acknowledged = acknowledgedIn(world);
    const copy = join(home, `copy-${n}`);
    const files = ['secret.key', 'jetbridge.db', 'jetbridge.db-wal', ...(random() < 0.5 ? ['jetbridge.db-shm'] : [])];
    atOnce(server.process.pid!, () => copyFiles(dataDir, copy, files));
    made.push({ copy, acknowledged });
  }
  const seen = await running.finish();
  await server.end('SIGTERM');
  await judge(join(dataDir, 'jetbridge.db'), { JETBRIDGE_DATA_DIR: dataDir }, seen);

  const whole = await historiesOf(dataDir, world);
  for (const { copy, acknowledged } of made) {
    expect(await runProduct(['doctor', '--data-dir', copy])).toMatchObject({ code: 0 });
    for (const [id, { events, commands }] of await historiesOf(copy, world)) {
      checkOrder(events);
      expect(events).toEqual(whole.get(id)!.events.slice(0, events.length));
      expect(acknowledged.get(id)!.filter((commandId) => !commands.has(commandId))).toEqual([]);
    }
  }
  const again = await startServerProcess(made.at(-1)!.copy); // it does not only open: it goes on where it was
  const reopened = new Door();
  reopened.open(again.url);
  for (const airline of world.airlines) {
    const done = await command({ ...world, door: reopened }, airline, fileFlight(airline), `${airline.code}-copied`, () => 0.5);
    expect(done).toMatchObject({ pirep: { id: expect.any(String) } });
  }
  await again.end('SIGTERM');
  tell({ 'the database is copied': copies }, seen);
});

function acknowledgedIn({ airlines }: World): Acknowledged {
  return new Map(
    airlines.map(({ id, journal }) => [id, journal.sent.filter(({ outcome }) => outcome === 'stored').map(({ commandId }) => commandId)]),
  );
}

/** What a snapshot of the disk is: every file as of one moment, whatever the process was in the middle of. */
function atOnce(pid: number, work: () => void): void {
  process.kill(pid, 'SIGSTOP');
  try {
    while (stateOf(pid) !== 'T');
    work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

function stateOf(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  const state = existsSync(stat)
    ? /[)] (.)/.exec(readFileSync(stat, 'utf8'))?.[1]
    : String(execFileSync('ps', ['-o', 'state=', '-p', `${pid}`]));
  return state?.trim().slice(0, 1) ?? '';
}

function copyFiles(from: string, to: string, files: readonly string[]): void {
  mkdirSync(to, { mode: 0o700 });
  for (const file of files) if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
}

async function read<T>(dataDir: string, work: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(join(dataDir, 'jetbridge.db'));
  try {
    return await work(storage);
  } finally {
    await storage.close();
  }
}

/** The events of each airline, and the ids of the commands they came from. */
function historiesOf(dataDir: string, { airlines }: World): Promise<Map<string, { events: StoredEvent[]; commands: Set<string> }>> {
  return read(dataDir, async (storage) => {
    const histories = airlines.map(async ({ id }) => {
      const [events, commands] = await Promise.all([readHistory(storage, id), readCommands(storage, id)]);
      return [id, { events, commands: new Set(commands.keys()) }] as const;
    });
    return new Map(await Promise.all(histories));
  });
}
