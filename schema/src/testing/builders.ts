import type { FlightReport } from '../events/pirep.events.ts';
import type { FilePirepInput } from '../operations/generated.ts';

/** A flight every rule accepts, at any time after 2026-01-02. */
export function aFlight(over: Partial<FilePirepInput> = {}): FilePirepInput {
  return {
    airlineId: 'airline-1',
    flightNumber: '417',
    departure: 'ENGM',
    arrival: 'ENBR',
    offBlockAt: '2026-01-01T10:00:00Z',
    onBlockAt: '2026-01-01T10:55:00Z',
    aircraftType: 'B738',
    ...over,
  };
}

const dayMs = 24 * 60 * 60_000;
const flightNumbers = 9_999;

/** The n-th of many by one pilot, no two of them the same: numbered through, and a day earlier each time the numbers are used up. */
export function aNumberedFlight(n: number, over: Partial<FilePirepInput> = {}): FilePirepInput {
  const flight = aFlight({ flightNumber: String((n % flightNumbers) + 1) });
  const earlier = (time: string) => new Date(Date.parse(time) - Math.floor(n / flightNumbers) * dayMs).toISOString();
  return { ...flight, offBlockAt: earlier(flight.offBlockAt), onBlockAt: earlier(flight.onBlockAt), ...over };
}

/** The report that flight becomes. */
export function aReport(over: Partial<FlightReport> = {}): FlightReport {
  return {
    flightNumber: '417',
    departure: 'ENGM',
    arrival: 'ENBR',
    alternate: null,
    offBlockAt: '2026-01-01T10:00:00Z',
    onBlockAt: '2026-01-01T10:55:00Z',
    blockMinutes: 55,
    flightMinutes: 55,
    aircraftType: 'B738',
    registration: null,
    distanceNm: 175.3,
    distanceOverridden: false,
    blockFuelKg: null,
    fuelUsedKg: null,
    fuelUnit: null,
    landingRateFpm: null,
    cruiseLevel: null,
    network: 'OFFLINE',
    route: null,
    remarks: null,
    training: false,
    ...over,
  };
}
