// The fault tests for as long as asked: `npm run test:faults -- --minutes 30`. Rounds take turns, each with a new seed, printed. The first
// that fails ends the run and says how to repeat it; at the end stands what was done and checked in all. `--seed N` makes one of each
// kind with that seed, `--only KIND` rounds of that kind alone.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const folder = 'tests/faults';
const kinds = {
  sqlite: [`${folder}/kill.test.ts`, `${folder}/copy.test.ts`, '-t', 'SQLite:'],
  postgres: [`${folder}/kill.test.ts`, '-t', 'PostgreSQL:'],
  distributed: [`${folder}/distributed.test.ts`],
  failpoints: [`${folder}/failpoints`],
  'same-commands': [`${folder}/same-commands.test.ts`],
};
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    only: { type: 'string' },
    kills: { type: 'string', default: '8' },
  },
});
const { seed: chosen, only, kills } = values;
if (only && !kinds[only]) throw new Error(`--only knows ${Object.keys(kinds).join(', ')}.`);
const files = readdirSync(folder);
const turns = Object.entries(kinds).filter(([kind, [file]]) =>
  only ? kind === only : files.some((name) => `${folder}/${name}`.startsWith(file)),
);

const home = mkdtempSync(join(tmpdir(), 'jetbridge-faults-'));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
const totals = join(home, 'totals');
const startedAt = Date.now();
const until = startedAt + Number(values.minutes) * 60_000;
const rounds = {};

for (let turn = 0; chosen === undefined ? Date.now() < until : turn < turns.length; turn++) {
  const [kind, args] = turns[turn % turns.length];
  const seed = chosen ?? String(Math.floor(Math.random() * 1_000_000));
  console.log(`\nRound ${turn + 1}: ${kind}, seed ${seed}`);
  const env = { ...process.env, FAULT_SEED: seed, FAULT_KILLS: kills, FAULT_ROUNDS: '2', FAULT_TOTALS: totals };
  const { status } = spawnSync('vitest', ['run', ...args], { env, stdio: 'inherit' });
  if (status !== 0) {
    console.log(`Round ${turn + 1} failed. Again: npm run test:faults -- --only ${kind} --seed ${seed} --kills ${kills}`);
    report();
    process.exit(1);
  }
  rounds[kind] = (rounds[kind] ?? 0) + 1;
}
report();
console.log('Violations: 0');

function report() {
  const faults = {};
  const sums = { commands: 0, frames: 0 };
  for (const line of readTotals()) {
    for (const [name, count] of Object.entries(line.faults)) faults[name] = (faults[name] ?? 0) + count;
    for (const name of Object.keys(sums)) sums[name] += line[name];
  }
  console.log(`\n${((Date.now() - startedAt) / 60_000).toFixed(1)} minutes`);
  for (const [kind, count] of Object.entries(rounds)) console.log(`  ${String(count).padStart(6)} rounds ${kind}`);
  for (const [name, count] of Object.entries(faults)) console.log(`  ${String(count).padStart(6)} times ${name}`);
  console.log(`  ${String(sums.commands).padStart(6)} commands acknowledged, each in the log once`);
  console.log(`  ${String(sums.frames).padStart(6)} frames, each as the log says`);
}

function readTotals() {
  try {
    return readFileSync(totals, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}
