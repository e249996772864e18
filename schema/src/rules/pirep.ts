import { localized, number } from '../language.ts';
import { limits } from '../limits.ts';
import type { FilePirepInput, WeightInput } from '../operations/generated.ts';
import { kgPerLb } from '../units.ts';
import { type FieldProblem, Problems } from './problem.ts';

export const pirepRules = localized('pirepRules', {
  flightNumber: 'The flight number is one to four digits and perhaps a letter, such as 417 or 82A.',
  departure: 'Choose the departure airport by its ICAO code, such as ENGM.',
  arrival: 'Choose the arrival airport by its ICAO code, such as ENBR.',
  alternate: 'Choose the alternate by its ICAO code.',
  sameAirport: 'Departure and arrival are the same airport; mark a training flight if that is right.',
  offBlock: 'Enter the off-block date and time in UTC.',
  onBlock: 'Enter the on-block date and time in UTC.',
  offBlockFuture: 'The off-block time is in the future.',
  onBlockFuture: 'The on-block time is in the future.',
  order: 'On-block must be after off-block.',
  tooLong: 'Off-block and on-block are more than 24 hours apart.',
  flightTime: 'The flight time must be at least one minute.',
  flightTimeLong: 'The flight time cannot be longer than the block time.',
  aircraftType: 'Enter the ICAO aircraft type, such as B738.',
  registration: 'Enter the registration in capital letters and digits, such as LN-NGA.',
  distance: (most: number) => `The distance must be between 0 and ${number(most)} nm.`,
  fuel: (most: number) => `Enter the fuel as a weight between 0 and ${number(most)} kg.`,
  fuelUsed: 'Fuel used cannot be more than the block fuel.',
  landingRate: 'The landing rate is a negative number of feet per minute, such as -180.',
  cruiseLevel: 'Enter the cruise level in hundreds of feet, such as 350.',
  reason: 'Give a reason the pilot can learn from.',
  remark: 'Write something first.',
  theRoute: 'The route',
  theRemarks: 'The remarks',
  theReason: 'The reason',
  theRemark: 'This',
} as const);

export const flightNumberPattern = /^[0-9]{1,4}[A-Z]?$/;
export const airportPattern = /^[A-Z0-9]{3,5}$/;
export const aircraftTypePattern = /^[A-Z][A-Z0-9]{1,3}$/;
export const registrationPattern = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

/** A flight as its pilot tells it, for a new PIREP or an amended one. */
export type FlightInput = Omit<FilePirepInput, 'airlineId' | 'commandId'>;

/** Kilograms, to 0.1 kg. */
export function kilograms(weight: WeightInput): number {
  return Math.round((weight.unit === 'LB' ? weight.value * kgPerLb : weight.value) * 10) / 10;
}

/** Whole minutes from off-block to on-block; NaN when either time is not a date. */
export function minutesBetween(offBlockAt: string, onBlockAt: string): number {
  return Math.round((Date.parse(onBlockAt) - Date.parse(offBlockAt)) / 60_000);
}

/**
 * Everything the rules of product.md say about a PIREP that needs no database: what a form checks while typing and the server again.
 * Whether an airport exists is the server’s to say; an aircraft type only has to look like one, for nobody lists them all.
 * @param now epoch milliseconds
 */
export function checkFilePirep(input: FlightInput, now: number): FieldProblem[] {
  const problems = new Problems();
  problems.require(flightNumberPattern.test(input.flightNumber), 'flightNumber', pirepRules.flightNumber);
  checkAirports(problems, input);
  checkTimes(problems, input, now);
  problems.require(aircraftTypePattern.test(input.aircraftType), 'aircraftType', pirepRules.aircraftType);
  if (input.registration) {
    problems.require(
      input.registration.length <= limits.registrationLength && registrationPattern.test(input.registration),
      'registration',
      pirepRules.registration,
    );
  }
  checkFigures(problems, input);
  problems.text('route', input.route, limits.routeLength, pirepRules.theRoute);
  problems.text('remarks', input.remarks, limits.remarksLength, pirepRules.theRemarks);
  return problems.list;
}

function checkAirports(problems: Problems, input: FlightInput): void {
  problems.require(airportPattern.test(input.departure), 'departure', pirepRules.departure);
  problems.require(airportPattern.test(input.arrival), 'arrival', pirepRules.arrival);
  if (input.alternate) problems.require(airportPattern.test(input.alternate), 'alternate', pirepRules.alternate);
  if (!input.training) problems.require(input.departure !== input.arrival, 'arrival', pirepRules.sameAirport);
}

function checkTimes(problems: Problems, input: FlightInput, now: number): void {
  const offBlock = Date.parse(input.offBlockAt);
  const onBlock = Date.parse(input.onBlockAt);
  if (!problems.require(!Number.isNaN(offBlock), 'offBlockAt', pirepRules.offBlock)) return;
  if (!problems.require(!Number.isNaN(onBlock), 'onBlockAt', pirepRules.onBlock)) return;
  const minutes = minutesBetween(input.offBlockAt, input.onBlockAt);
  const latest = now + limits.futureToleranceMinutes * 60_000;
  problems.require(offBlock <= latest, 'offBlockAt', pirepRules.offBlockFuture);
  problems.require(minutes > 0, 'onBlockAt', pirepRules.order);
  problems.require(minutes <= limits.blockMinutes, 'onBlockAt', pirepRules.tooLong);
  problems.require(onBlock <= latest, 'onBlockAt', pirepRules.onBlockFuture);
  if (input.flightMinutes == null) return;
  problems.require(input.flightMinutes > 0, 'flightMinutes', pirepRules.flightTime);
  problems.require(input.flightMinutes <= minutes, 'flightMinutes', pirepRules.flightTimeLong);
}

function checkFigures(problems: Problems, input: FlightInput): void {
  if (input.distanceNm != null)
    problems.require(input.distanceNm > 0 && input.distanceNm <= limits.distanceNm, 'distanceNm', pirepRules.distance(limits.distanceNm));
  for (const field of ['blockFuel', 'fuelUsed'] as const) {
    const fuel = input[field];
    if (fuel) problems.require(fuel.value >= 0 && kilograms(fuel) <= limits.fuelKg, field, pirepRules.fuel(limits.fuelKg));
  }
  if (input.fuelUsed && input.blockFuel)
    problems.require(kilograms(input.fuelUsed) <= kilograms(input.blockFuel), 'fuelUsed', pirepRules.fuelUsed);
  if (input.landingRateFpm != null)
    problems.require(input.landingRateFpm < 0 && input.landingRateFpm >= limits.landingRateFpm, 'landingRateFpm', pirepRules.landingRate);
  if (input.cruiseLevel != null)
    problems.require(input.cruiseLevel > 0 && input.cruiseLevel <= limits.cruiseLevel, 'cruiseLevel', pirepRules.cruiseLevel);
}

export function checkReason(reason: string): FieldProblem[] {
  const problems = new Problems();
  problems.require(reason.trim().length > 0, 'reason', pirepRules.reason);
  problems.text('reason', reason, limits.reasonLength, pirepRules.theReason);
  return problems.list;
}

/** A question, an answer or a comment. */
export function checkRemark(text: string): FieldProblem[] {
  const problems = new Problems();
  problems.require(text.trim().length > 0, 'text', pirepRules.remark);
  problems.text('text', text, limits.commentLength, pirepRules.theRemark);
  return problems.list;
}
