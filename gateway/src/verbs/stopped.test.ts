import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type Storage } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { connectTo } from '../testing/client.ts';
import { endServerProcesses, runProduct, startProductProcess } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-stopped-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

/** What no mutation would write: a review of a PIREP nobody filed. Its stream goes on with one nobody can decide on either. */
async function poison({ log }: Storage, tenant: string): Promise<void> {
  const data = JSON.stringify({ pirepId: 'lost', memberId: 'm', reviewerId: null, reason: 'r' });
  const metadata = { actorId: null, operation: 'test', correlationId: 'test' };
  const event = { type: 'PirepRejected', schemaVersion: 1, data, metadata, recordedAt: Date.now() };
  await log.append({ writes: [{ tenant, stream: 'pirep-lost', expectedVersion: 0, events: [event] }] });
}

/** The row that review needs: a copy of another, as an operator would mend it. */
async function mend({ transaction }: Storage, tenant: string): Promise<void> {
  await transaction((sql) =>
    sql.run(
      `insert into rm_pirep (id, airline_id, member_id, state, flight_number, departure, arrival, off_block_at, on_block_at, block_minutes,
         flight_minutes, aircraft_type, distance_nm, distance_overridden, network, training, filed_at)
       values ('lost', ?, 'm', 'PENDING', '1', 'ENGM', 'ENBR', 1, 2, 55, 55, 'B738', 175, ?, 'OFFLINE', ?, 1)`,
      [tenant, false, false],
    ),
  );
}

const airlines = ['NAX', 'SAS'] as const;

async function foundAirlines(url: string, setupToken: string) {
  const { ask } = connectTo(url);
  const input = { token: setupToken, email: 'ada@example.org', displayName: 'Ada', password: 'correct horse' };
  const { data } = await ask(`mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }`, { input });
  const token: string = data.completeSetup.accessToken;
  const ids: string[] = [];
  for (const code of airlines) {
    const created = await ask(`mutation { createAirline(input: { code: "${code}", name: "${code}" }) { airline { id } } }`, {}, { token });
    ids.push(created.data.createAirline.airline.id);
  }
  return ids as [string, string];
}

const places: [string, boolean][] = [
  ['SQLite, in one process', false],
  [`PostgreSQL${cluster ? ', projector and gateway in different processes' : ': no PostgreSQL package for this platform'}`, true],
];

describe.each(places)('an airline that stands still, on %s', (_, postgres) => {
  it.skipIf(postgres && !cluster)('is named by /readyz and the commands, and goes on when asked after a fix', async () => {
    await using database = postgres ? await createTestDatabase(cluster!) : undefined;
    const env = {
      JETBRIDGE_DATA_DIR: dataDir,
      JETBRIDGE_SECRET: 'a secret that all processes of the test share',
      ...(database && { JETBRIDGE_DATABASE_URL: database.url }),
    };
    const gateway = await startProductProcess(
      ['serve', '--roles', postgres ? 'gateway' : 'gateway,projector', '--port', '0'],
      env,
      /Set up +(\S+)/,
    );
    const url = new URL(gateway.said).origin;
    if (postgres) await startProductProcess(['serve', '--roles', 'projector'], env, /projector is (following) the log/);
    const [ill, well] = await foundAirlines(url, new URL(gateway.said).searchParams.get('token')!);
    const ready = async () => {
      const response = await fetch(`${url}/readyz`);
      return { code: response.status, ...((await response.json()) as object) };
    };
    expect(await ready()).toEqual({ code: 200, status: 'ok' });

    const storage = await openStorage(database?.url ?? join(dataDir, 'jetbridge.db'));
    await poison(storage, ill);
    await expect.poll(ready, { timeout: 5_000 }).toMatchObject({
      code: 200,
      status: 'degraded',
      reasons: [{ code: 'AIRLINE_STOPPED', reason: 'The pages of NAX stand still: event 3 cannot be projected.' }],
      stopped: [{ airline: 'NAX', reason: 'event 3 cannot be projected' }],
    });
    const why = `event 3 of ${ill} (PirepRejected) cannot be projected: rm_pirep has no row lost`;
    const listed = await runProduct(['projections', 'list'], env);
    expect(listed.output).toMatch(/^NAX stands still since \S+, attempts: \d+, (next at \S+|due now): /m);
    expect(listed.output).toContain(why);
    expect(await runProduct(['projections', 'retry'], env)).toEqual({ code: 1, output: `NAX still stands still: ${why}\n` });
    const asked = await runProduct(['doctor', '--pirep', 'lost'], env);
    expect(asked).toMatchObject({ code: 1, output: expect.stringContaining('Event 3 is not projected yet') });
    expect(asked.output).toContain(`NAX stands still before event 3 since`);
    expect(asked.output).toContain(`${why}\n  jetbridge projections list says why.`);
    const [other] = await storage.reader.all<{ sequence: number }>('select sequence from checkpoint where tenant = ?', [well]);
    expect(Number(other?.sequence)).toBe(2);

    await mend(storage, ill);
    expect(await runProduct(['projections', 'retry'], env)).toEqual({ code: 0, output: 'NAX goes on.\n' });
    expect(await ready()).toEqual({ code: 200, status: 'ok' });
    expect((await runProduct(['projections', 'list'], env)).output).not.toContain('stands still');
    expect(await runProduct(['projections', 'retry'], env)).toEqual({ code: 0, output: 'Nothing stands still.\n' });
    expect(await storage.reader.all('select state, reason from rm_pirep')).toEqual([{ state: 'REJECTED', reason: 'r' }]);
    expect(await storage.reader.all('select * from stopped_tenant')).toEqual([]);
    await storage.close();
  });
});

it.skipIf(!cluster)('/readyz says so when the database does not answer, and /livez is content', async () => {
  const database = await createTestDatabase(cluster!);
  const env = {
    JETBRIDGE_DATA_DIR: dataDir,
    JETBRIDGE_SECRET: 'a secret for this test and no other',
    JETBRIDGE_DATABASE_URL: database.url,
  };
  const { said: url } = await startProductProcess(['serve', '--roles', 'gateway', '--port', '0'], env, /ready at (\S+)/);
  const status = async (path: string) => (await fetch(`${url}${path}`)).status;
  expect([await status('/readyz'), await status('/livez')]).toEqual([200, 200]);
  await database[Symbol.asyncDispose](); // gone, with every connection to it
  await expect.poll(() => status('/readyz'), { timeout: 5_000 }).toBe(503); // what it says is at most a second old
  expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
    status: 'unavailable',
    reason: 'the database does not answer',
    reasons: [{ code: 'DATABASE_AWAY', reason: 'The database does not answer.' }],
  });
  expect(await status('/livez')).toBe(200);
});
