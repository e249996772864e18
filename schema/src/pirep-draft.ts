import { formatMinutes, formatTime } from './format.ts';
import { greatCircleNm, type Place } from './great-circle.ts';
import type {
  AmendPirepInput,
  FilePirepInput,
  FlightNetwork,
  PirepDetailFieldsFragment,
  WeightInput,
  WeightUnit,
} from './operations/generated.ts';
import { checkFilePirep, kilograms, minutesBetween } from './rules/pirep.ts';
import type { FieldProblem } from './rules/problem.ts';
import { kgPerLb } from './units.ts';

/** The file-a-PIREP form as typed: every control a string or a boolean, so that nothing typed is ever lost, right or wrong. */
export interface PirepDraft {
  /** Sent as `commandId`: pressing Send twice, or again after a lost answer, files one PIREP. */
  commandId: string;
  flightNumber: string;
  departure: string;
  arrival: string;
  /** `2026-11-22` and `14:05`, both UTC. On-block before off-block means the next day. */
  date: string;
  offBlock: string;
  onBlock: string;
  flightTime: string;
  aircraftType: string;
  registration: string;
  distanceNm: string;
  blockFuel: string;
  fuelUsed: string;
  fuelUnit: WeightUnit;
  landingRateFpm: string;
  cruiseLevel: string;
  network: FlightNetwork;
  route: string;
  remarks: string;
  training: boolean;
}

/** Fields of FilePirepInput that the draft keeps under another name. */
export const pirepDraftAliases = ['offBlockAt', 'onBlockAt', 'flightMinutes'] as const;

export function emptyPirepDraft(fuelUnit: WeightUnit = 'KG', now = Date.now()): PirepDraft {
  return {
    commandId: crypto.randomUUID(),
    flightNumber: '',
    departure: '',
    arrival: '',
    date: new Date(now).toISOString().slice(0, 10),
    offBlock: '',
    onBlock: '',
    flightTime: '',
    aircraftType: '',
    registration: '',
    distanceNm: '',
    blockFuel: '',
    fuelUsed: '',
    fuelUnit,
    landingRateFpm: '',
    cruiseLevel: '',
    network: 'OFFLINE',
    route: '',
    remarks: '',
    training: false,
  };
}

/** A PIREP as its pilot would type it: what the form for amending starts with. */
export function amendDraft(pirep: PirepDetailFieldsFragment): PirepDraft {
  const text = (value: number | string | null | undefined) => (value == null ? '' : String(value));
  const unit = pirep.fuelUnit ?? 'KG';
  const fuel = (kg: number | null | undefined) => text(kg == null ? null : inUnit(kg, unit));
  return {
    ...emptyPirepDraft(),
    flightNumber: pirep.flightNumber,
    departure: pirep.departure.icao,
    arrival: pirep.arrival.icao,
    date: pirep.offBlockAt.slice(0, 10),
    offBlock: formatTime(pirep.offBlockAt),
    onBlock: formatTime(pirep.onBlockAt),
    // The block time stands for a flight time nobody entered.
    flightTime: pirep.flightMinutes === pirep.blockMinutes ? '' : formatMinutes(pirep.flightMinutes),
    aircraftType: pirep.aircraftType,
    registration: text(pirep.registration),
    distanceNm: pirep.distanceOverridden ? text(pirep.distanceNm) : '',
    blockFuel: fuel(pirep.blockFuelKg),
    fuelUsed: fuel(pirep.fuelUsedKg),
    fuelUnit: unit,
    landingRateFpm: text(pirep.landingRateFpm),
    cruiseLevel: text(pirep.cruiseLevel),
    network: pirep.network,
    route: text(pirep.route),
    remarks: text(pirep.remarks),
    training: pirep.training,
  };
}

/** Whole pounds where these are what was entered: kilograms are kept to 0.1. */
function inUnit(kg: number, unit: WeightUnit): number {
  const value = unit === 'LB' ? kg / kgPerLb : kg;
  const whole = Math.round(value);
  return kilograms({ value: whole, unit }) === kg ? whole : Math.round(value * 10) / 10;
}

/** The input a draft stands for. What cannot be read as a number becomes NaN, which every rule refuses by its field. */
export function pirepInput(draft: PirepDraft, airlineId: string): FilePirepInput {
  const offBlockAt = utc(draft.date, draft.offBlock);
  const sameDay = utc(draft.date, draft.onBlock);
  const nextDay = offBlockAt && sameDay && sameDay < offBlockAt;
  return {
    commandId: draft.commandId,
    airlineId,
    flightNumber: upper(draft.flightNumber),
    departure: upper(draft.departure),
    arrival: upper(draft.arrival),
    offBlockAt,
    onBlockAt: nextDay ? new Date(Date.parse(sameDay) + 24 * 60 * 60_000).toISOString() : sameDay,
    flightMinutes: draft.flightTime.trim() ? minutesOf(draft.flightTime) : null,
    aircraftType: upper(draft.aircraftType),
    registration: upper(draft.registration) || null,
    distanceNm: number(draft.distanceNm),
    blockFuel: weight(draft.blockFuel, draft.fuelUnit),
    fuelUsed: weight(draft.fuelUsed, draft.fuelUnit),
    landingRateFpm: number(draft.landingRateFpm),
    cruiseLevel: number(draft.cruiseLevel.replace(/^FL/i, '')),
    network: draft.network,
    route: draft.route.trim() || null,
    remarks: draft.remarks.trim() || null,
    training: draft.training,
  };
}

/** The same for a PIREP that is there. @param alternate which the form does not ask for, and must not lose */
export function amendInput(draft: PirepDraft, { id, alternate }: { id: string; alternate?: { icao: string } | null }): AmendPirepInput {
  const { airlineId: _airlineId, ...flight } = pirepInput(draft, '');
  return { ...flight, pirepId: id, alternate: alternate?.icao ?? null };
}

/** What the form says before it bothers the server. `field` names are those of FilePirepInput. */
export function checkPirepDraft(draft: PirepDraft, now = Date.now()): FieldProblem[] {
  return checkFilePirep(pirepInput(draft, ''), now);
}

/** What the form computes while one types: null where the draft does not say enough yet. */
export function derivePirep(draft: PirepDraft, departure: Place | null, arrival: Place | null) {
  const input = pirepInput(draft, '');
  const minutes = minutesBetween(input.offBlockAt, input.onBlockAt);
  const greatCircle = departure && arrival ? greatCircleNm(departure, arrival) : null;
  return {
    blockMinutes: minutes > 0 ? minutes : null,
    arrivesNextDay: input.onBlockAt.slice(0, 10) > input.offBlockAt.slice(0, 10),
    greatCircleNm: greatCircle,
    /** True when the typed distance replaces the computed one: shown, and flagged to staff. */
    distanceOverridden: input.distanceNm != null && greatCircle != null && input.distanceNm !== greatCircle,
  };
}

/** `1:23` or `83` → 83; NaN when neither. */
export function minutesOf(text: string): number {
  const match = /^(?:(\d{1,2}):)?(\d{1,4})$/.exec(text.trim());
  if (!match) return Number.NaN;
  return Number(match[1] ?? 0) * 60 + Number(match[2]);
}

/** `ENGM ENBR`, `engm-enbr`, `ENGM/ENBR` → both ends of a flight; null when the text is anything else. */
export function airportPair(text: string): { departure: string; arrival: string } | null {
  const match = /^([A-Z]{4})(?:\s*[-–/>→,]+\s*|\s+)([A-Z]{4})$/.exec(text.trim().toUpperCase());
  return match ? { departure: match[1]!, arrival: match[2]! } : null;
}

function upper(text: string): string {
  return text.trim().toUpperCase();
}

function number(text: string): number | null {
  return text.trim() ? Number(text.trim().replace(',', '.')) : null;
}

function weight(text: string, unit: WeightUnit): WeightInput | null {
  const value = number(text);
  return value == null ? null : { value, unit };
}

/** Empty when the pair is not a date and a time. */
function utc(date: string, time: string): string {
  const match = /^(\d{1,2}):?(\d{2})$/.exec(time.trim());
  const at = match ? Date.parse(`${date}T${match[1]!.padStart(2, '0')}:${match[2]}:00Z`) : Number.NaN;
  return Number.isNaN(at) ? '' : new Date(at).toISOString();
}
