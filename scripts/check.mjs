// Everything that must hold before a commit, short of the tests. Runs all steps and prints a line for each; a failing one shows why.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { filesBelow } from './bundles.mjs';

const sources = ['schema/src', 'projector/src', 'gateway/src', 'shell/src', 'remotes'];

const steps = [
  ['format and lint', () => tool('biome', 'check', '--error-on-warnings', '.')],
  ['types: schema, projector, gateway', () => tool('tsc', '-b')],
  ['types: tests', () => tool('tsc', '-p', 'tsconfig.test.json')],
  ['types: shell', () => tool('tsc', '--noEmit', '-p', 'shell')],
  ['types: browser suite', () => tool('tsc', '--noEmit', '-p', 'shell/e2e')],
  ['types: GraphiQL page', () => tool('tsc', '--noEmit', '-p', 'gateway/graphiql')],
  ['types: React', () => tool('tsc', '--noEmit', '-p', 'remotes/react')],
  ['types: Vue', () => tool('vue-tsc', '--noEmit', '-p', 'remotes/vue')],
  ['types: Svelte', () => tool('svelte-check', '--workspace', 'remotes/svelte', '--fail-on-warnings', '--output', 'human')],
  ['arrows between packages and slices', () => tool('depcruise', '--config', '.dependency-cruiser.mjs', ...sources)],
  ['only config.ts reads the environment', environmentReaders],
  ['generated files are up to date', () => tool('node', 'scripts/codegen.mjs', '--check')],
];

let failed = 0;
for (const [name, step] of steps) {
  const start = performance.now();
  const problem = step();
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  console.log(`${problem ? 'FAILED' : 'ok    '} ${name} (${seconds} s)`);
  if (problem) console.log(problem.replace(/^/gm, '       '));
  if (problem) failed++;
}
console.log(failed ? `${failed} of ${steps.length} checks failed.` : `All ${steps.length} checks hold.`);
process.exitCode = failed ? 1 : 0;

/** What the tool said when it failed, else null. */
function tool(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (status === 0) return null;
  return error?.message ?? (`${stdout}${stderr}`.trim() || `${command} ended with ${status}`);
}

// dependency-cruiser sees imports, not globals.
function environmentReaders() {
  const readers = [
    'schema/src',
    'projector/src',
    'gateway/src',
    'shell/src',
    ...['react', 'vue', 'svelte'].map((name) => `remotes/${name}/src`),
  ]
    .flatMap(filesBelow)
    .filter((file) => /\.(?:ts|tsx|vue|svelte)$/.test(file) && !/(?:^|\/)config\.ts$|\.test\.ts$|\/testing\//.test(file))
    .filter((file) =>
      /\bprocess\s*\.\s*env\b|\bprocess\s*\[\s*['"]env|\benv\b[^'"\n]*from 'node:process'/.test(readFileSync(file, 'utf8')),
    );
  return readers.length > 0 ? `These read process.env; take the value from the configuration instead:\n${readers.join('\n')}` : null;
}
