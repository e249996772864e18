// The door to everything: `node scripts/run.mjs <verb>` needs only Node 20 and npm. It brings the pinned Node and pnpm from the
// registry, installs when the lock file is newer than the installation, and runs the verb's steps with that Node first on PATH.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [verb = 'start', ...args] = process.argv.slice(2);
const build = [['node', 'scripts/build.mjs']];
const steps = {
  install: [],
  build,
  'build:binary': [...build, ['node', 'infra/binary/build.mjs', ...args]],
  start: [...build, ['node', '--enable-source-maps', 'gateway/dist/main.js', 'serve', ...args]],
  dev: [...build, ['node', 'scripts/dev.mjs', ...args]],
  distributed: [...build, ['node', 'scripts/distributed.mjs', ...args]],
  test: [...build, ['node', 'scripts/test.mjs', ...args]],
  'test:faults': [...build, ['node', 'scripts/faults.mjs', ...args]],
  e2e: [...build, ['playwright', 'test', ...args]],
  containers: [...build, ['node', 'scripts/containers.mjs', ...args]],
  check: [['node', 'scripts/check.mjs', ...args]],
  fix: [['biome', 'check', '--write', '.', ...args]],
  codegen: [...build, ['node', 'scripts/codegen.mjs', ...args]],
  screens: [...build, ['node', 'scripts/contact-sheet.mjs', ...args]],
  bench: [...build, ['node', 'scripts/bench.mjs', ...args]],
  'bench:frameworks': [...build, ['node', 'bench/frameworks.mjs', ...args]],
}[verb];
if (!steps) fail(`Unknown verb "${verb}".`);

// pnpm 12 and Node would both read npm's own settings from the environment of `npm start`.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
env.PATH = bin + delimiter + (process.env.PATH ?? '');
env.JETBRIDGE_DATA_DIR ??= join(root, 'data'); // a clone keeps its data with it

if (stale()) {
  const done = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], { cwd: root, env, stdio: 'inherit' });
  if (done.status !== 0) fail('Installing the dependencies failed; see above.');
}
if (!existsSync(join(bin, 'node')))
  fail(`No pinned Node for ${process.platform}-${process.arch}: put Node 24 on PATH as node_modules/.bin/node.`);

let child;
let stopping;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// A killed `npm` leaves this process with a new parent: end the product too, so that nothing is orphaned.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop('SIGTERM'), 500).unref();

for (const [command, ...rest] of steps) {
  const code = await run(command, rest);
  if (code !== 0 || stopping) process.exit(code);
}

function run(command, rest) {
  return new Promise((resolve) => {
    child = spawn(command, rest, { cwd: root, env, stdio: 'inherit' });
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

function stop(signal) {
  // Ctrl-C reaches the child from the terminal by itself; a second one must not be counted twice.
  if (!(signal === 'SIGINT' && process.stdin.isTTY)) child?.kill(signal);
  stopping = true;
}

function stale() {
  const installed = join(root, 'node_modules', '.modules.yaml');
  if (!existsSync(installed) || !existsSync(join(bin, 'node'))) return true;
  const at = statSync(installed).mtimeMs;
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'].some((file) => statSync(join(root, file)).mtimeMs > at);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
