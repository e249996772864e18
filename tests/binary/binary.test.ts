import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { freePort } from '@jetbridge/schema/testing';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectTo } from '../../gateway/src/testing/client.ts';
import { chromiumPath } from '../../shell/e2e/support/chromium.ts';
import { fileTracedPirep, receiveTraces } from '../observability/traced-pirep.ts';
import { command, endAllThere, executable, makeBareMachine, memoryOf, missing, runThere, serveThere, spawnThere } from './bare-machine.ts';

const run = promisify(execFile);
const reason = missing();
const previous = join(import.meta.dirname, 'previous');
const previousSchema = 4;
const mostMemory = 150; // MiB
const password = 'ready for take-off'; // of everybody in the demo

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetbridge-bare-'));
});
afterEach(async () => {
  await endAllThere();
  await rm(folder, { recursive: true, force: true });
});

async function directory(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  return path;
}

/** All that the dispatcher of the demo sees of an airline, in one text. */
async function whatStaffSee(url: string): Promise<string> {
  const { ask } = connectTo(url);
  const input = { email: 'staff@demo.jetbridge.example', password };
  const { data } = await ask('mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }', { input });
  const { data: seen, errors } = await ask(
    `{ airline(code: "NDL") { id name pireps(first: 50) { totalCount edges { node { id state flightNumber remarks } } }
         members { edges { node { id role flights minutes user { displayName } } } } } }`,
    {},
    { token: data.signIn.accessToken },
  );
  expect(errors).toBeUndefined();
  expect(seen.airline.pireps.totalCount).toBe(150);
  return JSON.stringify(seen);
}

describe.skipIf(reason)(`the executable on a machine without Node${reason ? `: skipped, ${reason}` : ''}`, () => {
  beforeAll(async () => {
    await run(process.execPath, ['infra/binary/build.mjs', '--arch', 'x64']);
    makeBareMachine();
  }, 600_000);

  it('says what it is and touches nothing', async () => {
    const empty = await directory('empty');
    const { version } = JSON.parse(readFileSync('gateway/package.json', 'utf8'));
    expect(await runThere(empty, ['--version'])).toEqual({ code: 0, output: `${version}\n` });
    expect((await runThere(empty, ['--help'])).output).toContain('Usage: jetbridge');
    expect(await runThere(empty, ['fly'])).toMatchObject({ code: 64, output: expect.stringContaining('There is no command "fly"') });
    expect(await readdir(empty)).toEqual([]);
  });

  it('starts soon, and is small while it waits', async () => {
    const data = await directory('data');
    const first = await serveThere(data, [], { NODE_DEBUG: 'jetbridge' }); // what follows finds the database there, and the executable in memory
    await first.end();
    expect(first.said()).toContain('compiled code taken');
    const times: number[] = [];
    const memory: number[] = [];
    for (let start = 0; start < 5; start++) {
      const port = await freePort();
      const started = performance.now();
      const child = spawnThere(data, ['serve', '--port', String(port)]);
      while ((await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.status !== 200) await setTimeout(10); // not without a pause: it would run on the server's time
      times.push(Math.round(performance.now() - started));
      for await (const line of createInterface({ input: child.stdout! })) if (line.includes('works once')) break; // the last it says
      memory.push(memoryOf(child));
      await endAllThere();
    }
    console.log(
      `Start to first 200: ${times.join(', ')} ms, median ${median(times)}; memory ${memory.join(', ')} MiB, median ${median(memory)}.`,
    );
    expect(median(memory)).toBeLessThanOrEqual(mostMemory);
  });

  it('is for one: a second on the same data says so and goes', async () => {
    const data = await directory('data');
    const server = await serveThere(data);
    const second = await runThere(data, ['serve', '--port', '0']);
    expect(second).toEqual({
      code: 75,
      output: 'Another Jetbridge is serving from /data/jetbridge.db. Stop it first, or choose another data directory.\n',
    });
    expect(await server.end()).toBe(0);
    expect(await (await serveThere(data)).end()).toBe(0);
  });

  it('loses nothing when it is killed, and backs up and restores what there is', async () => {
    const [data, other] = [await directory('data'), await directory('other')];
    const before = await serveThere(data, ['--demo']);
    const seen = await whatStaffSee(before.url);
    await before.end('SIGKILL');
    const after = await serveThere(data);
    expect(await whatStaffSee(after.url)).toBe(seen);
    expect(await runThere(data, ['doctor'])).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
    expect(await runThere(data, ['projections', 'rebuild'])).toMatchObject({ code: 0 });
    expect(await runThere(data, ['projections', 'list'])).toMatchObject({ code: 0 });
    expect(await runThere(data, ['secrets', 'renew'])).toMatchObject({ code: 0 });
    await writeFile(join(data, 'users.csv'), 'id,name,email,state\n1,Maja Nowak,maja@example.org,1\n');
    const imported = await runThere(data, ['import', 'phpvms', '/data/users.csv', '--airline', 'ABX']);
    expect(imported).toMatchObject({ code: 0, output: expect.stringContaining('1 came in') });
    expect(await runThere(data, ['backup', '/data/all.backup'])).toMatchObject({ code: 0 });
    await after.end();

    await run('cp', [join(data, 'all.backup'), other]);
    expect(await runThere(other, ['restore', '/data/all.backup'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('is restored'),
    });
    expect(await runThere(other, ['doctor'])).toMatchObject({ code: 0 });
    expect(await whatStaffSee((await serveThere(other)).url)).toBe(seen);
    expect((await readdir(other)).filter((name) => name.includes('node'))).toEqual([]); // the addon was there for a moment only
  });

  it('takes over what the release before left, and keeps that as it was', async () => {
    const data = await directory('data');
    await writeFile(join(data, 'jetbridge.db'), gunzipSync(readFileSync(join(previous, `schema-${previousSchema}.db.gz`))));
    await writeFile(join(data, 'secret.key'), readFileSync(join(previous, `schema-${previousSchema}.secret`)), { mode: 0o600 });
    await mkdir(join(data, 'backups'));
    const [oldest, ...kept] = [1, 2, 3].map((schema) => `schema-${schema}-2026010${schema}T000000Z.backup`);
    for (const name of [oldest!, ...kept, 'mine.backup']) await writeFile(join(data, 'backups', name), '');
    const server = await serveThere(data);
    expect(server.said()).toContain(`Migrating the database from schema ${previousSchema} to ${schemaOf(data).version}`);
    const seen = await whatStaffSee(server.url);
    await server.end();
    const backups = (await readdir(join(data, 'backups'))).sort();
    const backup = backups.find((name) => !['mine.backup', ...kept].includes(name));
    expect(backups).toEqual(['mine.backup', ...kept, backup]); // the last three of its own, and what is not
    expect(backup).toMatch(new RegExp(`^schema-${previousSchema}-\\d{8}T\\d{6}Z[.]backup$`));
    const [header, ...rows] = gunzipSync(readFileSync(join(data, 'backups', backup!)))
      .toString()
      .trimEnd()
      .split('\n');
    expect(JSON.parse(header!)).toMatchObject({ schema: previousSchema, secret: expect.any(String) });
    expect(JSON.parse(rows.at(-1)!)).toEqual({ rows: rows.filter((row) => row.startsWith('[')).length });
    expect(rows.filter((row) => row.includes('"PirepFiled"'))).toHaveLength(300);

    const again = await serveThere(data);
    expect(await whatStaffSee(again.url)).toBe(seen);
    expect((await readdir(join(data, 'backups'))).sort()).toEqual(backups); // nothing to migrate, nothing to keep
    expect(await runThere(data, ['doctor'])).toMatchObject({ code: 0, output: expect.stringContaining('Everything is as it must be') });
  });

  it('sends what it traces, as any other form of the product does', async () => {
    await using traces = await receiveTraces();
    const server = await serveThere(await directory('data'), ['--demo'], traces.env('jetbridge'));
    await traces.expectOne(await fileTracedPirep(server.url), { gateway: 'jetbridge', projector: 'jetbridge' });
    expect(await server.end()).toBe(0);
  });

  it('leaves alone what a newer release has made its own', async () => {
    const data = await directory('data');
    await runThere(data, ['migrate']);
    const database = new DatabaseSync(join(data, 'jetbridge.db'));
    database.exec('update schema_info set version = 99, readable_from = 99');
    database.close();
    for (const words of [['serve', '--port', '0'], ['migrate'], ['backup', '/data/x'], ['doctor']]) {
      const { code, output } = await runThere(data, words);
      expect([code, output.split('\n').length]).toEqual([1, 2]); // one line, and its end
      expect(output).toContain('This database needs a newer Jetbridge (its schema is 99');
    }
    expect(schemaOf(data)).toMatchObject({ version: 99, readable_from: 99 });
    expect(existsSync(join(data, 'backups'))).toBe(false);
  });

  it('carries no secret, no source map, no path of this machine, no tool', async () => {
    const content = readFileSync(executable, 'latin1');
    const [stock, found] = [readFileSync(process.execPath, 'latin1'), [] as string[]];
    for (const stranger of [
      ...[process.cwd(), `${homedir()}/`, 'sourceMappingURL=', 'BEGIN PRIVATE KEY', 'node_modules/.pnpm'],
      ...['vitest', '@biomejs', 'playwright', 'fast-check', 'rolldown/', 'postject', 'smtp-server', 'tinyglobby/'],
    ]) {
      if (occurrences(content, stranger) > occurrences(stock, stranger)) found.push(stranger);
    }
    expect(found).toEqual([]);
    execFileSync('sha256sum', ['--check', '--status', 'SHA256SUMS'], { cwd: 'out' });
    const bom = JSON.parse(readFileSync('out/jetbridge.cdx.json', 'utf8'));
    const names = bom.components.map(({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name));
    expect(names).toEqual(expect.arrayContaining(['fastify', 'better-sqlite3', 'react', 'vue', 'svelte', 'graphiql', 'node']));
    expect(names.filter((name: string) => /^(vitest|vite|typescript|@playwright[/]test|fast-check)$/.test(name))).toEqual([]);
  });

  it('passes the main flow of the browser suite', async ({ skip }) => {
    const { path, missing: without } = await chromiumPath();
    if (!path) return skip(without);
    const { stdout } = await run('playwright', ['test', 'first-flight', '--project', 'react', '--reporter', 'list'], {
      env: { ...process.env, CHROMIUM_PATH: path, PRODUCT_COMMAND: JSON.stringify(command), NODE_EXTRA_CA_CERTS: '' },
    });
    expect(stdout).toContain('1 passed');
  }, 180_000);
});

function schemaOf(data: string): { version: number; readable_from: number } {
  const database = new DatabaseSync(join(data, 'jetbridge.db'), { readOnly: true });
  try {
    return database.prepare('select version, readable_from from schema_info').get() as { version: number; readable_from: number };
  } finally {
    database.close();
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
