import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, findProgram } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { endServerProcesses, runProduct, startProductProcess } from '../../gateway/src/testing/server-process.ts';
import { startPrometheus } from './prometheus.ts';
import { missing } from './shipped.ts';

const firesWithinMs = 10_000;
const clearsWithinMs = 10_000;
const unowned = 'max(jetbridge_projection_shares_unowned)';
const prometheus = findProgram('prometheus');

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-observed-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

it('the alert fires while there is no projector, and clears by itself', { timeout: 120_000 }, async ({ skip }) => {
  const cluster = inject('postgresUrl');
  skip(!cluster, 'no PostgreSQL package for this platform');
  skip(!prometheus, missing('prometheus'));
  await using database = await createTestDatabase(cluster!);
  const env = {
    JETBRIDGE_DATA_DIR: dataDir,
    JETBRIDGE_DATABASE_URL: database.url,
    JETBRIDGE_SECRET: 'a secret of processes that are observed',
  };
  expect(await runProduct(['migrate'], env)).toMatchObject({ code: 0 });
  const serve = (role: string, ready: RegExp) => startProductProcess(['serve', '--roles', role, '--no-migrate', '--port', '0'], env, ready);
  const startProjector = () => serve('projector', /projector is (following) the log/);
  const gateway = await serve('gateway', /ready at (\S+)/);
  const first = await startProjector();
  await using watch = await startPrometheus(prometheus!, [new URL(gateway.said).host]);
  await expect.poll(() => watch.ask(unowned), { timeout: 30_000 }).toBe(0);
  expect(await watch.firing()).toEqual([]);

  await first.end('SIGKILL');
  await expect.poll(() => watch.firing(), { timeout: firesWithinMs }).toEqual(['JetbridgeProjectorAway']);
  expect(await watch.ask(unowned)).toBe(16);

  await startProjector();
  await expect.poll(() => watch.firing(), { timeout: clearsWithinMs }).toEqual([]);
});
