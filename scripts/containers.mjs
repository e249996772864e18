// The containers, as they ship: compose files checked; images built and looked into; compose.yaml run as it is, in a network of its own,
// with the browser's first flight, a kill of every container under an open page and under writers and sockets, backup and restore.
// `npm run containers`, as root on Debian with podman; elsewhere it says what it lacks and checks the files. `--static` checks the files
// only, `--fetch` brings a compose to check them with.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBaseImages } from '../infra/check/base-images.mjs';
import { checkComposeFiles, findCompose } from '../infra/check/compose.mjs';
import { contents } from '../infra/check/contents.mjs';
import { buildImages, checkImages } from '../infra/check/images.mjs';
import { home, missing, run, settleIn, step } from '../infra/check/machine.mjs';
import { exitCodes, Stack } from '../infra/check/stack.mjs';

const publicUrl = 'http://localhost:4000'; // of compose.yaml, where nothing else is said
const browser = 'tests/containers/playwright.config.ts';
const sockets = 'tests/containers/vitest.config.ts';

const { values } = parseArgs({ options: { static: { type: 'boolean' }, fetch: { type: 'boolean' }, inside: { type: 'boolean' } } });

try {
  if (values.inside) await runStack();
  else await checkAll();
} catch (error) {
  console.error(`FAILED ${error.message}`);
  process.exitCode = 1;
}

async function checkAll() {
  const compose = findCompose({ fetch: values.fetch || !values.static });
  await step('compose files', () => console.log(`       by ${checkComposeFiles(compose)}`));
  if (values.static) return;
  const reason = missing() ?? (compose ? undefined : 'there is no compose here');
  if (reason) return console.log(`The containers were not run: ${reason}.`);
  settleIn();
  await makeBaseImages();
  await buildImages();
  await checkImages();
  // A network of its own: nothing in it reaches another machine, and no port of this one is taken.
  await program('unshare', ['--net', process.execPath, process.argv[1], '--inside']);
}

async function runStack() {
  settleIn();
  run('ip', ['link', 'set', 'lo', 'up']);
  const stack = new Stack(findCompose());
  await stack.open();
  try {
    await step('compose.single.yaml: up, set up, backed up, down', () => single(new Stack(findCompose(), 'compose.single.yaml')));
    await step('compose.yaml is up', () => stack.up());
    await step('main flow, and an open page', () => program('playwright', ['test', '--config', browser], stack.environment()));
    await step('backup, stop, restore', () => restoreElsewhere(stack));
    await stack.down();

    await step('up once more, empty', () => stack.up());
    await step('writers and sockets', () => program('vitest', ['run', '--config', sockets], stack.environment()));
  } finally {
    await stack.down().catch((error) => console.error(error.message));
    stack.close();
  }
}

async function single(stack) {
  try {
    await stack.up('jetbridge');
    assert.match(await stack.run('logs'), /setup\?token=/);
    await stack.run('exec', '-T', 'jetbridge', 'jetbridge', 'backup', '/data/first');
    const saved = join(home, 'first');
    await stack.run('cp', 'jetbridge:/data/first', saved);
    assert(statSync(saved).size > 0, 'the backup is empty');
  } finally {
    await stack.down();
  }
}

async function restoreElsewhere(stack) {
  const before = await contents(publicUrl);
  const name = `/backup/${Date.now()}`;
  await stack.beside('backup', name);
  await stack.stop();
  const ended = exitCodes();
  assert(ended.length === 4 && ended.every((line) => line.endsWith(': 0')), `they ended with ${ended.join(', ')}`);
  await stack.down();
  await stack.up('postgres');
  await stack.beside('restore', name);
  await stack.up();
  assert.deepEqual(await contents(publicUrl), before);
  assert.match(await stack.run('exec', '-T', 'gateway', 'jetbridge', 'doctor'), /Everything is as it must be/);
}

function program(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args[0]} ended with ${code}`))));
  });
}
