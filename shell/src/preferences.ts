import {
  defaultPreferences,
  densities,
  distanceUnits,
  languages,
  type Preferences,
  type PreferenceValues,
  times,
  weightUnits,
} from '@jetbridge/schema';
import type { Keep } from './keep.ts';
import { Value } from './value.ts';

const key = 'jetbridge.preferences';

/** What may be kept; `pseudo` is no language anyone chooses, but tests read the screens in it. */
const choices: { [K in keyof PreferenceValues]: readonly unknown[] } = {
  density: densities,
  distance: distanceUnits,
  weight: weightUnits,
  time: times,
  singleKeys: [true, false],
  language: [...languages, 'pseudo'],
};

/** What this person set, in this browser: other tabs follow. */
export function createPreferences(keep: Keep, root: Pick<HTMLElement, 'dataset'>, tab: EventTarget = window): Preferences {
  const preferences = new Value(read(keep.get(key)));
  const apply = () => {
    root.dataset.density = preferences.value.density;
  };
  apply();
  preferences.subscribe(apply);
  tab.addEventListener('storage', (event) => {
    const changed = (event as StorageEvent).key;
    if (changed === key || changed === null) preferences.set(read(keep.get(key)));
  });
  return {
    get value() {
      return preferences.value;
    },
    subscribe: preferences.subscribe,
    set(change) {
      const next = { ...preferences.value, ...change };
      keep.set(key, JSON.stringify(next));
      preferences.set(next);
    },
  };
}

/** The kept values; one that is missing, or that this build does not know, is the default. */
export function read(kept: string | null): PreferenceValues {
  let found: Record<string, unknown> = {};
  try {
    found = Object(JSON.parse(kept ?? '{}'));
  } catch {} // written by hand or cut off
  const valid = Object.entries(choices).filter(([name, values]) => values.includes(found[name]));
  return { ...defaultPreferences, ...Object.fromEntries(valid.map(([name]) => [name, found[name]])) };
}
