// Builds what changed and nothing else: `tsc -b` for the three Node packages, then Vite for each bundle whose inputs are not those
// of its last output (a hash in dist/.inputs), two at a time. Prints what a first visit weighs and fails when that is over budget.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundles, frameworks, inputsOf } from './bundles.mjs';
import { precompress } from './compress.mjs';
import { writeFacts } from './remote-facts.mjs';
import { measure, table } from './sizes.mjs';

const atOnce = 2;
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => fail(`Stopped by ${signal}.`));

await run('tsc', ['-b']);
const stale = bundles.filter((bundle) => stampOf(bundle) !== inputsOf(bundle));
const names = stale.map(({ name }) => name);
if (stale.length > 0) console.log(`Building ${names.join(', ')} …`);
await Promise.all(Array.from({ length: atOnce }, buildNext));

const rows = measure();
const over = rows.filter((row) => row.over);
if (names.length > 0 || over.length > 0 || process.argv.includes('--sizes')) console.log(table(rows));
if (over.length > 0) fail(`Over budget: ${over.map(({ name }) => name).join(', ')}. See scripts/budgets.mjs.`);

async function buildNext() {
  for (let bundle = stale.shift(); bundle; bundle = stale.shift()) {
    const inputs = inputsOf(bundle);
    await run('vite', ['build', '--logLevel', 'warn'], bundle.dir);
    if (frameworks.includes(bundle.name)) writeFacts(bundle.dir);
    await precompress(join(bundle.dir, 'dist'));
    // Last, so that a build cut short is done again.
    writeFileSync(stampFile(bundle), inputs);
  }
}

function stampFile({ dir }) {
  return join(dir, 'dist', '.inputs');
}

function stampOf(bundle) {
  return existsSync(stampFile(bundle)) ? readFileSync(stampFile(bundle), 'utf8') : null;
}

/** Runs a tool and shows what it printed only when it failed. */
function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => fail(`${command} did not start: ${error.message}`));
    child.on('close', (code) => {
      children.delete(child);
      if (code !== 0) fail(`${output}\n${command} ${args.join(' ')} failed${cwd ? ` in ${cwd}` : ''}.`);
      resolve();
    });
  });
}

function fail(message) {
  console.error(message);
  for (const child of children) child.kill();
  process.exit(1);
}
