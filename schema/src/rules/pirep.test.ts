import { describe, expect, it } from 'vitest';
import type { FilePirepInput } from '../operations/generated.ts';
import { aFlight } from '../testing/builders.ts';
import { checkFilePirep, kilograms } from './pirep.ts';

const now = Date.parse('2026-01-02T00:00:00Z');
const fields = (over: Partial<FilePirepInput>) => checkFilePirep(aFlight(over), now).map(({ field }) => field);

describe('a PIREP', () => {
  it('passes when everything fits', () => {
    expect(fields({})).toEqual([]);
    expect(
      fields({ flightNumber: '82A', fuelUsed: { value: 2.2, unit: 'LB' }, blockFuel: { value: 1, unit: 'KG' }, landingRateFpm: -180 }),
    ).toEqual([]);
  });

  it.each<[string, Partial<FilePirepInput>]>([
    ['flightNumber', { flightNumber: '' }],
    ['flightNumber', { flightNumber: '12345' }],
    ['flightNumber', { flightNumber: 'NAX417' }],
    ['departure', { departure: 'engm' }],
    ['arrival', { arrival: 'X' }],
    ['arrival', { arrival: 'ENGM' }],
    ['alternate', { alternate: '?' }],
    ['onBlockAt', { onBlockAt: '2026-01-01T09:00:00Z' }],
    ['onBlockAt', { onBlockAt: '2026-01-01T10:00:00Z' }],
    ['onBlockAt', { offBlockAt: '2025-12-31T10:00:00Z', onBlockAt: '2026-01-01T10:01:00Z' }],
    ['onBlockAt', { onBlockAt: '2026-01-02T00:06:00Z' }],
    ['offBlockAt', { offBlockAt: '' }],
    ['flightMinutes', { flightMinutes: 56 }],
    ['flightMinutes', { flightMinutes: 0 }],
    ['aircraftType', { aircraftType: '737' }],
    ['registration', { registration: 'LN NGA' }],
    ['distanceNm', { distanceNm: -1 }],
    ['distanceNm', { distanceNm: Number.NaN }],
    ['fuelUsed', { fuelUsed: { value: 11, unit: 'KG' }, blockFuel: { value: 10, unit: 'KG' } }],
    ['blockFuel', { blockFuel: { value: -1, unit: 'KG' } }],
    ['landingRateFpm', { landingRateFpm: 180 }],
    ['cruiseLevel', { cruiseLevel: 700 }],
    ['remarks', { remarks: 'x'.repeat(2_001) }],
    ['route', { route: 'x'.repeat(1_001) }],
  ])('is refused at %s for %j', (field, over) => expect(fields(over)).toEqual([field]));

  it('may end where it began when it is training', () => expect(fields({ arrival: 'ENGM', training: true })).toEqual([]));
  it('may last 24 hours', () => expect(fields({ offBlockAt: '2025-12-31T10:00:00Z', onBlockAt: '2026-01-01T10:00:00Z' })).toEqual([]));
  it('may be five minutes ahead of our clock', () => {
    expect(fields({ offBlockAt: '2026-01-01T23:30:00Z', onBlockAt: '2026-01-02T00:05:00Z' })).toEqual([]);
  });
  it('compares fuel across units', () => {
    expect(fields({ fuelUsed: { value: 23, unit: 'LB' }, blockFuel: { value: 10, unit: 'KG' } })).toEqual(['fuelUsed']);
    expect(kilograms({ value: 100, unit: 'LB' })).toBe(45.4);
  });
});
