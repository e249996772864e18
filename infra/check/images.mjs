// The three images: built for real, looked into, started and stopped.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { home, podman, run, step } from './machine.mjs';

const lookEveryMs = 200;
export const targets = ['gateway', 'projector', 'jetbridge'];
const imageOf = (target) => `docker.io/library/${target === 'jetbridge' ? target : `jetbridge-${target}`}:local`;
const mib = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

export async function buildImages() {
  const revision = run('git', ['rev-parse', 'HEAD']);
  for (const target of targets) {
    const labels = ['--build-arg', 'VERSION=0.0.0-check', '--build-arg', `REVISION=${revision}`];
    const args = ['build', '--format', 'docker', '--layers', '--network', 'host', '--file', 'infra/docker/Dockerfile', ...labels];
    await step(`image ${target}`, () => podman(...args, '--target', target, '--tag', imageOf(target), '.'));
  }
}

/** Throws when something is in an image, or in how it is run, that must not be. */
export async function checkImages() {
  for (const target of targets) await step(`inside ${target}`, () => checkImage(target));
  await step('SIGTERM ends a process that still waits to be migrated', endsWhileItWaits);
  for (const target of targets) {
    const [{ Size }] = JSON.parse(podman('image', 'inspect', imageOf(target)));
    const layers = JSON.parse(podman('history', '--format', 'json', imageOf(target))).filter(({ size }) => size > 2 ** 20);
    console.log(`       ${target}: ${mib(Size)}, of these ${layers.map(({ size }) => mib(size)).join(' + ')}`);
  }
}

function checkImage(target) {
  const [{ Config, Labels, Healthcheck }] = JSON.parse(podman('image', 'inspect', imageOf(target)));
  expect(Config.User === '1000:1000', `${target} runs as ${Config.User}`);
  expect(Healthcheck ?? Config.Healthcheck, `${target} has no health check`);
  for (const name of ['version', 'revision', 'licenses', 'title'])
    expect(Labels[`org.opencontainers.image.${name}`], `${target} lacks the label ${name}`);
  const secret = Config.Env.find((line) => /secret|password|token/i.test(line));
  expect(!secret, `${target} carries ${secret}`);

  const root = join(home, `inside-${target}`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const container = podman('create', imageOf(target));
  try {
    run('sh', ['-c', 'podman export "$1" | tar -x -C "$2" app', 'sh', container, root]);
  } finally {
    podman('rm', container);
  }
  const found = (...args) =>
    run('find', [join(root, 'app'), ...args])
      .split('\n')
      .filter(Boolean);
  const no = (what, files) => expect(files.length === 0, `${target} has ${what}: ${files.slice(0, 5).join(', ')}`);
  no('source maps', found('-name', '*.map'));
  no('sources or tests of ours', found('-path', '*@jetbridge*/src', '-o', '-name', '*.test.*', '-not', '-path', '*/node_modules/*'));
  no('secrets', found('-name', '*.key', '-o', '-name', '.env*', '-o', '-name', '*.pem', '-o', '-name', '.npmrc'));
  const tools = ['typescript', 'vite', 'vitest', 'playwright', 'rolldown', 'esbuild', '@biomejs', 'fast-check', 'smtp-server', '@types'];
  no(
    'tools',
    tools.flatMap((tool) => found('-path', `*/node_modules/${tool}`)),
  );
  const paths = spawnSync('grep', ['-rlIF', '-e', process.cwd(), '-e', '"/src/', join(root, 'app')], { encoding: 'utf8' }).stdout;
  no(
    'paths of where it was built',
    paths
      .split('\n')
      .filter(Boolean)
      .filter((file) => !/node_modules\/(?!@jetbridge)/.test(file)),
  );
  const web = found('-path', '*/remotes/*/dist/mf-manifest.json').length;
  expect(web === (target === 'projector' ? 0 : 3), `${target} has ${web} front ends`);
  rmSync(root, { recursive: true, force: true });
}

/** As process 1, from which the kernel keeps away every signal nobody listens for. */
async function endsWhileItWaits() {
  const container = podman('run', '--detach', '--network', 'none', imageOf('gateway'), 'serve', '--no-migrate');
  try {
    const said = () => run('sh', ['-c', 'podman logs "$1" 2>&1', 'sh', container]);
    while (!/waiting until/.test(said())) {
      expect(podman('inspect', '--format', '{{.State.Running}}', container) === 'true', `the gateway did not wait: ${said()}`);
      await after(lookEveryMs);
    }
    podman('stop', '--time', '10', container);
    const code = podman('inspect', '--format', '{{.State.ExitCode}}', container);
    expect(code === '143', `the gateway ended with ${code}, as if nobody had asked it to`);
  } finally {
    podman('rm', '--force', container);
  }
}

function expect(truth, otherwise) {
  if (!truth) throw new Error(otherwise);
}
