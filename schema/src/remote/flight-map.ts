import { type Format, formatFor } from '../format.ts';
import { greatCircleNm, type Place } from '../great-circle.ts';
import { mapMessages } from '../map-messages.ts';
import { defaultPreferences } from '../preferences.ts';

export interface MapAirport extends Place {
  icao: string;
  name: string;
}

/** One way between two airports, flown once or often. */
export interface MapFlight {
  departure: MapAirport;
  arrival: MapAirport;
  /** How often; one when left out. */
  flights?: number;
  /** As flown; the great circle when left out. */
  distanceNm?: number;
}

/** `<flight-map>`, which the shell defines: a map of great circles, and the same as a list. */
export interface FlightMapElement extends HTMLElement {
  flights: readonly MapFlight[];
  /** RFC 3339: where it is day and where night. Null leaves that out. */
  at: string | null;
  /** How the person likes to read distances and times; the usual way when left out. */
  format: Format | undefined;
}

type Distances = Pick<Format, 'distance'>;
export const usualFormat = /* @__PURE__ */ formatFor(defaultPreferences);

interface Flown {
  departure: MapAirport;
  arrival: MapAirport;
  distanceNm: number;
  offBlockAt: string;
  onBlockAt: string;
}

/** A PIREP as the map takes it: its route, and the light halfway. */
export function mapOf({ departure, arrival, distanceNm, offBlockAt, onBlockAt }: Flown): { flights: MapFlight[]; at: string } {
  const halfway = (Date.parse(offBlockAt) + Date.parse(onBlockAt)) / 2;
  return { flights: [{ departure, arrival, distanceNm }], at: new Date(halfway).toISOString() };
}

/** `ENGM Oslo to ENBR Bergen, 175 nm` and, where it is more than one, how many flights. */
export function routeInWords({ departure, arrival, flights = 1, distanceNm }: MapFlight, { distance }: Distances = usualFormat): string {
  const far = distance(distanceNm ?? greatCircleNm(departure, arrival));
  const words = mapMessages.route(`${departure.icao} ${departure.name}`, `${arrival.icao} ${arrival.name}`, far);
  return flights > 1 ? `${words}, ${mapMessages.flights(flights)}` : words;
}

/** What the map is called: its one route, or how many there are. */
export function mapName(flights: readonly MapFlight[], format: Distances = usualFormat): string {
  const [only, ...more] = flights;
  return mapMessages.name(only && more.length === 0 ? routeInWords(only, format) : mapMessages.routes(flights.length));
}
