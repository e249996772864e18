import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import { findHelm } from '../../scripts/helm.mjs';

const run = promisify(execFile);
const helm = findHelm();

export const chart = fileURLToPath(new URL('../../infra/helm/jetbridge', import.meta.url));
/** Ways to install it, `single`, `external` and so on. */
export const ways = readdirSync(join(chart, 'ci')).map((file) => file.replace('-values.yaml', ''));

// biome-ignore lint/suspicious/noExplicitAny: objects of a dozen kinds, looked into deeply; the schema has its own test
type Looked = Record<string, any>;
export type Manifest = { kind: string; apiVersion: string; metadata: { name: string; annotations?: Record<string, string> } } & Looked;

/** As `describe`, skipped with its reason where there is no Helm. */
export function describeChart(name: string, body: () => void): void {
  describe(name, () => {
    beforeEach(({ skip }) => skip(!helm.path, helm.missing));
    body();
  });
}

/** Knows no cluster, whatever this machine is connected to. */
export async function callHelm(...args: string[]): Promise<string> {
  const env = { ...process.env, KUBECONFIG: '/dev/null' };
  const { stdout } = await run(helm.path!, args, { env, maxBuffer: 64_000_000 });
  return stdout;
}

/** What `helm install ops` would make of a file in ci/ (or none), with values changed. */
export async function rendered(way?: string, values: object = {}, ...flags: string[]): Promise<Manifest[]> {
  const directory = await mkdtemp(join(tmpdir(), 'jetbridge-helm-'));
  const changed = join(directory, 'values.yaml');
  try {
    await writeFile(changed, stringify(values));
    const files = [...(way ? [join(chart, 'ci', `${way}-values.yaml`)] : []), changed].flatMap((file) => ['--values', file]);
    const text = await callHelm('template', 'ops', chart, '--namespace', 'flights', ...files, ...flags);
    return parseAllDocuments(text).flatMap((document) => (document.toJS() as Manifest | null) ?? []);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** The sentence it is refused with. */
export async function refusal(way: string | undefined, values: object): Promise<string> {
  try {
    await rendered(way, values);
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
  throw new Error('it was not refused');
}

export const having = (objects: Manifest[], kind: string, name?: string) =>
  objects.filter((object) => object.kind === kind && (name === undefined || object.metadata.name === `ops-jetbridge${name}`));

/** The one of that kind whose name ends so. */
export function one(objects: Manifest[], kind: string, name = ''): Manifest {
  const found = having(objects, kind, name);
  if (found.length !== 1) throw new Error(`${found.length} objects are ${kind} ops-jetbridge${name}`);
  return found[0]!;
}

/** Of everything that makes pods. */
export function podOf(object: Manifest): Manifest['spec'] | undefined {
  if (object.kind === 'Pod') return object.spec;
  return object.spec?.template?.spec;
}

/** What a Secret holds, as it was given. */
export function held({ data }: Manifest): Record<string, string> {
  const entries = Object.entries(data as Record<string, string>);
  return Object.fromEntries(entries.map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]));
}
