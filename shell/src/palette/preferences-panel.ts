import {
  commandMessages,
  densities,
  distanceUnits,
  languageNames,
  languages,
  type PreferenceValues,
  times,
  weightUnits,
} from '@jetbridge/schema';
import type { Services } from '../context.ts';
import { h } from '../dom.ts';
import { themes } from '../theme.ts';
import { kbd } from './kbd.ts';

type Parts = Pick<Services, 'preferences' | 'theme'> & { help(): void; close(): void };

/** Fills the panel with what stands now. Every choice counts at once; there is nothing to save. */
export function fillPreferences(panel: HTMLElement, { preferences, theme, help, close }: Parts): void {
  const text = commandMessages.preferences;
  const now = preferences.value;
  const leave = () => {
    close();
    help();
  };
  const choice = <K extends keyof PreferenceValues>(
    name: K,
    label: string,
    names: Record<PreferenceValues[K] & string, string>,
    values: readonly (PreferenceValues[K] & string)[],
  ) =>
    radios(name, label, values, names, now[name] as PreferenceValues[K] & string, (value) =>
      preferences.set({ [name]: value } as Partial<PreferenceValues>),
    );
  panel.replaceChildren(
    h('h2', {}, text.title),
    radios('theme', text.theme, themes, commandMessages.preferences.themes, theme.value, (value) => theme.set(value)),
    choice('density', text.density, text.densities, densities),
    choice('distance', text.distance, text.distances, ['AIRLINE', ...distanceUnits]),
    choice('weight', text.weight, text.weights, ['AIRLINE', ...weightUnits]),
    choice('time', text.time, text.times, times),
    h(
      'label',
      { class: 'preference' },
      h('span', {}, text.language),
      h(
        'select',
        {
          class: 'input',
          id: 'preference-language',
          onchange: (event) => preferences.set({ language: (event.target as HTMLSelectElement).value as PreferenceValues['language'] }),
        },
        ...languages.map((language) =>
          h('option', { value: language, lang: language, selected: language === now.language }, languageNames[language]),
        ),
      ),
    ),
    h(
      'label',
      { class: 'preference switch' },
      h('span', {}, text.singleKeys),
      h('input', {
        type: 'checkbox',
        role: 'switch',
        checked: now.singleKeys,
        onchange: (event) => preferences.set({ singleKeys: (event.target as HTMLInputElement).checked }),
      }),
    ),
    h('button', { class: 'btn', type: 'button', 'data-kind': 'quiet', onclick: leave }, commandMessages.help.open, kbd('?')),
  );
}

function radios<T extends string>(
  name: string,
  label: string,
  values: readonly T[],
  names: Record<T, string>,
  now: T,
  set: (value: T) => void,
): HTMLElement {
  return h(
    'fieldset',
    { class: 'preference' },
    h('legend', {}, label),
    h(
      'div',
      { class: 'seg' },
      ...values.map((value) =>
        h(
          'label',
          {},
          h('input', { type: 'radio', name: `preference-${name}`, value, checked: value === now, onchange: () => set(value) }),
          h('span', {}, names[value]),
        ),
      ),
    ),
  );
}
