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
