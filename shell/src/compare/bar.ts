import { shellMessages, compareMessages as texts } from '@jetbridge/schema';
import { h } from '../dom.ts';
import { type Framework, frameworks, isFramework } from '../place.ts';
import { type Fault, faults } from './faults.ts';
import type { Options } from './options.ts';
import { asCsv, type Samples } from './samples.ts';

interface Ports {
  options: Options;
  samples: Samples;
  changed(change: Partial<Options>): void;
  breakIt(framework: Framework, fault: Fault): void;
}

/** What can be done with a comparison. `mended` shows that a front end is whole again. */
export function createBar({ options, samples, changed, breakIt }: Ports): { element: HTMLElement; mended(framework: Framework): void } {
  const toggle = (name: 'linked' | 'mirrored' | 'source' | 'isolated', text: string, hint?: string) => {
    const input = h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: options[name],
      onchange: () => changed({ [name]: input.checked }),
    });
    return h('label', { class: 'check', title: hint }, input, h('span', {}, text));
  };
  const lead = h(
    'select',
    { class: 'input select', onchange: () => changed({ lead: isFramework(lead.value) ? lead.value : null }) },
    h('option', { value: '' }, '–'),
    ...frameworks.map((name) => h('option', { value: name, selected: options.lead === name }, shellMessages.framework[name])),
  );
  const broken = new Map(
    frameworks.map((framework) => {
      const choice: HTMLSelectElement = h(
        'select',
        { class: 'input select', onchange: () => breakIt(framework, choice.value as Fault) },
        ...faults.map((fault) => h('option', { value: fault }, texts.fault[fault])),
      );
      return [framework, choice];
    }),
  );
  const button = (text: string, onclick: () => void) => h('button', { class: 'btn', type: 'button', onclick }, text);
  const element = h(
    'div',
    { class: 'compare-bar' },
    h('h1', { tabindex: '-1' }, shellMessages.compareTitle),
    h(
      'div',
      { class: 'cluster' },
      toggle('linked', texts.linked, texts.linkedHint),
      !options.isolated && toggle('mirrored', texts.mirrored, texts.mirroredHint),
      h('label', { title: texts.leadHint }, texts.lead, lead),
      toggle('source', texts.source),
      toggle('isolated', texts.isolated, texts.isolatedHint),
    ),
    !options.isolated &&
      h(
        'div',
        { class: 'cluster' },
        ...frameworks.map((framework) => h('label', {}, texts.faults(shellMessages.framework[framework]), broken.get(framework))),
      ),
    h(
      'div',
      { class: 'cluster' },
      button(texts.clear, () => samples.clear()),
      button(texts.saveJson, () => save('jetbridge-compare.json', 'application/json', JSON.stringify(reportOf(samples), null, 1))),
      button(texts.saveCsv, () => save('jetbridge-compare.csv', 'text/csv', asCsv(samples.all))),
    ),
  );
  return {
    element,
    mended(framework) {
      broken.get(framework)!.value = 'none';
    },
  };
}

/** Every sample as it was taken, and what it was taken with. */
function reportOf(samples: Samples): object {
  const { userAgent, hardwareConcurrency } = navigator;
  return { at: new Date().toISOString(), page: location.pathname + location.search, userAgent, hardwareConcurrency, samples: samples.all };
}

function save(filename: string, type: string, text: string): void {
  const link = h('a', { download: filename, href: URL.createObjectURL(new Blob([text], { type })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
