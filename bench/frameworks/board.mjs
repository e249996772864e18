// What the board of /compare says, and what is measured here of the same page by other means: from outside, and from frame to frame.
import { readFile } from 'node:fs/promises';
import { compareMessages, to } from '@jetbridge/schema';
import { median } from '../measure.mjs';
import { pressInTurn } from './presses.mjs';
import { airline } from './world.mjs';

const frameworks = ['react', 'vue', 'svelte'];
const [changes, keys] = [12, 12];
const stepMs = 8; // in which the browser tells how long interactions took; of what took less than two it says nothing
const { figures } = compareMessages;
const ms = (value) => value.toFixed(1);
const whole = (value) => value.toLocaleString('en');

/** Samples of the board by what they are called here; `by` says how this bench gets the same. */
export const figuresOfBoard = {
  eventToPaint: {
    name: `${figures.eventToPaint.name}, ms`,
    by: 'from the frame of the pane that was told before to its own',
    show: ms,
  },
  opened: {
    name: `${figures.bootToMounted.name}, and ${figures.mountedToData.name}; ms`,
    by: 'from the request for its manifest to the whole page',
    show: ms,
  },
  interaction: {
    name: `${figures.interaction.name}, median, ms`,
    by: `from a key to its frame on the screen, as the compositor tells it in a trace, of the same keys and in the browser's steps of ${stepMs} ms; who is pressed first is another one in each run`,
    show: whole,
  },
  bytes: { name: `${figures.bytes.name}, bytes`, by: 'bodies of all answers below /remotes, as they travelled', show: whole },
  files: { name: figures.files.name, by: 'those answers, counted', show: whole },
  nodes: { name: figures.nodes.name, by: 'its place and all below it, counted at the end', show: whole },
};

/** Answers `{ figure: { framework: { board, bench } } }`. */
export async function compareWithBoard({ page, world, run }) {
  const weight = weigh(page);
  await page.goto(`/compare${to.pireps(airline.code)}`, { waitUntil: 'commit' });
  const opened = await page.evaluate(async (frameworks) => {
    const pane = (name) => document.querySelector(`[data-remote="${name}"]`)?.closest('.pane-body');
    const ends = await Promise.all(frameworks.map((name) => bench.when(() => pane(name) && bench.whole(pane(name)))));
    const asked = (name) => performance.getEntriesByType('resource').find((entry) => entry.name.includes(`/remotes/${name}/mf-manifest`));
    return Object.fromEntries(frameworks.map((name, index) => [name, ends[index] - asked(name).startTime]));
  }, frameworks);
  const painted = Object.fromEntries(frameworks.map((name) => [name, []]));
  for (let n = 0; n < changes; n++) {
    const frames = page.evaluate((frameworks) => {
      const first = (name) => document.querySelector(`[data-remote="${name}"] tbody tr`)?.textContent;
      const before = frameworks.map(first);
      return Promise.all(frameworks.map(async (name, index) => [name, await bench.until(() => first(name) !== before[index])]));
    }, frameworks);
    await world.file();
    const inTurn = (await frames).sort(([, a], [, b]) => a - b);
    for (let turn = 1; turn < inTurn.length; turn++) {
      const [[, before], [name, at]] = [inTurn[turn - 1], inTurn[turn]];
      painted[name].push({ at, ms: at - before });
    }
  }
  // Who is first is another one in each run, as changes are told in turn.
  const presses = await pressInTurn(
    page,
    frameworks.map((_, turn) => frameworks[(run + turn) % frameworks.length]),
    keys,
  );
  const nodes = await page.evaluate(
    (frameworks) =>
      Object.fromEntries(
        frameworks.map((name) => [name, document.querySelectorAll(`[data-remote="${name}"], [data-remote="${name}"] *`).length]),
      ),
    frameworks,
  );
  const samples = await samplesOf(page);
  const results = Object.fromEntries(Object.keys(figuresOfBoard).map((figure) => [figure, {}]));
  for (const name of frameworks) {
    const of = (metric) => samples.filter((sample) => sample.framework === name && sample.metric === metric).map(({ value }) => value);
    const { bytes, files } = await weight(name);
    const told = samples.filter((sample) => sample.framework === name && sample.metric === 'eventToPaint');
    // Of the same changes, as who is told first is not measured here.
    const same = painted[name].map(({ at }) => told.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0].value);
    results.eventToPaint[name] = { board: median(same), bench: median(painted[name].map(({ ms }) => ms)) };
    results.opened[name] = { board: of('bootToMounted')[0] + of('mountedToData')[0], bench: opened[name] };
    const inSteps = presses
      .filter(({ framework }) => framework === name)
      .map(({ at, ms }) => ({
        board: samples.find((sample) => sample.framework === name && sample.metric === 'interaction' && sample.at === at)?.value ?? stepMs,
        bench: Math.max(stepMs, Math.round(ms / stepMs) * stepMs),
      }));
    results.interaction[name] = { board: median(inSteps.map(({ board }) => board)), bench: median(inSteps.map(({ bench }) => bench)) };
    results.bytes[name] = { board: of('bytes').at(-1), bench: bytes };
    results.files[name] = { board: of('files').at(-1), bench: files };
    results.nodes[name] = { board: of('nodes').at(-1), bench: nodes[name] };
  }
  return results;
}

/** Bodies below /remotes as they come in; answers their sum for a front end, and how many there were. */
function weigh(page) {
  const bodies = [];
  page.on('requestfinished', (request) => {
    const framework = /[/]remotes[/](\w+)[/]/.exec(request.url())?.[1];
    if (framework) bodies.push(request.sizes().then(({ responseBodySize }) => ({ framework, bytes: responseBodySize })));
  });
  return async (name) => {
    const own = (await Promise.all(bodies)).filter(({ framework }) => framework === name);
    return { files: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) };
  };
}

async function samplesOf(page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: compareMessages.saveJson }).click();
  return JSON.parse(await readFile(await (await coming).path(), 'utf8')).samples;
}
