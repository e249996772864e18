import { describe, expect, inject, it } from 'vitest';
import { startPostgres } from '../testing/index.ts';
import { type Leases, leaseShares } from './leases.ts';
import { openStorage } from './storage.ts';

const takeoverMs = 5_000;
const all = Array.from({ length: leaseShares }, (_, share) => share);
const cluster = inject('postgresUrl');

const owned = (replicas: readonly Leases[]) => replicas.flatMap(({ held }) => [...held]).sort((a, b) => a - b);

describe.skipIf(!cluster)(cluster ? 'leases when PostgreSQL crashes' : 'leases when PostgreSQL crashes: no PostgreSQL package here', () => {
  it('are nobody’s while it is away, and each has one owner again within five seconds of its return', async () => {
    const server = (await startPostgres())!;
    const storage = await openStorage(server.url);
    try {
      const replicas = [await storage.leases(), await storage.leases()];
      const shared = () => replicas.map(({ held }) => held.size);
      await expect.poll(shared, { timeout: takeoverMs }).toEqual([8, 8]);
      for (let crash = 0; crash < 2; crash++) {
        await server.stop('immediate');
        await expect.poll(() => owned(replicas)).toEqual([]);
        await server.start();
        const startedAt = performance.now();
        // Never two owners on the way there.
        await expect
          .poll(
            () => {
              const now = owned(replicas);
              expect(new Set(now).size).toBe(now.length);
              return shared();
            },
            { timeout: takeoverMs, interval: 5 },
          )
          .toEqual([8, 8]);
        expect(owned(replicas)).toEqual(all);
        expect(performance.now() - startedAt).toBeLessThan(takeoverMs);
      }
      await Promise.all(replicas.map((one) => one.close()));
    } finally {
      await storage.close();
      await server.remove();
    }
  });
});
