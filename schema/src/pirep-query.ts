import { flightNetworks, pirepSorts, pirepStates } from './enums.ts';
import type { FlightNetwork, PirepFilter, PirepSort, PirepState } from './operations/generated.ts';
import { to } from './remote/routes.ts';
import { aircraftTypePattern, airportPattern } from './rules/pirep.ts';

/** What the list of PIREPs shows, as its address says it: a view can be sent to somebody. */
export interface PirepView {
  state: PirepState | null;
  text: string;
  /** ICAO code of either end. */
  airport: string;
  /** ICAO type designator. */
  aircraft: string;
  network: FlightNetwork | null;
  /** Days of off-block in UTC, both included: `2026-11-22`. */
  from: string;
  to: string;
  /** Only the viewer’s own. */
  mine: boolean;
  sort: PirepSort | null;
}

export const wholePirepList: PirepView = {
  state: null,
  text: '',
  airport: '',
  aircraft: '',
  network: null,
  from: '',
  to: '',
  mine: false,
  sort: null,
};

const dayMs = 24 * 60 * 60_000;
const longestText = 100;

/** What makes no sense in the address is not there. */
export function readPirepView(search: string): PirepView {
  const said = new URLSearchParams(search);
  const one = <T extends string>(name: string, values: readonly T[]) => values.find((value) => value === said.get(name)) ?? null;
  const day = (name: string) => (isDay(said.get(name) ?? '') ? said.get(name)! : '');
  return {
    state: one('state', pirepStates),
    text: (said.get('text') ?? '').trim().slice(0, longestText),
    airport: codeOf(said.get('airport'), airportPattern),
    aircraft: codeOf(said.get('aircraft'), aircraftTypePattern),
    network: one('network', flightNetworks),
    from: day('from'),
    to: day('to'),
    mine: said.get('pilot') === 'mine',
    sort: one('sort', pirepSorts),
  };
}

/** The address of the list that shows this, as far as it makes sense; in one order, so that equal views have equal addresses. */
export function pirepsPath(code: string, view: PirepView): string {
  const said = new URLSearchParams();
  const { state, text, network, from, to: until, sort } = view;
  const airport = codeOf(view.airport, airportPattern);
  const aircraft = codeOf(view.aircraft, aircraftTypePattern);
  const values = { state, text, airport, aircraft, network, from, to: until, pilot: view.mine ? 'mine' : '', sort };
  for (const [name, value] of Object.entries(values)) if (value) said.set(name, value);
  return `${to.pireps(code)}${said.size > 0 ? `?${said}` : ''}`;
}

/** What is asked of the API. @param memberId of the viewer; null for who is no member, whose own flights there are none of */
export function pirepFilterOf(query: PirepView, memberId: string | null): PirepFilter | null {
  const filter: PirepFilter = {
    ...(query.state && { states: [query.state] }),
    ...(query.text && { text: query.text }),
    ...(query.airport && { airport: query.airport }),
    ...(query.aircraft && { aircraftType: query.aircraft }),
    ...(query.network && { network: query.network }),
    ...(query.from && { from: `${query.from}T00:00:00.000Z` }),
    ...(query.to && { to: new Date(Date.parse(query.to) + dayMs).toISOString() }),
    ...(query.mine && memberId && { pilotId: memberId }),
  };
  return Object.keys(filter).length > 0 ? filter : null;
}

/** The first page of the list, as every front end asks for it. */
export function pirepsVariables(code: string, view: PirepView, memberId: string | null) {
  return { code, first: 25, filter: pirepFilterOf(view, memberId), sort: view.sort };
}

/** How many filters are set besides the state, which has its own place on the page. */
export function countFilters({ state: _state, sort: _sort, ...filters }: PirepView): number {
  return Object.values(filters).filter(Boolean).length;
}

/** The same list as a file: the export takes the filters under the names the API has for them. */
export function pirepsCsvPath(code: string, query: PirepView, memberId: string | null): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...pirepFilterOf(query, memberId), sort: query.sort }))
    if (value) said.set(name, [value].flat().join(','));
  return `/export/${code}/pireps.csv${said.size > 0 ? `?${said}` : ''}`;
}

/** Which way a column is sorted, for `aria-sort`. */
export function sortedBy(sort: PirepSort | null, column: PirepColumn): 'ascending' | 'descending' | undefined {
  if (!sort?.startsWith(column)) return undefined;
  return sort.endsWith('_ASC') ? 'ascending' : 'descending';
}

/** What a press on a column asks for: the most first, then the least, then the usual order again. */
export function nextSort(sort: PirepSort | null, column: PirepColumn): PirepSort | null {
  if (sort === `${column}_DESC`) return `${column}_ASC`;
  return sort === `${column}_ASC` ? null : `${column}_DESC`;
}

export type PirepColumn = 'OFF_BLOCK' | 'BLOCK_TIME' | 'DISTANCE';

function codeOf(text: string | null, pattern: RegExp): string {
  const code = (text ?? '').trim().toUpperCase();
  return pattern.test(code) ? code : '';
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
