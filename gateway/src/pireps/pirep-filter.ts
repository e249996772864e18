import { aircraftTypePattern, flightNumberPattern, limits, Rejected, registrationPattern } from '@jetbridge/schema';
import type { AirlineRow, SqlValue } from '@jetbridge/schema/storage';
import { findAirport, searchAirports } from '../airports/airports.ts';
import type { PirepFilter } from './pirep.types.ts';

type Column = 'state' | 'member_id' | 'departure' | 'arrival' | 'aircraft_type' | 'network' | 'flight_number' | 'registration';

/** A column with this value: rows an index finds in the order of filing. */
export interface Equal {
  column: Column;
  /** A `?`, or a subquery for the value. */
  sql: string;
  params: readonly SqlValue[];
}
/** At least one of these holds. */
export type Choice = readonly Equal[];

/** A filter as the database is asked it: all choices hold, and off-block lies between these (epoch ms). */
export interface ReadFilter {
  choices: Choice[];
  from: number | null;
  to: number | null;
}

/** The airline it is about. */
export type Named = Pick<AirlineRow, 'id' | 'code'> & { iata?: string | null };

const mostWords = 5;

const equal = (column: Column, value: string): Equal => ({ column, sql: '?', params: [value] });

/** The choices stand in the order of how few rows they usually leave. */
export function readFilter(filter: PirepFilter | null, airline: Named): ReadFilter {
  const { states, pilotId, departure, arrival, airport, aircraftType, network, from, to, text } = filter ?? {};
  if ((text?.length ?? 0) > limits.searchLength) {
    throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'text');
  }
  const words = text?.trim() ? text.trim().toUpperCase().split(/\s+/) : [];
  if (words.length > mostWords) throw new Rejected('INVALID_INPUT', `Search for at most ${mostWords} words.`, 'text');
  const choices: Choice[] = [];
  if (pilotId != null) choices.push([equal('member_id', pilotId)]);
  for (const word of new Set(words)) choices.push(meaningsOf(word, airline));
  if (departure != null) choices.push([equal('departure', code(departure))]);
  if (arrival != null) choices.push([equal('arrival', code(arrival))]);
  if (airport != null) choices.push([equal('departure', code(airport)), equal('arrival', code(airport))]);
  if (aircraftType != null) choices.push([equal('aircraft_type', code(aircraftType))]);
  if (network != null) choices.push([equal('network', network)]);
  if (states != null) choices.push([...new Set(states)].map((state) => equal('state', state)));
  return { choices, from: from == null ? null : Date.parse(from), to: to == null ? null : Date.parse(to) };
}

/** What a word can mean in an airline's log book: no text is looked through, so it costs the same however much there is. */
function meaningsOf(word: string, { id, code: airlineCode, iata }: Named): Choice {
  const meanings: Equal[] = [];
  const prefixes = ['', airlineCode, iata].filter((prefix) => prefix != null && word.startsWith(prefix)) as string[];
  const numbers = prefixes.map((prefix) => word.slice(prefix.length)).filter((number) => flightNumberPattern.test(number));
  for (const number of new Set(numbers)) meanings.push(equal('flight_number', number));
  const pilot = word.startsWith(airlineCode) ? /^\d{1,9}$/.exec(word.slice(airlineCode.length)) : null;
  if (pilot) {
    const sql = '(select id from rm_member where airline_id = ? and pilot_number = ?)';
    meanings.push({ column: 'member_id', sql, params: [id, Number(pilot[0])] });
  }
  for (const icao of airportsCalled(word)) meanings.push(equal('departure', icao), equal('arrival', icao));
  if (aircraftTypePattern.test(word)) meanings.push(equal('aircraft_type', word));
  if (registrationPattern.test(word) && word.length <= limits.registrationLength) meanings.push(equal('registration', word));
  return meanings;
}

/** By ICAO or IATA code, or by city. */
function airportsCalled(word: string): string[] {
  const exact = findAirport(word);
  if (exact) return [exact.icao];
  const city = word.toLowerCase();
  return searchAirports(word)
    .filter((airport) => airport.iata === word || airport.city?.toLowerCase() === city)
    .map(({ icao }) => icao);
}

function code(text: string): string {
  return text.trim().toUpperCase();
}
