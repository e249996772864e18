// What the benches share: rounds in turn, medians, ratios, and where the figures go.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const options = { full: { type: 'boolean', default: false }, only: { type: 'string' } };

/** `--full` measures longer; `--only` a part of it; what else a bench takes, it says. */
export const argumentsOf = (more = {}) => parseArgs({ options: { ...options, ...more } }).values;

export function median(list) {
  return percentile(list, 0.5);
}

export function percentile(list, share) {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
}

/**
 * Runs every contender once per round, each round beginning with another, so that what else the machine does hits all alike. Answers the
 * figures of each by name, in order of rounds.
 */
export async function inTurn(contenders, rounds, run) {
  const names = Object.keys(contenders);
  const figures = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (let n = 0; n < names.length; n++) {
      const name = names[(round + n) % names.length];
      figures[name].push(await run(contenders[name], name));
    }
  }
  return figures;
}

/** The ratio of two contenders round by round, and its median: `1.30 (1.21–1.44)`. */
export function ratio(figures, ours, theirs) {
  const each = figures[ours].map((figure, round) => figure / figures[theirs][round]);
  const short = (value) => value.toFixed(value < 10 ? 2 : 1);
  return `${short(median(each))} (${short(Math.min(...each))}–${short(Math.max(...each))})`;
}

const results = fileURLToPath(new URL('results/', import.meta.url));

/** What was saved under this name last. */
export async function saved(name) {
  return JSON.parse(await readFile(join(results, `${name}.json`), 'utf8'));
}

export async function save(name, result) {
  await mkdir(results, { recursive: true });
  const [{ model }] = cpus();
  const machine = { cpu: model, cores: cpus().length, node: process.version, platform: `${process.platform}-${process.arch}` };
  const at = new Date().toISOString();
  await writeFile(join(results, `${name}.json`), `${JSON.stringify({ name, at, machine, ...result }, null, 2)}\n`);
}

/** A directory of its own while `work` runs. */
export async function inDirectory(work) {
  const directory = await mkdtemp(join(tmpdir(), 'jetbridge-bench-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
