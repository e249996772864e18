import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, type Storage } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { writePhpvmsExport } from '../testing/phpvms-export.ts';
import { endServerProcesses, runProduct, spawnProduct, startProductProcess } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
const pireps = 1_500;

let folder: string;
let source: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetbridge-import-'));
  source = await writePhpvmsExport(join(folder, 'export'), { pilots: 20, pireps });
});
afterEach(async () => {
  await endServerProcesses();
  await rm(folder, { recursive: true, force: true });
});

const command = () => ['import', 'phpvms', source, '--airline', 'NDL'];

/** An installation with the demo's airlines in it; nobody serves afterwards. */
async function install(name: string, databaseUrl?: string): Promise<Record<string, string>> {
  const env = {
    JETBRIDGE_DATA_DIR: join(folder, name),
    ...(databaseUrl && { JETBRIDGE_DATABASE_URL: databaseUrl, JETBRIDGE_SECRET: 'a secret that only this test has a use for' }),
  };
  const serving = await startProductProcess(['serve', '--port', '0', '--demo'], env, /(more pilots)/);
  await serving.end('SIGTERM');
  return env;
}

/** What came in, by what phpVMS knows of it. */
async function whatCameIn({ reader }: Storage) {
  const members = await reader.all<Record<string, unknown>>(
    `select m.pilot_number, m.flights, m.minutes, m.distance_nm, m.last_airport, m.joined_at, u.email, u.display_name
     from rm_member m join rm_user u on u.id = m.user_id join rm_airline a on a.id = m.airline_id
     where a.code = 'NDL' and u.email like '%@va.example' order by m.pilot_number`,
  );
  const flights = await reader.all<Record<string, unknown>>(
    `select p.flight_number, p.departure, p.arrival, p.off_block_at, p.state, p.filed_at, p.landing_rate_fpm, u.email
     from rm_pirep p join rm_member m on m.id = p.member_id join rm_user u on u.id = m.user_id
     where u.email like '%@va.example' order by p.off_block_at`,
  );
  return { members, flights };
}

async function imported({ reader }: Storage): Promise<number> {
  const [row] = await reader.all<{ count: number }>(
    `select count(*) as count from event where command_id like 'anonymous:phpvms NDL pireps %'`,
  );
  return Number(row?.count);
}

/** Begins the import, and kills it once it has said that it is under way. */
async function killUnderWay(env: Record<string, string>): Promise<void> {
  const child = spawnProduct(command(), env);
  const ended = once(child, 'exit');
  child.stdout!.resume();
  for await (const chunk of child.stderr!) if (String(chunk).includes('%')) break;
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

describe.each(cluster ? ['SQLite', 'PostgreSQL'] : ['SQLite'])('an import that is killed, on %s', (kind) => {
  it('goes on where it was, and comes to the same as one that was not', async () => {
    await using first = kind === 'PostgreSQL' ? await createTestDatabase(cluster!) : undefined;
    await using second = kind === 'PostgreSQL' ? await createTestDatabase(cluster!) : undefined;
    const [unbroken, killed] = [await install('unbroken', first?.url), await install('killed', second?.url)];
    expect(await runProduct(command(), unbroken)).toMatchObject({ code: 0 });

    await killUnderWay(killed);
    const storage = await openStorage(second?.url ?? join(folder, 'killed', 'jetbridge.db'));
    const before = await imported(storage);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(pireps);
    await killUnderWay(killed); // while it passes over what is in, or soon after
    const report = join(folder, 'report.csv');
    expect(await runProduct([...command(), '--report', report], killed)).toMatchObject({ code: 0 });
    const told = (await readFile(report, 'utf8')).trim().split('\r\n').slice(1);
    expect(told).toHaveLength(20 + pireps);
    expect(told.filter((row) => row.includes(',pirep,exists,')).length).toBeGreaterThanOrEqual(before);

    const other = await openStorage(first?.url ?? join(folder, 'unbroken', 'jetbridge.db'));
    const [resumed, expected] = [await whatCameIn(storage), await whatCameIn(other)];
    await storage.close();
    await other.close();
    expect(resumed.members).toHaveLength(20);
    expect(resumed.flights).toHaveLength(pireps);
    expect(resumed).toEqual(expected);
    expect(await runProduct(['doctor'], killed)).toMatchObject({ code: 0 });
  });
});

describe('jetbridge import phpvms', () => {
  it('exits with 2 where it cannot begin, and with 1 where rows stay behind', async () => {
    const env = await install('codes');
    const expectCode = async (args: string[], code: number, says: string) =>
      expect(await runProduct(args, env)).toMatchObject({ code, output: expect.stringContaining(says) });
    await expectCode(['import', 'phpvms', source, '--airline', 'XXX'], 2, 'There is no airline XXX. Create it first.');
    await expectCode(['import', 'phpvms', join(folder, 'nowhere'), '--airline', 'NDL'], 2, 'There is no file or folder');
    await expectCode(['import', 'phpvms', source], 64, 'needs --airline');
    await expectCode(['import', 'phpvms'], 64, 'Usage: jetbridge');
    // The flights alone: their pilots are not there yet.
    await expectCode(
      ['import', 'phpvms', join(source, 'pireps.csv'), '--airline', 'ndl', '--dry-run'],
      1,
      'aircraftType: There is no aircraft 1',
    );
    expect(await runProduct([...command(), '--dry-run'], env)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Nothing was written to NDL'),
    });
  });
});
