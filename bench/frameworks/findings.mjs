// The measured part of docs/frameworks.md, between its two marks.
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { estimate, placesOf } from '@jetbridge/schema';
import { filesBelow } from '../../scripts/bundles.mjs';
import { measure } from '../../scripts/sizes.mjs';
import { figuresOfBoard } from './board.mjs';
import { scenarios } from './scenarios.mjs';

const file = 'docs/frameworks.md';
const [begin, end] = ['<!-- measured -->', '<!-- /measured -->'];
const frameworks = { react: 'React', vue: 'Vue', svelte: 'Svelte' };

export function writeFindings({ runs, share, browser, figures, boards, builds }) {
  const text = readFileSync(file, 'utf8');
  const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))];
  const parts = Object.entries(figures).map(
    ([device, measured]) => `### ${device[0].toUpperCase()}${device.slice(1)}\n${tableOf(measured)}`,
  );
  const repeated = share < 1 ? `, with ${share * 100} % of the repetitions` : '';
  const how = `Measured on ${new Date().toISOString().slice(0, 10)} in Chromium ${browser}, without a window, ${runs} runs each${repeated}. In ms, median and 95 % bootstrap interval.
**Bold** is least, where its interval lies below those of the others. What is done many times for a mean is done half as often where the processor is slowed down.`;
  writeFileSync(
    file,
    `${before}\n${how}\n\n${parts.join('\n\n')}\n\n### The board of /compare beside this bench\n${tableOfBoards(boards)}\n\n${writing(builds)}\n${after}`,
  );
}

function tableOf(measured) {
  const rows = Object.entries(measured).map(([name, values]) => {
    const estimates = Object.keys(frameworks).map((framework) => estimate(values[framework]));
    const places = placesOf(estimates);
    const alone = places.filter((place) => place === 1).length === 1;
    const cells = estimates.map(({ value, interval }, index) => {
      const cell = spread({ value, interval }, short);
      return alone && places[index] === 1 ? `**${cell}**` : cell;
    });
    return `| ${name} | ${cells.join(' | ')} | ${scenarios[name].says} |`;
  });
  return ['| | React | Vue | Svelte | what it is |', '|---|---|---|---|---|', ...rows].join('\n');
}

/** Each figure as the board of /compare says it and as it is measured from outside, of the same page and the same events. */
export function tableOfBoards(boards) {
  const rows = Object.entries(figuresOfBoard).map(([figure, { name, by, show }]) => {
    const cells = Object.keys(frameworks).map((framework) => {
      const [board, bench] = ['board', 'bench'].map((who) => estimate(boards.map((each) => each[figure][framework][who])));
      const agree = board.interval && (overlap(board.interval, bench.interval) ? '' : ', **apart**');
      return `${spread(board, show)} / ${spread(bench, show)}${agree ?? ''}`;
    });
    return `| ${name} | ${cells.join(' | ')} | ${by} |`;
  });
  return ['| board / bench | React | Vue | Svelte | how the bench knows |', '|---|---|---|---|---|', ...rows].join('\n');
}

function overlap([low, high], [otherLow, otherHigh]) {
  return low <= otherHigh && otherLow <= high;
}

/** What its build wrote of a front end, see scripts/remote-facts.mjs. */
export function factsOf(framework) {
  return JSON.parse(readFileSync(`remotes/${framework}/dist/facts.json`, 'utf8'));
}

/** How much they are, and how long it takes to build them. */
function writing(builds) {
  const facts = Object.keys(frameworks).map(factsOf);
  const packages = facts.map(({ dependencies }) =>
    Object.entries(dependencies)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  );
  const took = Object.keys(frameworks).map((framework) => spread(estimate(builds[framework].map((ms) => ms / 1_000)), short));
  const weights = measure();
  const all = Object.keys(frameworks).map((framework) => gzippedKb(filesBelow(`remotes/${framework}/dist/assets`)));
  const first = Object.keys(frameworks).map((framework) => weights.find(({ name }) => name === framework).kb.toFixed(1));
  return `### Written and built
| | React | Vue | Svelte |
|---|---|---|---|
| lines that are not empty | ${facts.map(({ lines }) => lines.toLocaleString('en')).join(' | ')} |
| files | ${facts.map(({ files }) => Object.keys(files).length).join(' | ')} |
| first route, KB gzipped | ${first.join(' | ')} |
| all screens, KB gzipped | ${all.join(' | ')} |
| production build, s | ${took.join(' | ')} |
| dependencies | ${packages.join(' | ')} |`;
}

function gzippedKb(files) {
  const scripts = files.filter((name) => name.endsWith('.js'));
  return (scripts.reduce((sum, name) => sum + gzipSync(readFileSync(name), { level: 9 }).length, 0) / 1_000).toFixed(1);
}

/** `12.3 (11.8–12.9)`, or `12` where all runs agree. */
function spread({ value, interval }, show) {
  const [low, high] = (interval ?? [value, value]).map(show);
  return low === high ? show(value) : `${show(value)} (${low}–${high})`;
}

export function short(value) {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
