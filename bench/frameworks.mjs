// The three front ends against each other, in a browser without a window: production builds, a fresh product for each run, a fresh context for each
// figure, the order rotated. Medians with bootstrap intervals; nobody is placed where intervals overlap. Writes bench/results/frameworks.json and the
// tables in docs/frameworks.md.
//   pnpm bench:frameworks [--full] [--only "cold dashboard,route change,board"] [--runs 5] [--resume] [--write]
// What is there after each run is saved: --resume goes on with the runs that are missing.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { estimate, placesOf } from '@jetbridge/schema';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../shell/e2e/support/chromium.ts';
import { compareWithBoard } from './frameworks/board.mjs';
import { factsOf, short, tableOfBoards, writeFindings } from './frameworks/findings.mjs';
import { scenarios } from './frameworks/scenarios.mjs';
import { watch } from './frameworks/watch.mjs';
import { openWorld } from './frameworks/world.mjs';
import { argumentsOf, inDirectory, inTurn, save, saved } from './measure.mjs';

const {
  full,
  only,
  runs: said,
  resume,
  write,
} = argumentsOf({
  runs: { type: 'string' },
  resume: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
});
const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(said ?? (full ? 15 : 3));
const share = full ? 1 : 0.2; // of a scenario
const shareWhenSlower = 0.5; // of what it does many times for a mean
const buildRuns = full ? 5 : 1;
const longestMs = full ? 300_000 : 45_000;
const frameworks = ['react', 'vue', 'svelte'];
const devices = { desktop: 1, 'CPU 4 times slower': 4 };
const isChosen = (name) => !only || only.split(',').includes(name);
const chosen = Object.entries(scenarios).filter(([name]) => isChosen(name));

const { path: executablePath, missing } = await chromiumPath();
if (!executablePath) throw new Error(missing);

await inDirectory(async (folder) => {
  const browser = await chromium.launch({ executablePath, args: ['--disable-gpu'] });
  const earlier = resume ? await saved('frameworks') : { figures: {}, boards: [], runs: 0 };
  if (resume && earlier.share !== share)
    throw new Error(`What was saved is of ${earlier.share * 100} % of the repetitions, not ${share * 100} %.`);
  const { figures, boards } = earlier;
  const versions = Object.fromEntries(frameworks.map((name) => [name, factsOf(name).dependencies]));
  const kept = { share, browser: browser.version(), versions, figures, boards };
  for (let run = earlier.runs; run < runs; run++) {
    const world = await openWorld(join(folder, `run-${run}`));
    // Nobody is to be the first whom a server meets that has just started.
    for (const framework of frameworks) await inPage({ browser, world, framework, slower: 1, run }, scenarios['warm dashboard'].run);
    for (const [name, { run: measure, together }] of chosen)
      for (const [device, slower] of Object.entries(devices))
        for (let turn = 0; turn < (together ? 1 : frameworks.length); turn++) {
          const framework = frameworks[(run + turn) % frameworks.length];
          const value = await inTime(`${name}, ${framework}, ${device}`, inPage({ browser, world, framework, slower, run }, measure));
          figures[device] ??= {};
          figures[device][name] ??= { react: [], vue: [], svelte: [] };
          for (const [whose, figure] of Object.entries(together ? value : { [framework]: value }))
            figures[device][name][whose].push(figure);
        }
    if (isChosen('board'))
      boards.push(await inTime('the board', inPage({ browser, world, framework: 'react', slower: 1, run }, compareWithBoard)));
    await world.end();
    await save('frameworks', { ...kept, runs: run + 1 });
    console.log(`Run ${run + 1} of ${runs} is done.`);
  }
  await browser.close();
  for (const [device, scenarios] of Object.entries(figures)) {
    console.log(`\n${device}: ms, median (95 % interval), ${runs} runs`);
    console.table(Object.fromEntries(Object.entries(scenarios).map(([name, values]) => [name, rowOf(values)])));
  }
  const builds = await inTurn(Object.fromEntries(frameworks.map((name) => [name, name])), buildRuns, (name) => buildMs(name, folder));
  const measured = { ...kept, runs, builds };
  if (boards.length > 0) console.log(`\n${tableOfBoards(boards)}`);
  await save('frameworks', measured);
  if (write) writeFindings(measured);
});

/** How long its production build takes, beside nothing else. */
async function buildMs(framework, folder) {
  const start = performance.now();
  const args = ['build', '--logLevel', 'warn', '--outDir', join(folder, `built-${framework}`)];
  await promisify(execFile)('vite', args, { cwd: join(root, 'remotes', framework) });
  return performance.now() - start;
}

/** A page that never gets there would be waited for without end. */
async function inTime(what, measuring) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing after ${longestMs / 1_000} s`)), longestMs);
  });
  try {
    return await Promise.race([measuring, late]);
  } finally {
    clearTimeout(timer);
  }
}

function rowOf(values) {
  const estimates = frameworks.map((framework) => estimate(values[framework]));
  const places = placesOf(estimates);
  const cells = frameworks.map((framework, index) => {
    const { value, interval } = estimates[index];
    return [
      framework,
      `${short(value)}${interval ? ` (${interval.map(short).join('–')})` : ''}${places[index] ? ` #${places[index]}` : ''}`,
    ];
  });
  return Object.fromEntries(cells);
}

async function inPage({ browser, world, framework, slower, run }, measure) {
  const context = await browser.newContext({ baseURL: world.url, viewport: { width: 1280, height: 900 } });
  try {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }';
    await context.request.post('/graphql', { data: { query, variables: { input: world.person } } });
    await context.addInitScript(watch);
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const threadMs = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
    };
    const open = async (path) => {
      await page.goto(`/${framework}${path}`, { waitUntil: 'commit' });
      return page.evaluate(() => bench.until(() => bench.whole()));
    };
    const repeated = share * (slower > 1 ? shareWhenSlower : 1);
    return await measure({ page, framework, world, run, share, repeated, open, threadMs });
  } finally {
    await context.close().catch(() => {}); // the browser may be gone
  }
}
