import { describe, expect, inject, it } from 'vitest';
import { openPostgresTestStorage } from '../testing/index.ts';
import { leaseShares, shareOf } from './leases.ts';

const cluster = inject('postgresUrl');
const all = Array.from({ length: leaseShares }, (_, share) => share);
const sorted = (shares: Iterable<number>) => [...shares].sort((a, b) => a - b);

it('spreads tenants over the shares, and each to the same one for ever', () => {
  const counts = new Map<number, number>();
  for (let n = 0; n < 1_600; n++) {
    const share = shareOf(`01980000-0000-7000-8000-${String(n).padStart(12, '0')}`, leaseShares);
    counts.set(share, (counts.get(share) ?? 0) + 1);
  }
  expect(sorted(counts.keys())).toEqual(all);
  expect(Math.min(...counts.values())).toBeGreaterThan(50);
  expect([shareOf('platform', 16), shareOf('airline-1', 16)]).toEqual([2, 11]);
});

describe.skipIf(!cluster)(cluster ? 'leases on PostgreSQL' : 'leases on PostgreSQL: no PostgreSQL package for this platform', () => {
  it('give one replica everything, and each of several an even part', async () => {
    await using test = await openPostgresTestStorage(cluster!);
    const beatMs = 10;
    const one = await test.storage.leases({ beatMs });
    expect(sorted(one.held)).toEqual(all);
    const two = await test.storage.leases({ beatMs });
    await expect.poll(() => two.held.size).toBe(8);
    expect(sorted([...one.held, ...two.held])).toEqual(all);
    const three = await test.storage.leases({ beatMs });
    await expect.poll(() => [one.held.size, two.held.size, three.held.size].sort()).toEqual([4, 6, 6]);
    await one.close();
    expect(one.held.size).toBe(0);
    await expect.poll(() => [two.held.size, three.held.size]).toEqual([8, 8]);
    expect(sorted([...two.held, ...three.held])).toEqual(all);
    await two.close();
    await three.close();
  });

  it('are taken again after the connection was lost', async () => {
    await using test = await openPostgresTestStorage(cluster!);
    const changes: number[] = [];
    const one = await test.storage.leases({ beatMs: 10, onChange: (held) => changes.push(held.size) });
    await test.storage.reader.all(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'jetbridge leases' and datname = current_database()`,
    );
    await expect.poll(() => changes).toEqual([16, 0, 16]);
    await one.close();
  });

  it('know nothing of another database of the same server', async () => {
    await using here = await openPostgresTestStorage(cluster!);
    await using there = await openPostgresTestStorage(cluster!);
    const [one, two] = await Promise.all([here.storage.leases(), there.storage.leases()]);
    expect([one.held.size, two.held.size]).toEqual([16, 16]);
    await Promise.all([one.close(), two.close()]);
  });
});
