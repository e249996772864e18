import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aFlight, createTestDatabase, findNatsServer, startNatsServer } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectTo } from '../testing/client.ts';
import { endServerProcesses, runProduct, startProductProcess } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
const natsServer = findNatsServer();
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;
const password = 'correct horse';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-roles-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

const gateway = (env: Record<string, string>) =>
  startProductProcess(['serve', '--roles', 'gateway', '--no-migrate', '--port', '0'], env, /ready at (\S+)/);
const projector = (env: Record<string, string>) =>
  startProductProcess(['serve', '--roles', 'projector', '--no-migrate'], env, /projector is (following) the log/);

describe.skipIf(!cluster)(cluster ? 'roles on PostgreSQL' : 'roles on PostgreSQL: no PostgreSQL package for this platform', () => {
  it.each([
    { name: natsServer ? 'with NATS' : 'with NATS: skipped, there is no nats-server here', nats: true },
    { name: 'without NATS', nats: false },
  ])('are processes of their own; killing a projector loses nothing, $name', async ({ nats }) => {
    if (nats && !natsServer) return;
    await using database = await createTestDatabase(cluster!);
    await using hints = nats ? await startNatsServer(natsServer!) : undefined;
    const env = {
      JETBRIDGE_DATABASE_URL: database.url,
      JETBRIDGE_DATA_DIR: dataDir,
      JETBRIDGE_SECRET: 'a secret that all processes of the test share',
      ...(hints && { JETBRIDGE_NATS_URL: hints.url }),
    };
    const early = gateway(env); // waits for the schema
    expect((await runProduct(['migrate'], env)).output).toContain('is ready for this release');
    const [one, two, web] = await Promise.all([projector(env), projector(env), early]);
    const { ask } = connectTo(web.said);
    // The link it printed is behind the line that was waited for: another gateway prints its own.
    const setup = await startProductProcess(['serve', '--roles', 'gateway', '--port', '0'], env, /setup\?token=(\S+)/);
    const input = { token: setup.said, email: 'ada@example.org', password, displayName: 'Ada' };
    const admin = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
    const token: string = admin.data.completeSetup.accessToken;
    const created = await ask(`mutation { createAirline(input: { code: "NAX", name: "Norse" }) { airline { id } } }`, {}, { token });
    const airlineId: string = created.data.createAirline.airline.id;
    const file = (n: number) => ask(filePirep, { input: aFlight({ airlineId, flightNumber: String(n), commandId: `c${n}` }) }, { token });
    expect((await file(1)).errors).toBeUndefined();

    await one.end('SIGKILL');
    await hints?.kill();
    const count = async () => {
      const { data } = await ask(`{ airline(code: "NAX") { pireps { totalCount } } }`, {}, { token });
      return data.airline.pireps.totalCount as number;
    };
    await Promise.all([2, 3, 4, 5].map(file)); // shown at once or within the takeover, stored in any case
    await expect.poll(count, { timeout: 5_000 }).toBe(5);

    const rebuilt = await runProduct(['projections', 'rebuild'], env);
    expect(rebuilt).toMatchObject({ code: 0, output: expect.stringContaining('The read models are rebuilt from') });
    expect(await count()).toBe(5);
    expect((await file(6)).errors).toBeUndefined();
    expect((await runProduct(['projections', 'list'], env)).output).toMatch(
      /read-models: (\d+) of \1 events, 0 to go[\s\S]*rm_pirep +6 rows/,
    );
    await two.end('SIGTERM');
  });
});

it('a projector alone answers who looks after it, on the port it is given, and nothing else', async () => {
  const env = { JETBRIDGE_DATA_DIR: dataDir, JETBRIDGE_PORT: '0' };
  const { said: url, end } = await startProductProcess(['serve', '--roles', 'projector'], env, /Health +(http:\/\/[^/]+)/);
  const statusOf = async (path: string) => (await fetch(url + path)).status;
  expect([await statusOf('/livez'), await statusOf('/readyz'), await statusOf('/graphql'), await statusOf('/')]).toEqual([
    200, 200, 404, 404,
  ]);
  await end('SIGTERM');
});

it('rebuilds on SQLite beside the product that serves', async () => {
  const env = { JETBRIDGE_DATA_DIR: dataDir };
  const args = ['serve', '--port', '0', '--demo'];
  const serving = await startProductProcess(args, env, /ready at (\S+)/);
  const { ask } = connectTo(serving.said);
  const input = { email: 'staff@demo.jetbridge.example', password: 'ready for take-off' };
  const { data } = await ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input });
  const list = () =>
    ask(
      `{ airline(code: "NDL") { pireps(first: 50) { totalCount edges { node { id state } } } members { edges { node { id flights minutes } } } } }`,
      {},
      { token: data.signIn.accessToken },
    );
  const before = await list();
  expect(before.errors).toBeUndefined();
  expect(before.data.airline.pireps.totalCount).toBe(150);
  expect((await runProduct(['projections', 'rebuild'], env)).code).toBe(0);
  expect(await list()).toEqual(before);
});
