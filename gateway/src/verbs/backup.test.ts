import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { connectTo } from '../testing/client.ts';
import { endServerProcesses, runProduct, startProductProcess } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetbridge-verbs-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string) => ({ JETBRIDGE_DATA_DIR: join(folder, name) });

/** The demo's dispatcher, signed in with the password of before. */
async function signIn(url: string): Promise<string> {
  const input = { email: 'staff@demo.jetbridge.example', password: 'ready for take-off' };
  const { data } = await connectTo(url).ask(`mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }`, { input });
  return data.signIn.accessToken;
}

/** The airline's id and where its history stands. */
async function placeIn(url: string): Promise<{ id: string; after: string }> {
  const { data } = await connectTo(url).ask('{ airline(code: "NDL") { id cursor } }', {}, { token: await signIn(url) });
  return { id: data.airline.id, after: data.airline.cursor };
}

async function firstChange(url: string, place: { id: string; after: string }): Promise<unknown> {
  const changes = 'subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { kind } }';
  const live = connectTo(url).subscribe(changes, place, await signIn(url));
  try {
    return (await live.next())?.data.airlineChanges;
  } finally {
    await live.close();
  }
}

/** What the dispatcher sees. */
async function whatStaffSee(url: string) {
  const { data: seen } = await connectTo(url).ask(
    `{ airline(code: "NDL") { pireps(first: 50) { totalCount edges { node { id state remarks } } }
         members { edges { node { id flights minutes user { displayName } } } } } }`,
    {},
    { token: await signIn(url) },
  );
  expect(seen.airline.pireps.totalCount).toBe(150);
  return seen;
}

it('backs up while the product runs, and restores it on either database with the same secret', async () => {
  const [old, again] = [at('old'), at('again')];
  const file = join(folder, 'backup.gz');
  const serving = await startProductProcess(['serve', '--port', '0', '--demo'], old, /ready at (\S+)/);
  const [before, place] = [await whatStaffSee(serving.said), await placeIn(serving.said)];
  expect(await runProduct(['doctor'], old)).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
  expect(await runProduct(['backup', file], old)).toMatchObject({ code: 0 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await runProduct(['backup', file], old)).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
  expect(await runProduct(['restore', file], old)).toMatchObject({ code: 75, output: expect.stringContaining('is serving from') });
  await serving.end('SIGTERM');
  expect(await runProduct(['restore', file], old)).toMatchObject({ code: 1, output: expect.stringContaining('has events already') });

  await using database = cluster ? await createTestDatabase(cluster) : undefined;
  const places = [again, ...(database ? [{ ...at('third'), JETBRIDGE_DATABASE_URL: database.url }] : [])];
  for (const other of places) {
    expect(await runProduct(['restore', file], other)).toMatchObject({ code: 0, output: expect.stringContaining('is restored') });
    const key = join(other.JETBRIDGE_DATA_DIR, 'secret.key');
    expect(await readFile(key, 'utf8')).toBe(await readFile(join(old.JETBRIDGE_DATA_DIR, 'secret.key'), 'utf8'));
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect(await runProduct(['doctor'], other)).toMatchObject({ code: 0 });
    const restored = await startProductProcess(['serve', '--port', '0'], other, /ready at (\S+)/);
    expect(await whatStaffSee(restored.said)).toEqual(before);
    expect(await firstChange(restored.said, place)).toEqual({ kind: 'RESYNC' }); // the history may go on otherwise from here
    await restored.end('SIGTERM');
  }
});

it('refuses a backup whose secret is not there, and restores nothing', async () => {
  const [from, to] = [
    { ...at('from'), JETBRIDGE_SECRET: 'the secret that it was made with' },
    { ...at('to'), JETBRIDGE_SECRET: 'another secret than it was made with' },
  ];
  const file = join(folder, 'backup.gz');
  await runProduct(['migrate'], from);
  expect((await runProduct(['backup', file], from)).output).toContain('JETBRIDGE_SECRET is not in it');
  expect(await runProduct(['restore', file], to)).toMatchObject({ code: 1, output: expect.stringContaining('made with another secret') });
});

it('prints a sentence for each thing the doctor finds, and exits with 1', async () => {
  const place = at('ill');
  const serving = await startProductProcess(['serve', '--port', '0', '--demo'], place, /ready at (\S+)/);
  await serving.end('SIGTERM');
  const storage = await openStorage(join(place.JETBRIDGE_DATA_DIR, 'jetbridge.db'));
  await storage.transaction((sql) => sql.run(`update rm_airline set name = 'Somebody else' where code = 'NDL'`));
  await storage.close();
  const { code, output } = await runProduct(['doctor'], place);
  expect(code).toBe(1);
  expect(output).toMatch(/^rm_airline: row \S+ is not what the log says, in name[.]\n$/);
  expect((await runProduct(['projections', 'rebuild'], place)).code).toBe(0);
  expect((await runProduct(['doctor'], place)).code).toBe(0);
});

it.each(['backup', 'restore', 'backup one two', 'projections'])('explains itself to who types "%s"', async (words) => {
  const { code, output } = await runProduct(words.split(' '), at('none'));
  expect(code).toBe(64);
  expect(output).toContain('Usage: jetbridge');
});
