import { matchRoute, number, shellMessages, compareMessages as texts } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { type Framework, frameworks } from '../place.ts';
import { type Facts, filesOf, loadSource } from './facts.ts';

interface Part {
  framework: Framework;
  files: HTMLSelectElement;
  sum: HTMLElement;
  code: HTMLElement;
}

/** The source of the screen, in a column for each front end: what it is made of, how much that is, and one file of it. */
export function createSourceView(facts: Promise<Record<Framework, Facts | null>>): { element: HTMLElement; show(path: string): void } {
  const parts = frameworks.map((framework): Part => {
    const files = h('select', { class: 'input select' });
    files.ariaLabel = `${texts.file}, ${shellMessages.framework[framework]}`;
    return { framework, files, sum: h('p', { class: 'muted' }), code: h('code', {}) };
  });
  const element = h(
    'section',
    { class: 'compare-source', 'aria-label': texts.source },
    ...parts.map(({ framework, files, sum, code }) =>
      h('section', { 'aria-label': texts.sourceOf(shellMessages.framework[framework]) }, files, sum, h('pre', { tabindex: '0' }, code)),
    ),
  );
  const open = async ({ framework, files, code }: Part) => {
    const name = files.value;
    const text = (name && (await loadSource(framework, name))) || texts.noSource;
    if (files.value === name) code.textContent = text;
  };
  for (const part of parts) part.files.addEventListener('change', () => void open(part));
  let page = '';
  return {
    element,
    show(path) {
      const route = matchRoute(path);
      if (route.page === page) return;
      page = route.page;
      void facts.then((known) => {
        if (route.page !== page) return;
        for (const part of parts) {
          const own = known[part.framework];
          const names = own ? filesOf(own, page) : [];
          const sum = (what: 'lines' | 'bytes') => names.reduce((total, name) => total + own!.files[name]![what], 0);
          part.files.replaceChildren(...names.map((name) => h('option', {}, name)));
          part.sum.textContent = texts.sum(names.length, number(sum('lines')), number(Math.round(sum('bytes') / 100) / 10));
          void open(part);
        }
      });
    },
  };
}
