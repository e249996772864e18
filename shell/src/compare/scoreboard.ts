import { type Estimate, estimate, number, placesOf, shellMessages, compareMessages as texts } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { type Framework, frameworks } from '../place.ts';
import type { Facts } from './facts.ts';
import type { Metric, Samples } from './samples.ts';

interface Figure {
  name: string;
  says: string;
  metric: Metric;
  /** The quantile that is shown; null for the newest sample alone. */
  share: number | null;
  show(value: number): string;
  /** Measured only where each front end has a document of its own, or only where they share one. */
  isolated: boolean;
}

const ms = (value: number) => texts.ms(number(Math.round(value)));
const mb = (value: number) => texts.mb(number(Math.round(value / 100_000) / 10));
const kb = (value: number) => texts.kb(number(Math.round(value / 100) / 10));

/** Read when the board is made: the language may be another by then. */
function measuredFigures(): Figure[] {
  const { figures } = texts;
  const together: Omit<Figure, 'isolated'>[] = [
    { ...figures.eventToPaint, metric: 'eventToPaint', share: 0.5, show: ms },
    { ...figures.eventToPaint95, metric: 'eventToPaint', share: 0.95, show: ms },
    { ...figures.interaction, metric: 'interaction', share: 0.98, show: ms },
    { ...figures.longFrame, metric: 'longFrame', share: 0.5, show: ms },
    { ...figures.bootToMounted, metric: 'bootToMounted', share: 0.5, show: ms },
    { ...figures.mountedToData, metric: 'mountedToData', share: 0.5, show: ms },
    { ...figures.bytes, metric: 'bytes', share: null, show: kb },
    { ...figures.files, metric: 'files', share: null, show: number },
    { ...figures.nodes, metric: 'nodes', share: null, show: number },
  ];
  return [
    ...together.map((figure) => ({ ...figure, isolated: false })),
    { ...texts.memory, metric: 'memory', share: 0.5, show: mb, isolated: true },
  ];
}

const drawEveryMs = 500;

/** The table of all figures. It draws itself now and then, when the page has nothing better to do: it must not be what it measures. */
export function createScoreboard(
  isolated: boolean,
  samples: Samples,
  facts: Promise<Record<Framework, Facts | null>>,
  signal: AbortSignal,
): HTMLElement {
  const { figures } = texts;
  const rows = measuredFigures()
    .filter((figure) => figure.isolated === isolated)
    .map((figure) => {
      const cells = frameworks.map(() => h('td', {}));
      return { figure, cells, row: rowOf(figure, cells) };
    });
  const lines = frameworks.map(() => h('td', {}));
  const dependencies = frameworks.map(() => h('td', {}));
  void facts.then((known) => {
    for (const [index, framework] of frameworks.entries()) {
      const own = known[framework];
      lines[index]!.textContent = own ? number(own.lines) : texts.none;
      dependencies[index]!.textContent = own
        ? Object.entries(own.dependencies)
            .map(([name, version]) => `${name} ${version}`)
            .join(', ')
        : texts.none;
    }
  });

  const draw = () => {
    for (const { figure, cells } of rows) drawRow(figure, cells, samples);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = samples.subscribe(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      requestIdleCallback(draw);
    }, drawEveryMs);
  });
  signal.addEventListener('abort', () => {
    stop();
    clearTimeout(timer);
  });
  draw();
  return h(
    'table',
    { class: 'table scoreboard' },
    h('caption', { class: 'visually-hidden' }, texts.scoreboard),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, texts.metric),
        ...frameworks.map((name) => h('th', { scope: 'col' }, shellMessages.framework[name])),
      ),
    ),
    h('tbody', {}, ...rows.map(({ row }) => row), rowOf(figures.lines, lines), rowOf(figures.dependencies, dependencies)),
  );
}

function rowOf({ name, says }: { name: string; says: string }, cells: HTMLElement[]): HTMLElement {
  return h('tr', {}, h('th', { scope: 'row' }, name, h('p', { class: 'muted' }, says)), ...cells);
}

function drawRow({ metric, share, show }: Figure, cells: HTMLElement[], samples: Samples): void {
  const estimates = frameworks.map((framework): Estimate => {
    const kept = samples.of(metric, framework);
    return share === null ? { count: kept.length, value: kept.at(-1) ?? Number.NaN, interval: null } : estimate(kept, share);
  });
  const places = placesOf(estimates);
  const first = places.filter((place) => place === 1).length === 1;
  for (const [index, cell] of cells.entries()) {
    const { count, value, interval } = estimates[index]!;
    if (samples.untold.has(metric)) cell.replaceChildren(texts.unsupported);
    else if (count === 0) cell.replaceChildren(texts.none);
    else {
      cell.replaceChildren(
        h('strong', {}, show(value)),
        (interval && h('span', { class: 'muted' }, ` ${texts.between(show(interval[0]), show(interval[1]))}`)) || '',
        share === null ? '' : h('span', { class: 'muted' }, ` ${texts.samples(count)}`),
        first && places[index] === 1 ? h('span', { class: 'badge', title: texts.leastHint }, texts.least) : '',
      );
    }
  }
}
