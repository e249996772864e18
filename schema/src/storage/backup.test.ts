import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '../testing/index.ts';
import { restoreBackup, writeBackup } from './backup.ts';

const cluster = inject('postgresUrl');
type Open = () => Promise<TestStorage>;
const sqlite: Open = openTestStorage;
const postgres: Open | undefined = cluster ? () => openPostgresTestStorage(cluster) : undefined;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jetbridge-backup-'));
  file = join(folder, 'today.jetbridge');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const registered = (n: number) => ({
  type: 'UserRegistered',
  data: { userId: `u${n}`, email: `u${n}@example.org`, displayName: `Ünïcode ${n} “quoted”\n` },
});

async function fill(test: TestStorage): Promise<void> {
  for (let n = 0; n < 5; n++) await test.append('platform', `user-${n}`, registered(n));
  const joins = Array.from({ length: 450 }, (_, n) => ({
    type: 'MemberJoined',
    data: { memberId: `m${n}`, userId: `u${n}`, role: 'PILOT', pilotNumber: n, joinedBy: 'OPEN' },
  }));
  await test.append('airline', 'roster', ...joins);
  await test.storage.transaction(async (sql) => {
    await sql.run('insert into credential (user_id, email_index, password_hash, changed_at) values (?, ?, ?, ?)', ['u1', 'i', 'h', 1]);
    await sql.run('insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?, ?)', [
      's1',
      'u1',
      'browser',
      1,
      2,
      1_900_000_000_000,
    ]);
  });
}

const kept = ['tenant_head', 'event', 'person_key', 'credential', 'session', 'refresh_token', 'setup_token'];

async function everything({ storage: { reader } }: TestStorage) {
  const tables = await Promise.all(
    kept.map((table) => reader.all(`select * from ${table} order by ${table === 'event' ? 'tenant, sequence' : 1}`)),
  );
  return Object.fromEntries(kept.map((table, index) => [table, tables[index]]));
}

const other = postgres ? 'PostgreSQL' : 'PostgreSQL (no package for this platform)';

describe.each<[string, Open | undefined, Open | undefined]>([
  ['SQLite to SQLite', sqlite, sqlite],
  [`${other} to ${other}`, postgres, postgres],
  [`SQLite to ${other}`, sqlite, postgres],
  [`${other} to SQLite`, postgres, sqlite],
])('a backup from %s', (_, from, to) => {
  it.skipIf(!from || !to)('brings back every row, and events that can be read and continued', async () => {
    await using source = await from!();
    await fill(source);
    const { rows } = await writeBackup(source.storage, file, { keyIds: ['k'] });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await using target = await to!();
    expect(await restoreBackup(target.storage, file)).toEqual({ rows });
    expect(await everything(target)).toEqual(await everything(source));
    const [first] = await target.storage.log.readStream('platform', 'user-1');
    expect((await target.codec.decode(first!)).data).toEqual(registered(1).data);
    await target.append('platform', 'user-9', registered(9));
    expect(await target.storage.log.heads(0)).toContainEqual({ tenant: 'platform', sequence: 6 });
  });
});

describe.each<[string, Open | undefined]>([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('a backup on %s', (_, open) => {
  it.skipIf(!open)('is of one moment, while others write', async () => {
    await using source = await open!();
    await fill(source);
    let [running, written] = [true, 10];
    const writing = (async () => {
      // An event and its person's key, always together.
      while (running) await source.append('platform', `user-${written}`, registered(written++));
    })();
    await writeBackup(source.storage, file, { keyIds: [] }).finally(() => {
      running = false;
    });
    await writing;
    await using target = await open!();
    await restoreBackup(target.storage, file);
    const [heads, keys] = [await target.storage.log.heads(0), await target.storage.reader.all('select id from person_key')];
    const platform = heads.find(({ tenant }) => tenant === 'platform')!.sequence;
    expect(await target.storage.log.readTenant('platform', 0, 10_000)).toHaveLength(platform);
    expect(keys).toHaveLength(platform);
  });

  it.skipIf(!open)('is not restored over events, nor when it is incomplete or something else', async () => {
    await using source = await open!();
    await fill(source);
    await writeBackup(source.storage, file, { keyIds: [] });
    await expect(restoreBackup(source.storage, file)).rejects.toThrow('has events already');

    await using target = await open!();
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length / 2));
    await expect(restoreBackup(target.storage, file)).rejects.toThrow('cannot be read as a backup');
    const lines = gunzipSync(bytes).toString().trimEnd().split('\n');
    await writeFile(file, gzipSync(lines.slice(0, -1).join('\n')));
    await expect(restoreBackup(target.storage, file)).rejects.toThrow('is incomplete');
    await writeFile(file, gzipSync('{"format":"holiday pictures"}\n'));
    await expect(restoreBackup(target.storage, file)).rejects.toThrow('is not a backup of Jetbridge');
    await writeFile(file, gzipSync(lines.join('\n').replace(/"schema":\d+/, '"schema":999')));
    await expect(restoreBackup(target.storage, file)).rejects.toThrow('restore it with the release that made it');
    expect((await everything(target)).event).toEqual([]);
  });
});
