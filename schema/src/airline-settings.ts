import { flightNetworks } from './enums.ts';
import type { AirlineSettingsFieldsFragment, AutoAccept, FlightNetwork, OwnReview } from './operations/generated.ts';
import { checkReason } from './rules/pirep.ts';
import { type FieldProblem, Problems } from './rules/problem.ts';
import { settingsMessages } from './settings-messages.ts';

/** The forms of an airline's settings: each as it is filled in, and the facts it stands for, under the names of the API. */

export interface AirlineProfileDraft {
  name: string;
  iata: string;
  brandColour: string;
}

export const airlineProfileDraft = ({ name, iata, brandColour }: AirlineSettingsFieldsFragment): AirlineProfileDraft => ({
  name,
  iata: iata ?? '',
  brandColour: brandColour ?? '',
});

export const airlineProfileFacts = ({ name, iata, brandColour }: AirlineProfileDraft) => ({
  name: name.trim(),
  iata: iata.trim().toUpperCase() || null,
  brandColour: colourTyped(brandColour) || null,
});

/** `D81939` → `#d81939`: what is pasted from elsewhere often lacks its sign. */
export function colourTyped(text: string): string {
  const colour = text.trim().toLowerCase();
  return /^[0-9a-f]{6}$/.test(colour) ? `#${colour}` : colour;
}

/** What the colour picker of the browser shows, which knows no "none". */
export function colourPicked(text: string): string {
  const colour = colourTyped(text);
  return /^#[0-9a-f]{6}$/.test(colour) ? colour : '#808080';
}

export interface ReviewDraft {
  autoAccept: AutoAccept;
  landingRateLimitFpm: string;
  autoAcceptNetworks: readonly FlightNetwork[];
  ownReview: OwnReview;
}

type Settings = NonNullable<AirlineSettingsFieldsFragment['settings']>;

export const reviewDraft = ({ autoAccept, landingRateLimitFpm, autoAcceptNetworks, ownReview }: Settings): ReviewDraft => ({
  autoAccept,
  landingRateLimitFpm: landingRateLimitFpm == null ? '' : String(landingRateLimitFpm),
  autoAcceptNetworks,
  ownReview,
});

export const reviewFacts = ({ landingRateLimitFpm, autoAcceptNetworks, ...rest }: ReviewDraft) => ({
  ...rest,
  landingRateLimitFpm: landingRateLimitFpm.trim() === '' ? null : Number(landingRateLimitFpm.trim().replace('\u2212', '-')),
  autoAcceptNetworks: flightNetworks.filter((network) => autoAcceptNetworks.includes(network)),
});

export const unitsDraft = ({ distanceUnit, weightUnit }: Settings) => ({ distanceUnit, weightUnit });

/** Ticks or clears one value; the rest keep the order of the list. */
export function withChoice<V extends string>(chosen: readonly V[], all: readonly V[], value: V, wanted: boolean): V[] {
  return all.filter((each) => (each === value ? wanted : chosen.includes(each)));
}

/** To close an airline: its code, so that it is this one, and why. */
export function checkCloseAirline({ code, reason }: { code: string; reason: string }, airlineCode: string): FieldProblem[] {
  const problems = new Problems();
  problems.require(code.trim().toUpperCase() === airlineCode, 'code', settingsMessages.danger.typeCode(airlineCode));
  return [...problems.list, ...checkReason(reason)];
}

/** What an airline says of itself while nothing in it can be changed. @param entries of its history, newest first */
export function standstillReason(entries: readonly { kind: string; text?: string | null }[]): string | null {
  return entries.find(({ kind }) => kind === 'AIRLINE_SUSPENDED' || kind === 'AIRLINE_CLOSED')?.text ?? null;
}
