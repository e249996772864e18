import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { endServerProcesses, startServerProcess } from '../testing/server-process.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesIn = (folder: string, name: RegExp) =>
  readdirSync(join(root, folder)).flatMap((file) => (name.test(file) ? `${folder}/${file}` : []));
const secretName = /secret|password|token|credential|private/i;

interface Service {
  build?: unknown;
  image?: string;
  profiles?: string[];
  user?: string;
  read_only?: boolean;
  privileged?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  environment?: Record<string, string>;
  networks?: string[];
  ports?: string[];
  secrets?: string[];
  restart?: string;
  logging?: { options?: object };
}

interface Instruction {
  instruction: string;
  words: string;
}

/** The instructions of each stage, continued lines joined. */
function stagesOf(dockerfile: string): Instruction[][] {
  const lines = dockerfile.replace(/^\s*#.*\n/gm, '').replace(/\\\n/g, ' ');
  const stages: Instruction[][] = [];
  for (const line of lines.split('\n')) {
    const [, instruction, words] = /^\s*([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (!instruction || words === undefined) continue;
    if (instruction === 'FROM') stages.push([]);
    stages.at(-1)!.push({ instruction, words });
  }
  return stages;
}

/** Everything an image is made with, from the stage that starts with somebody else's image on. */
function imageOf(stages: Instruction[][], target: string): Instruction[] {
  const stage = stages.find(([from]) => from?.words.endsWith(` AS ${target}`))!;
  const [base = ''] = stage[0]!.words.split(' ');
  return base.includes(':') ? stage : [...imageOf(stages, base), ...stage];
}

const images = filesIn('infra/docker', /Dockerfile/).flatMap((file) =>
  ['gateway', 'projector', 'jetbridge'].map((target) => ({ file, target, stages: stagesOf(read(file)) })),
);

describe.each(images)('30 containers: $target of $file', ({ target, stages }) => {
  const final = imageOf(stages, target);

  it('30 containers: runs as somebody who is not root, by number', () => {
    const user = final.findLast(({ instruction }) => instruction === 'USER')?.words;
    expect(user).toMatch(/^[1-9]\d*(:[1-9]\d*)?$/);
    const after = final.slice(final.findLastIndex(({ instruction }) => instruction === 'USER'));
    expect(after.map(({ instruction }) => instruction)).not.toContain('RUN');
  });

  it('30 containers: says whether it is well, hears its signals itself, and what it is', () => {
    expect(final.find(({ instruction }) => instruction === 'HEALTHCHECK')?.words).toContain('/readyz');
    // Node is the first process: a shell or an init in between would have to pass signals on.
    expect(final.find(({ instruction }) => instruction === 'ENTRYPOINT')?.words).toBe('["node", "/app/gateway/dist/main.js"]');
    const labels = final.filter(({ instruction }) => instruction === 'LABEL').map(({ words }) => words);
    for (const name of ['title', 'licenses', 'version', 'revision']) expect(labels.join()).toContain(`org.opencontainers.image.${name}=`);
  });

  it('30 containers: carries no secret, and nothing but what was built', () => {
    for (const { instruction, words } of stages.flat()) {
      if (instruction === 'ARG' || instruction === 'ENV') expect(words).not.toMatch(secretName);
      expect(instruction).not.toBe('ADD'); // it fetches
    }
    const copies = final.filter(({ instruction }) => instruction === 'COPY');
    // What changes least comes first: dependencies, code, pages.
    const pages = target === 'projector' ? [] : ['--from=build /out/web /app'];
    expect(copies.map(({ words }) => words)).toEqual(['--from=dependencies /out /app', '--from=build /out/code /app', ...pages]);
  });
});

it('30 containers: who asks for no target gets everything in one process', () => {
  expect(stagesOf(read('infra/docker/Dockerfile')).at(-1)![0]!.words).toMatch(/ AS jetbridge$/);
});

it('30 containers: what a working copy keeps to itself is kept out of the build', () => {
  const kept = read('.dockerignore').split('\n');
  expect(kept).toEqual(expect.arrayContaining(['.git', 'data', '**/.env*', '**/secret.key*', '**/*.pem', '**/*.db*', 'infra']));
  const tracked = execFileSync('git', ['-C', root, 'ls-files'], { encoding: 'utf8' }).split('\n');
  expect(tracked.filter((file) => /(^|\/)(\.env|secret\.key)|\.(pem|key|db)$/.test(file))).toEqual([]);
});

const services = filesIn('infra/compose', /ya?ml$/).flatMap((file) =>
  Object.entries((parse(read(file), { merge: true }) as { services: Record<string, Service> }).services).map(([name, service]) => ({
    file,
    name,
    service,
  })),
);
const ours = services.filter(({ service }) => service.build || service.image?.startsWith('jetbridge'));

it.each(ours)('30 containers: $name of $file has a read-only file system, no capability, and no secret in sight', ({ service }) => {
  expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  expect(service.privileged ?? false).toBe(false);
  expect(service.user ?? '1000').not.toMatch(/^(0|root)\b/);
  for (const [name, value] of Object.entries(service.environment ?? {})) {
    if (secretName.test(name)) expect(name).toMatch(/_FILE$/);
    expect(String(value)).not.toMatch(/:\/\/[^$/]+:[^$/]+@/); // a password in a URL
  }
});

it.each(services)('30 containers: $name of $file runs a version that is said, with as little as it needs', ({ name, service }) => {
  if (!service.build) expect(service.image).toMatch(/^[a-z0-9/-]+:(v?\d+\.\d+\.\d+|18\.\d+|\$\{JETBRIDGE_VERSION:-local\})(-[a-z]+)?$/);
  // Grafana's demonstration is five programs that write everywhere. Who wants it asks for it; it holds no data of the product.
  if (name === 'lgtm') expect(service).toMatchObject({ profiles: ['observability'], security_opt: ['no-new-privileges:true'] });
  else expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  for (const port of service.ports ?? []) expect(port).toMatch(/^(127\.0\.0\.1|\$\{\w+:-127\.0\.0\.1):/); // who opens it to others says so
  expect(name === 'migrate' ? 'no' : 'unless-stopped').toBe(service.restart);
});

it('30 containers: nobody reaches the databases from outside, and they nobody', () => {
  const { networks } = parse(read('infra/compose/compose.yaml')) as { networks: Record<string, { internal?: boolean }> };
  expect(networks.back).toEqual({ internal: true });
  for (const { name, service } of services.filter(({ name }) => name === 'postgres' || name === 'nats')) {
    expect(service.networks, name).toEqual(['back']);
    expect(service.ports, name).toBeUndefined();
  }
});

afterEach(endServerProcesses);

it('30 containers: the product writes nowhere but in its data directory', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'jetbridge-read-only-'));
  await chmod(directory, 0o700);
  try {
    const permission = `--permission --allow-addons --allow-fs-read=* --allow-fs-write=${directory}`;
    const server = await startServerProcess(directory, [], { NODE_OPTIONS: permission });
    expect(server.setupToken).toBeDefined();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0 });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
