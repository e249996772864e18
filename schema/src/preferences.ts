import type { DistanceUnit, WeightUnit } from './operations/generated.ts';

export const densities = ['comfortable', 'compact'] as const;
export const times = ['UTC', 'UTC_AND_LOCAL'] as const;
export const languages = ['en', 'de', 'fr'] as const;
/** `pseudo` is on no menu: tests read the screens in it. */
export type Language = (typeof languages)[number] | 'pseudo';

/** How things are shown to one person, kept in the browser. */
export interface PreferenceValues {
  density: (typeof densities)[number];
  /** `AIRLINE`: as the airline at hand has it. Remotes are told what that comes to; it stays where there is none: nautical miles and kilograms. */
  distance: DistanceUnit | 'AIRLINE';
  weight: WeightUnit | 'AIRLINE';
  /** Flights are told in UTC; beside it the time where the person is, if they like. */
  time: (typeof times)[number];
  /** Whether a letter alone does something: dictation and unsteady hands press letters without meaning it (WCAG 2.1.4). */
  singleKeys: boolean;
  language: Language;
}

export const defaultPreferences: PreferenceValues = {
  density: 'comfortable',
  distance: 'AIRLINE',
  weight: 'AIRLINE',
  time: 'UTC',
  singleKeys: true,
  language: 'en',
};

/** Each in its own words: whoever looks for theirs may read no other. */
export const languageNames: Record<(typeof languages)[number], string> = { en: 'English', de: 'Deutsch', fr: 'Français' };
