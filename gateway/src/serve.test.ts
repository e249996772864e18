import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aFlight } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectTo } from './testing/client.ts';
import { endServerProcesses, type ServerProcess, startServerProcess } from './testing/server-process.ts';

const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous kind id node { __typename ... on Pirep { flightNumber } } } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;
const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const admin = { email: 'ada@example.org', password: 'correct horse' };

let dataDir: string;
let running: ServerProcess;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-serve-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

async function setUp({ url, setupToken }: ServerProcess) {
  const { ask } = connectTo(url);
  const input = { ...admin, token: setupToken, displayName: 'Ada' };
  const setup = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
  const token: string = setup.data.completeSetup.accessToken;
  const created = await ask(`mutation { createAirline(input: { code: "NAX", name: "Norse" }) { cursor airline { id } } }`, {}, { token });
  return { token, airlineId: created.data.createAirline.airline.id as string, cursor: created.data.createAirline.cursor as string };
}

it('loses nothing it acknowledged to kill -9, and a socket that comes back gets exactly what it missed', async () => {
  running = await startServerProcess(dataDir);
  const { token, airlineId, cursor: start } = await setUp(running);
  const { ask, subscribe } = connectTo(running.url);
  const file = async (n: number) => {
    const { data } = await ask(filePirep, { input: aFlight({ airlineId, flightNumber: String(n) }) }, { token });
    return data.filePirep.pirep.id as string;
  };
  const live = subscribe(changes, { id: airlineId, after: start }, token);
  const seen = [await file(1), await file(2)];
  const delivered = await live.take(2);
  expect(delivered.map(({ data }) => data.airlineChanges.id)).toEqual(seen);
  const last: string = delivered[1]!.data.airlineChanges.cursor;
  await live.close();

  const missed = await Promise.all([3, 4, 5, 6, 7].map(file)); // the last answer has just arrived
  expect((await running.end('SIGKILL')).signal).toBe('SIGKILL');

  running = await startServerProcess(dataDir);
  expect(running.setupToken).toBeUndefined();
  const again = connectTo(running.url);
  const { data } = await again.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input: admin });
  const back = again.subscribe(changes, { id: airlineId, after: last }, data.signIn.accessToken);
  const caughtUp = (await back.take(5)).map(({ data }) => data.airlineChanges as { id: string; cursor: string; previous: string });
  expect(caughtUp.map(({ id }) => id).sort()).toEqual([...missed].sort());
  expect(caughtUp.map(({ previous }) => previous)).toEqual([last, ...caughtUp.slice(0, -1).map(({ cursor }) => cursor)]);
  const one = await again.ask(filePirep, { input: aFlight({ airlineId, flightNumber: '8' }) }, { token: data.signIn.accessToken });
  expect((await back.take(1))[0]!.data.airlineChanges).toMatchObject({
    id: one.data.filePirep.pirep.id,
    previous: caughtUp.at(-1)!.cursor,
  });
  await back.close();
  const list = await again.ask(`{ airline(code: "NAX") { pireps { totalCount } } }`, {}, { token: data.signIn.accessToken });
  expect(list.data.airline.pireps.totalCount).toBe(8);
});

it.each(['SIGTERM', 'SIGINT'] as const)('ends within a second of %s: a socket, an idle and a silent connection', async (signal) => {
  running = await startServerProcess(dataDir);
  const { hostname, port } = new URL(running.url);
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  const { token, airlineId, cursor } = await setUp(running);
  const live = connectTo(running.url).subscribe(changes, { id: airlineId, after: cursor }, token);
  await connectTo(running.url).ask(filePirep, { input: aFlight({ airlineId }) }, { token });
  await live.take(1);
  const end = await running.end(signal);
  expect(end).toMatchObject({ code: 0, signal: null });
  expect(end.tookMs).toBeLessThan(1_000);
  await live.close();
  silent.destroy();
});

it('keeps its data for the next start, and adds the demo once', async () => {
  running = await startServerProcess(dataDir, ['--demo']);
  const count = async ({ url }: ServerProcess) => {
    const { ask } = connectTo(url);
    const input = { email: 'staff@demo.jetbridge.example', password: 'ready for take-off' };
    const { data } = await ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input });
    const totals = await ask(
      `{ airlines { totalCount } airline(code: "NDL") { pireps { totalCount } members { totalCount } } }`,
      {},
      { token: data.signIn.accessToken },
    );
    return totals.data;
  };
  const first = await count(running);
  expect(first).toMatchObject({ airlines: { totalCount: 2 }, airline: { pireps: { totalCount: 150 } } });
  await running.end('SIGTERM');
  running = await startServerProcess(dataDir, ['--demo']);
  expect(await count(running)).toEqual(first);
});

it('prints every problem of its configuration at once, and exits with 78', () => {
  const env = {
    ...process.env,
    JETBRIDGE_PORT: 'many',
    JETBRIDGE_ROLES: 'pilot',
    JETBRIDGE_SECRET: 'short',
    JETBRIDGE_NATS_URL: 'http://nats',
  };
  const { status, stderr } = spawnSync(process.execPath, [main, 'serve', '--data-dir', dataDir], { env, encoding: 'utf8' });
  expect(status).toBe(78);
  expect(stderr).toMatch(/JETBRIDGE_PORT[\s\S]*JETBRIDGE_ROLES[\s\S]*JETBRIDGE_SECRET[\s\S]*JETBRIDGE_NATS_URL/);
});

it('explains itself to who types nonsense', () => {
  const { status, stderr } = spawnSync(process.execPath, [main, 'fly'], { encoding: 'utf8' });
  expect(status).toBe(64);
  expect(stderr).toContain('There is no command "fly".');
});
