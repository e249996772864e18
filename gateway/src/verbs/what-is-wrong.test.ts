import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '@jetbridge/schema/storage';
import { aFlight, createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectTo } from '../testing/client.ts';
import { endServerProcesses, runProduct, startProductProcess } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
const saidWithinMs = 10_000;
const input = { email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };
const health = '{ platformHealth { troubles { code sentence nextStep } } }';
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-wrong-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

type Env = Record<string, string>;
type Troubles = { code: string; sentence: string; nextStep: string }[];

/** What each of the places says that an operator looks at. */
function places(url: string, token: string, env: Env) {
  const { ask } = connectTo(url);
  return {
    troubles: async () => (await ask(health, {}, { token })).data.platformHealth.troubles as Troubles,
    ready: async () => {
      const response = await fetch(`${url}/readyz`);
      return { code: response.status, ...((await response.json()) as object) };
    },
    doctor: (...args: string[]) => runProduct(['doctor', ...args], env),
    file: async (airlineId: string, flightNumber: string) =>
      (await ask(filePirep, { input: aFlight({ airlineId, flightNumber }) }, { token })).errors,
  };
}

async function setUp(setupUrl: string) {
  const { origin, searchParams } = new URL(setupUrl);
  const { ask } = connectTo(origin);
  const { data } = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, {
    input: { ...input, token: searchParams.get('token') },
  });
  const token: string = data.completeSetup.accessToken;
  const created = await ask(`mutation { createAirline(input: { code: "NAX", name: "Norse" }) { airline { id } } }`, {}, { token });
  return { url: origin, token, airlineId: created.data.createAirline.airline.id as string };
}

/** The PIREP that was filed last, as the log has it: whose answer was lost has no id of it. */
async function newestPirep(databaseUrl: string): Promise<string> {
  const storage = await openStorage(databaseUrl, { migrations: false });
  const [row] = await storage.reader.all<{ stream: string }>(
    `select stream from event where type = 'PirepFiled' order by recorded_at desc`,
  );
  await storage.close();
  return row!.stream.replace('pirep-', '');
}

describe.skipIf(!cluster)(cluster ? 'with a projector of its own' : 'with a projector of its own: no PostgreSQL package', () => {
  it('every place says within 10 s that it is gone, and nothing once it is back', async () => {
    await using database = await createTestDatabase(cluster!);
    const secret = 'a secret that all processes of the test share';
    const env = { JETBRIDGE_DATABASE_URL: database.url, JETBRIDGE_DATA_DIR: dataDir, JETBRIDGE_SECRET: secret };
    const startProjector = () => startProductProcess(['serve', '--roles', 'projector', '--port', '0'], env, /Health +(\S+)/);
    const gateway = await startProductProcess(['serve', '--roles', 'gateway', '--port', '0'], env, /Set up +(\S+)/);
    const projector = await startProjector();
    const { url, token, airlineId } = await setUp(gateway.said);
    const { troubles, ready, doctor, file } = places(url, token, env);
    expect(await file(airlineId, '1')).toBeUndefined();
    expect(await troubles()).toEqual([]);
    expect(await ready()).toEqual({ code: 200, status: 'ok' });
    const following = { following: true, shares: 16, of: 16, waitingEvents: 0 };
    expect(await (await fetch(projector.said)).json()).toEqual({ status: 'ok', projector: following });
    expect(await doctor()).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
    const seen = await doctor('--pirep', `https://va.example/vue/airlines/NAX/pireps/${await newestPirep(database.url)}?from=list`);
    expect(seen).toMatchObject({
      code: 0,
      output: expect.stringMatching(/is stored: PirepFiled .* projected: .* have it as PENDING\..* load it again/s),
    });

    await projector.end('SIGKILL');
    const killedAt = performance.now();
    const reason = expect.stringContaining('No projector works');
    const [filing, , , wrong] = await Promise.all([
      file(airlineId, '2'),
      expect.poll(troubles, { timeout: saidWithinMs }).toMatchObject([{ code: 'NO_PROJECTOR' }]),
      expect.poll(ready, { timeout: saidWithinMs }).toEqual({ code: 200, status: 'degraded', reasons: [{ code: 'NO_PROJECTOR', reason }] }),
      doctor(), // it waits 5 s for another that takes over
    ]);
    expect(performance.now() - killedAt).toBeLessThan(saidWithinMs);
    expect(filing).toMatchObject([{ extensions: { code: 'PROJECTION_LAGGING' } }]);
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain('No projector works: 1 event is not shown yet.\n  Start one: jetbridge serve --roles projector');
    expect(wrong.output).toContain('Log and read models are as they must be');
    const unseen = await doctor('--pirep', await newestPirep(database.url));
    expect(unseen.code).toBe(1);
    expect(unseen.output).toMatch(/Event 4 is not projected yet: .* come to event 3 of NAX\.\nNo projector works: 1 event/);

    await startProjector();
    await expect.poll(troubles, { timeout: saidWithinMs }).toEqual([]);
    await expect.poll(ready, { timeout: saidWithinMs }).toEqual({ code: 200, status: 'ok' });
    expect(await doctor()).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
  }, 90_000);

  it('the doctor says in a sentence that the database is away, and so does the one for a PIREP', async () => {
    const database = await createTestDatabase(cluster!);
    const gone = new URL(database.url);
    await database[Symbol.asyncDispose]();
    const env = { JETBRIDGE_DATABASE_URL: gone.href, JETBRIDGE_DATA_DIR: dataDir, JETBRIDGE_SECRET: 'a secret for this test and no other' };
    for (const args of [['doctor'], ['doctor', '--pirep', 'x']]) {
      const { code, output } = await runProduct(args, env);
      expect(code).toBe(1);
      expect(output).toMatch(/^The database does not answer\. \(.*\)\n {2}Look whether it runs .*\n$/);
    }
  });
});

it('in one process: without its projector, and stopped, and going on', async () => {
  const env = { JETBRIDGE_DATA_DIR: dataDir };
  const whole = await startProductProcess(['serve', '--port', '0'], env, /Set up +(\S+)/);
  const { token, airlineId } = await setUp(whole.said);
  await whole.end('SIGTERM');
  const gateway = await startProductProcess(['serve', '--roles', 'gateway', '--port', '0'], env, /ready at (\S+)/);
  const { troubles, ready, doctor, file } = places(gateway.said, token, env);
  expect(await file(airlineId, '1')).toMatchObject([{ extensions: { code: 'PROJECTION_LAGGING' } }]);
  expect(await troubles()).toMatchObject([{ code: 'NO_PROJECTOR', sentence: 'No projector works: 1 event is not shown yet.' }]);
  expect(await ready()).toMatchObject({ code: 200, status: 'degraded' });
  await expect
    .poll(() => doctor(), { timeout: saidWithinMs, interval: 500 })
    .toMatchObject({ code: 1, output: expect.stringMatching(/^The pages are \d+ s behind: 1 event is not shown yet\./) });
  const pirep = await newestPirep(join(dataDir, 'jetbridge.db'));
  expect(await doctor('--pirep', pirep)).toMatchObject({
    code: 1,
    output: expect.stringContaining('The lists of NAX do not have it yet.'),
  });
  await gateway.end('SIGTERM');

  const atRest = 'Nobody serves from this database now: 1 event will be shown when somebody does.';
  expect(await doctor()).toMatchObject({ code: 0, output: expect.stringContaining(atRest) });
  expect(await doctor('--pirep', pirep)).toMatchObject({ code: 1, output: expect.stringContaining(atRest) });
  expect(await doctor('--pirep', 'nothing')).toMatchObject({ code: 1, output: expect.stringContaining('it was never stored') });

  const again = await startProductProcess(['serve', '--port', '0'], env, /ready at (\S+)/);
  const after = places(again.said, token, env);
  await expect.poll(after.troubles).toEqual([]);
  expect(await after.ready()).toEqual({ code: 200, status: 'ok' });
  expect(await doctor('--pirep', pirep)).toMatchObject({ code: 0 });
}, 60_000);
