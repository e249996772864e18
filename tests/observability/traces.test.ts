import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { endServerProcesses, startProductProcess, startServerProcess } from '../../gateway/src/testing/server-process.ts';
import { fileTracedPirep, receiveTraces } from './traced-pirep.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-traces-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

describe('a filed PIREP is one trace from the click to the page that shows it', () => {
  it('in one process on SQLite', async () => {
    await using traces = await receiveTraces();
    const { url } = await startServerProcess(dataDir, ['--demo'], traces.env('jetbridge'));
    await traces.expectOne(await fileTracedPirep(url), { gateway: 'jetbridge', projector: 'jetbridge' });
  });

  const cluster = inject('postgresUrl');
  it.skipIf(!cluster)(`across processes on PostgreSQL${cluster ? '' : ': no PostgreSQL package for this platform'}`, async () => {
    await using traces = await receiveTraces();
    await using database = await createTestDatabase(cluster!);
    const env = { JETBRIDGE_DATABASE_URL: database.url, JETBRIDGE_DATA_DIR: dataDir };
    await startProductProcess(['serve'], { ...env, ...traces.env('projector'), JETBRIDGE_ROLES: 'projector' }, /(following) the log/);
    const { url } = await startServerProcess(dataDir, ['--demo'], { ...env, ...traces.env('gateway'), JETBRIDGE_ROLES: 'gateway' });
    await traces.expectOne(await fileTracedPirep(url), { gateway: 'gateway', projector: 'projector' });
    await endServerProcesses();
  });

  it('and nothing is made, taken or said of it where no traces are sent', async () => {
    const { url } = await startServerProcess(dataDir, ['--demo']);
    const { told } = await fileTracedPirep(url);
    expect(told.extensions).toBeUndefined();
    expect(
      (await fetch(`${url}/telemetry`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json' }, body: '{}' }))
        .status,
    ).toBe(404);
    expect(await (await fetch(`${url}/react/`)).text()).not.toContain('data-traced');
  });
});
