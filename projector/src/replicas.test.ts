import { openStorage } from '@jetbridge/schema/storage';
import { createTestDatabase, openPostgresTestStorage, type TestStorage } from '@jetbridge/schema/testing';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { spawnProjector } from './testing/projector-process.ts';

const cluster = inject('postgresUrl');
const following = 'is following the log';
const takeoverMs = 5_000;
const tenants = Array.from({ length: 40 }, (_, n) => `airline-${n}`);
const join = (n: number) => ({
  type: 'MemberJoined',
  data: { memberId: `m${n}`, userId: `u${n}`, role: 'PILOT', pilotNumber: n, joinedBy: 'OPEN' },
});

let running: ReturnType<typeof spawnProjector>[] = [];
const start = (url: string, args?: string[]) => {
  const one = spawnProjector(url, args);
  running.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(running.map((one) => one.end('SIGKILL')));
  running = [];
});

/** How many shares each replica holds, least first. */
async function shares({ storage }: TestStorage): Promise<number[]> {
  const rows = await storage.reader.all<{ count: number }>(
    `select count(*) as count from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and mode = 'ExclusiveLock' and application_name = 'jetbridge leases' and datname = current_database()
     group by pid order by count`,
  );
  return rows.map(({ count }) => count);
}

/** What all replicas together have done. */
async function projected({ storage }: TestStorage) {
  const [row] = await storage.reader.all<{ members: number; sequences: number }>(
    `select (select count(*) from rm_member) as members, (select coalesce(sum(sequence), 0)::bigint from checkpoint) as sequences`,
  );
  return row;
}

describe.skipIf(!cluster)(cluster ? 'projector replicas' : 'projector replicas: no PostgreSQL package for this platform', () => {
  it('share the tenants, and take over those of one that was killed', async () => {
    await using test = await openPostgresTestStorage(cluster!);
    const [one, two] = [start(test.url), start(test.url)];
    await Promise.all([one.said(following), two.said(following)]);
    await expect.poll(() => shares(test), { timeout: takeoverMs }).toEqual([8, 8]);
    await Promise.all(tenants.map((tenant, n) => test.append(tenant, 'roster', join(n))));
    await expect.poll(() => projected(test), { timeout: takeoverMs }).toEqual({ members: 40, sequences: 40 });

    await one.end('SIGKILL');
    await Promise.all(tenants.map((tenant, n) => test.append(tenant, 'roster', join(40 + n))));
    await expect.poll(() => projected(test), { timeout: takeoverMs }).toEqual({ members: 80, sequences: 80 });
    expect(await shares(test)).toEqual([16]);

    const three = start(test.url);
    await three.said(following);
    await expect.poll(() => shares(test), { timeout: takeoverMs }).toEqual([8, 8]);
    await Promise.all(tenants.map((tenant, n) => test.append(tenant, 'roster', join(80 + n))));
    await expect.poll(() => projected(test), { timeout: takeoverMs }).toEqual({ members: 120, sequences: 120 });
    expect([...two.lines, ...three.lines].filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('take over those of one that stands still, and lose nothing when it goes on', async () => {
    await using test = await openPostgresTestStorage(cluster!);
    const [one, two] = [start(test.url), start(test.url)];
    await Promise.all([one.said(following), two.said(following)]);
    await expect.poll(() => shares(test), { timeout: takeoverMs }).toEqual([8, 8]);
    one.child.kill('SIGSTOP');
    await Promise.all(tenants.map((tenant, n) => test.append(tenant, 'roster', join(n))));
    await expect.poll(() => projected(test), { timeout: 2 * takeoverMs }).toEqual({ members: 40, sequences: 40 });
    expect(await shares(test)).toEqual([16]);
    one.child.kill('SIGCONT');
    await Promise.all(tenants.map((tenant, n) => test.append(tenant, 'roster', join(40 + n))));
    await expect.poll(() => shares(test), { timeout: takeoverMs }).toEqual([8, 8]);
    await expect.poll(() => projected(test), { timeout: takeoverMs }).toEqual({ members: 80, sequences: 80 });
  });

  it('wait for the schema where migrating is not their work', async () => {
    await using database = await createTestDatabase(cluster!);
    const one = start(database.url, ['--no-migrate']);
    await one.said('not migrated yet');
    await (await openStorage(database.url)).close();
    await one.said(following);
  });
});
