import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { readConfig } from '../../gateway/src/config.ts';
import { endServerProcesses, runProduct, startProductProcess } from '../../gateway/src/testing/server-process.ts';
import { describeChart, having, held, type Manifest, one, podOf, rendered, ways } from './chart.ts';

const cluster = inject('postgresUrl');
const mountedAt = '/run/secrets/jetbridge';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jetbridge-pods-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(directory, { recursive: true, force: true });
});

/** What the one container of an object is given, with its mounts in `directory`: secrets of the chart, and `others` for those of somebody else. */
async function containerOf(objects: Manifest[], object: Manifest, others: Record<string, string> = {}) {
  const pod = podOf(object)!;
  const [container] = pod.containers as [Manifest];
  const { sources } = pod.volumes.find(({ name }: { name: string }) => name === 'secrets').projected;
  for (const { secret } of sources as { secret: { name: string; items: [{ key: string; path: string }] } }[]) {
    const [{ key, path }] = secret.items;
    const own = having(objects, 'Secret').find(({ metadata }) => metadata.name === secret.name);
    await writeFile(join(directory, path), others[path] ?? (own ? held(own)[key]! : `nobody gave ${path}`));
  }
  const env: Record<string, string> = {};
  for (const { name, value } of container.env) env[name] = value.replace(mountedAt, directory);
  return { args: container.args as string[], env, probes: [container.startupProbe, container.livenessProbe, container.readinessProbe] };
}

/** On this machine: any free port of the loopback, and a directory of its own. */
const here = () => ({ JETBRIDGE_HOST: '127.0.0.1', JETBRIDGE_PORT: '0', JETBRIDGE_DATA_DIR: directory });

async function expectWell(url: string, probes: Manifest[]) {
  for (const { httpGet } of probes) expect(await fetch(url + httpGet.path), httpGet.path).toMatchObject({ status: 200 });
}

/** The pod of `helm test`, pointed somewhere. */
async function helmTest(objects: Manifest[], URL: string): Promise<number> {
  const [{ command, args }] = podOf(one(objects, 'Pod', '-test'))!.containers;
  const [, ...options] = command;
  const child = spawn(process.execPath, [...options, ...args], { env: { URL }, stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  return code;
}

describeChart('pods of the chart', () => {
  it.each(ways)('tell the product only what it reads, and all it needs: %s', async (way) => {
    const objects = await rendered(way);
    const others = {
      secret: 'what nobody else knows: 32 letters and more',
      'database-url': 'postgres://db/jetbridge',
      'nats-url': 'nats://nats',
      'smtp-url': 'smtp://mail',
      'metrics-token': 'a-token-for-those-who-watch',
      'otlp-headers': 'x-team=flights',
    };
    const run = objects.filter((object) => podOf(object)?.containers[0].env?.some(({ name }: Manifest) => name === 'JETBRIDGE_HOST'));
    expect(run.length).toBe(way === 'single' ? 1 : 3);
    for (const object of run) {
      const { env } = await containerOf(objects, object, others);
      const read = new Set<string>();
      const watched = new Proxy(
        { ...env, ...here(), XDG_DATA_HOME: directory },
        {
          get: (all, name) => read.add(String(name)) && Reflect.get(all, name),
        },
      );
      const config = readConfig({}, watched); // ends the process on a value it does not like
      expect(Object.keys(env).filter((name) => /^(JETBRIDGE|OTEL)_/.test(name) && !read.has(name))).toEqual([]);
      expect(config.databaseUrl.startsWith('postgres:')).toBe(way !== 'single');
      expect(config.publicUrl).toBe(one(objects, 'Service') && env.JETBRIDGE_PUBLIC_URL);
    }
  });

  it('run: the database is migrated, gateways and projectors are well, and helm test says so', async ({ skip }) => {
    skip(!cluster, 'no PostgreSQL package for this platform');
    await using database = await createTestDatabase(cluster!);
    const objects = await rendered('simple');
    const others = { 'database-url': database.url, 'nats-url': 'nats://127.0.0.1:9' };
    const start = async (object: Manifest, ready: RegExp) => {
      const { args, env, probes } = await containerOf(objects, object, others);
      const { said } = await startProductProcess(args, { ...env, ...here() }, ready);
      return { said, probes };
    };
    const gateway = start(one(objects, 'Deployment', '-gateway'), /Listening +(\S+)/); // waits for the schema
    const migrate = await containerOf(objects, one(objects, 'Job', '-migrate-1'), others);
    expect(await runProduct(migrate.args, { ...migrate.env, ...here() })).toMatchObject({ code: 0 });
    const { said: url, probes } = await gateway;
    await expectWell(url, probes);
    const projector = await start(one(objects, 'Deployment', '-projector'), /Health +(http:\/\/[^/]+)/);
    await expectWell(projector.said, projector.probes);
    expect(await helmTest(objects, url)).toBe(0);
    expect(await helmTest(objects, projector.said)).toBe(1); // well, but not what people look for
  });

  it('run: everything in one', async () => {
    const objects = await rendered('single');
    const { args, env, probes } = await containerOf(objects, one(objects, 'StatefulSet'));
    const { said: url } = await startProductProcess(args, { ...env, ...here() }, /Listening +(\S+)/);
    await expectWell(url, probes);
    expect(await helmTest(objects, url)).toBe(0);
  });
});
