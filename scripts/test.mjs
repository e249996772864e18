// All tests: vitest (unit and integration), then the browser suite. `--unit` or `--e2e` runs one half.
// The last line is exactly `N passed, N failed`, with `, N skipped` when there are, each of them explained above it.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { chromiumPath } from '../shell/e2e/support/chromium.ts';

const cache = join(process.cwd(), 'node_modules/.cache/jetbridge');
const only = ['--unit', '--e2e'].find((flag) => process.argv.includes(flag));
const rest = process.argv.slice(2).filter((argument) => argument !== only);

// What a whole run needs and a machine may lack; a single file is not kept waiting for it.
if (only !== '--e2e' && rest.length === 0) await run('node', ['scripts/helm.mjs']);
const results = [];
if (only !== '--e2e') results.push(await unit());
if (only !== '--unit') results.push(await browser());

const skips = results.flatMap((result) => result.skips);
if (skips.length > 0) console.log(`\nSkipped:\n${explained(skips).join('\n')}`);
const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) console.log(`\nFailed:\n${failures.map(told).join('\n')}`);
const passed = results.reduce((total, result) => total + result.passed, 0);
console.log(`\n${passed} passed, ${failures.length} failed${skips.length > 0 ? `, ${skips.length} skipped` : ''}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function unit() {
  return count('vitest', ['run', '--reporter=default', '--reporter=./scripts/vitest-counts.mjs', ...rest]);
}

async function browser() {
  const { path, missing } = await chromiumPath();
  if (!path) return { passed: 0, failures: [], skips: [{ group: 'the browser suite', reason: missing }] };
  return count('playwright', ['test', '--reporter=list,./scripts/playwright-counts.ts', ...rest], { CHROMIUM_PATH: path });
}

/** Runs the tool and reads its counts. One that broke off without a failed test counts as a failure: silence is no success. */
async function count(tool, args, env = {}) {
  const file = join(cache, `${tool}.json`);
  mkdirSync(cache, { recursive: true });
  rmSync(file, { force: true });
  const code = await run(tool, args, { ...env, TEST_COUNTS: file });
  let counts = { passed: 0, failures: [], skips: [] };
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${tool} left no counts.`);
  }
  if (code === 0 && counts.passed + counts.skips.length > 0) return counts;
  if (counts.failures.length > 0) return counts;
  return { ...counts, failures: [{ name: tool, message: `ended with ${code} though no test failed; see above.` }] };
}

function run(tool, args, env) {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    child.on('error', (error) => {
      console.error(`${tool} did not start: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 1);
    });
  });
}

/** What failed, and the first line of why; the whole of it stands where it happened. */
function told({ name, message }) {
  return `  ${name}: ${stripVTControlCharacters(message).trim().split('\n')[0]}`;
}

/** One line per group and reason. */
function explained(skips) {
  const groups = Map.groupBy(skips, ({ group, reason }) => `  ${group}: ${reason ?? 'switched off, no reason given'}`);
  return [...groups].map(([line, { length }]) => (length > 1 ? `${line} (${length} tests)` : line));
}
