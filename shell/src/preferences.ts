import {
  defaultPreferences,
  densities,
  distanceUnits,
  languages,
  type MountContext,
  type Preferences,
  type PreferenceValues,
  type SessionState,
  times,
  type ViewerFieldsFragment,
  weightUnits,
} from '@jetbridge/schema';
import type { Keep } from './keep.ts';
import { Value } from './value.ts';

type Units = ViewerFieldsFragment['memberships'][number]['airline']['settings'];

const key = 'jetbridge.preferences';

/** What may be kept; `pseudo` is no language anyone chooses, but tests read the screens in it. */
const choices: { [K in keyof PreferenceValues]: readonly unknown[] } = {
  density: densities,
  distance: ['AIRLINE', ...distanceUnits],
  weight: ['AIRLINE', ...weightUnits],
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

/** The same where the person is now: units they left to the airline are those of the airline whose pages they look at. */
export function preferencesAt(
  { preferences, session }: Pick<MountContext, 'preferences' | 'session'>,
  nav: Pick<MountContext['nav'], 'path' | 'subscribe'>,
): Preferences {
  let told: { chosen: PreferenceValues; airline: Units | undefined; value: PreferenceValues } | undefined;
  return {
    get value() {
      const chosen = preferences.value;
      const airline = unitsAt(nav.path, session.value);
      if (told?.chosen !== chosen || told.airline !== airline) told = { chosen, airline, value: withUnits(chosen, airline) };
      return told.value;
    },
    subscribe(listener) {
      const ends = [preferences, session, nav].map((source) => source.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    set: preferences.set,
  };
}

function unitsAt(path: string, session: SessionState): Units | undefined {
  const [, code] = /^\/airlines\/(\w+)/.exec(path) ?? [];
  return session.status === 'signed-in'
    ? session.viewer.memberships.find(({ airline }) => airline.code === code)?.airline.settings
    : undefined;
}

function withUnits(chosen: PreferenceValues, airline: Units | undefined): PreferenceValues {
  if (!airline) return chosen;
  const { distanceUnit, weightUnit } = airline;
  return {
    ...chosen,
    distance: chosen.distance === 'AIRLINE' ? distanceUnit : chosen.distance,
    weight: chosen.weight === 'AIRLINE' ? weightUnit : chosen.weight,
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
