import type { Columns } from './reading.ts';

/** Tables of phpVMS 7, and of phpVMS 5 and before, by what their columns are called in either. */
export const pilotColumns = {
  id: ['id', 'pilotid', 'user_id'],
  number: ['pilot_id', 'pilotid', 'pilot_number'],
  name: ['name'],
  firstName: ['firstname', 'first_name'],
  lastName: ['lastname', 'last_name'],
  email: ['email', 'e-mail'],
  state: ['state'],
  confirmed: ['confirmed'],
  createdAt: ['created_at', 'joindate'],
  deletedAt: ['deleted_at'],
} satisfies Columns<string>;

export const pirepColumns = {
  id: ['id', 'pirepid', 'pirep_id'],
  pilot: ['user_id', 'pilotid'],
  flightNumber: ['flight_number', 'flightnum'],
  flightType: ['flight_type', 'flighttype'],
  departure: ['dpt_airport_id', 'depicao', 'departure'],
  arrival: ['arr_airport_id', 'arricao', 'arrival'],
  alternate: ['alt_airport_id', 'alternate'],
  aircraft: ['aircraft_id', 'aircraft'],
  aircraftType: ['aircraft_icao', 'aircraft_type', 'icao'],
  registration: ['aircraft_registration', 'registration'],
  offBlock: ['block_off_time', 'off_block_at'],
  onBlock: ['block_on_time', 'on_block_at'],
  /** Minutes. */
  flightTime: ['flight_time'],
  /** Hours and minutes, as 2.30. */
  flightHours: ['flighttime'],
  distance: ['distance'],
  blockFuel: ['block_fuel'],
  fuelUsed: ['fuel_used', 'fuelused'],
  landingRate: ['landing_rate', 'landingrate'],
  level: ['level', 'cruise_level'],
  network: ['network'],
  route: ['route'],
  notes: ['notes', 'remarks'],
  state: ['state'],
  accepted: ['accepted'],
  submittedAt: ['submitted_at', 'submitdate'],
  createdAt: ['created_at'],
  deletedAt: ['deleted_at'],
} satisfies Columns<string>;

export const aircraftColumns = {
  id: ['id'],
  type: ['icao', 'aircraft_type'],
  registration: ['registration'],
} satisfies Columns<string>;

export const rankColumns = {
  name: ['name', 'rank'],
  hours: ['hours', 'minhours', 'minimum_hours'],
  deletedAt: ['deleted_at'],
} satisfies Columns<string>;

export type PilotCells = Readonly<Record<keyof typeof pilotColumns, string>>;
export type PirepCells = Readonly<Record<keyof typeof pirepColumns, string>>;
export type RankCells = Readonly<Record<keyof typeof rankColumns, string>>;
export type Table = 'pilots' | 'pireps' | 'aircraft' | 'ranks';

/** What each table cannot do without; the first that fits is it. */
const marks: [Table, Columns<string>, string[]][] = [
  ['pireps', pirepColumns, ['id', 'pilot', 'flightNumber', 'departure', 'arrival']],
  ['pilots', pilotColumns, ['id', 'email']],
  ['aircraft', aircraftColumns, ['id', 'type', 'registration']],
  ['ranks', rankColumns, ['name', 'hours']],
];

/** Which table a file with this header is; undefined for none of those that are read. */
export function tableWith(header: readonly string[]): Table | undefined {
  return marks.find(([, columns, needed]) => needed.every((field) => columns[field]!.some((name) => header.includes(name))))?.[0];
}
