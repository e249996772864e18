import { Rejected } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import { flightOf } from './flights.ts';
import { type PirepCells, pirepColumns } from './phpvms-columns.ts';

const now = Date.parse('2026-01-01T00:00:00Z');
const fleet = new Map([['7', { type: 'b738', registration: 'ln-nga' }]]);
const none = Object.fromEntries(Object.keys(pirepColumns).map((field) => [field, ''])) as PirepCells;
const flown: PirepCells = {
  ...none,
  ...{ id: 'a', pilot: '1', flightNumber: 'NAX 417', departure: 'engm', arrival: 'ENBR', aircraft: '7', state: '2' },
  ...{ offBlock: '2025-06-01 10:00:00', onBlock: '2025-06-01 10:55:00', flightTime: '45', submittedAt: '2025-06-01 11:10:00' },
};
const flight = (over: Partial<PirepCells> = {}) => flightOf({ ...flown, ...over }, fleet, 'LB', now);

/** A pilot of phpVMS 5 filed it: no block times, hours and minutes with a point. */
const earlier: Partial<PirepCells> = { offBlock: '', onBlock: '', flightTime: '', flightHours: '2.3', state: '', accepted: '1' };

function refusedAt(over: Partial<PirepCells>): string | undefined {
  try {
    flight(over);
  } catch (error) {
    if (error instanceof Rejected) return error.field;
    throw error;
  }
  return undefined;
}

describe('a flight of phpVMS', () => {
  it('is one of ours, filed when it was', () => {
    expect(flight()).toMatchObject({
      verdict: 'ACCEPTED',
      filedAt: Date.parse('2025-06-01T11:10:00Z'),
      input: {
        ...{ flightNumber: '417', departure: 'ENGM', arrival: 'ENBR', alternate: null, aircraftType: 'B738', registration: 'LN-NGA' },
        ...{ offBlockAt: '2025-06-01T10:00:00.000Z', onBlockAt: '2025-06-01T10:55:00.000Z', flightMinutes: 45 },
        ...{ distanceNm: null, blockFuel: null, fuelUsed: null, landingRateFpm: null, cruiseLevel: null, network: 'OFFLINE' },
        ...{ route: null, remarks: null, training: false },
      },
    });
  });

  it('keeps its figures, in the units they are in there', () => {
    const figures = {
      distance: '175.34',
      blockFuel: '6000.00',
      fuelUsed: '4000',
      landingRate: '-183.6',
      level: '36000',
      network: 'vatsim',
    };
    expect(flight({ ...figures, flightType: 'K' }).input).toMatchObject({
      ...{ distanceNm: 175.3, blockFuel: { value: 6000, unit: 'LB' }, fuelUsed: { value: 4000, unit: 'LB' }, landingRateFpm: -184 },
      ...{ cruiseLevel: 360, network: 'VATSIM', training: true },
    });
    expect(flight({ level: '360' }).input.cruiseLevel).toBe(360);
    expect(flightOf({ ...flown, fuelUsed: '10' }, fleet, 'KG', now).input.fuelUsed).toEqual({ value: 10, unit: 'KG' });
  });

  it('counts zeros, and what databases write for nothing, as not known', () => {
    const zeros = { distance: '0.00', blockFuel: '0', fuelUsed: '0', landingRate: '0', level: '0', submittedAt: '0000-00-00 00:00:00' };
    expect(flight(zeros)).toMatchObject({
      input: { distanceNm: null, blockFuel: null, fuelUsed: null, landingRateFpm: null, cruiseLevel: null },
      filedAt: Date.parse('2025-06-01T10:55:00Z'),
    });
  });

  it('of phpVMS 5 ended when it was filed', () => {
    expect(flight(earlier)).toMatchObject({
      verdict: 'ACCEPTED',
      input: { offBlockAt: '2025-06-01T08:40:00.000Z', onBlockAt: '2025-06-01T11:10:00.000Z', flightMinutes: 150 },
    });
    expect(flight({ ...earlier, flightHours: '2:05' }).input.flightMinutes).toBe(125);
    expect(flight({ ...earlier, accepted: '0' }).verdict).toBe('PENDING');
  });

  it('finds the other block time where one is known', () => {
    expect(flight({ onBlock: '' }).input.onBlockAt).toBe('2025-06-01T10:45:00.000Z');
    expect(flight({ offBlock: '' }).input.offBlockAt).toBe('2025-06-01T10:10:00.000Z');
  });

  it('may be a minute longer than its block time, which is rounding', () => {
    expect(flight({ flightTime: '56' }).input.flightMinutes).toBe(55);
    expect(flight({ flightTime: '57' }).input.flightMinutes).toBe(57);
  });

  it('was not filed before it ended, nor in the future', () => {
    expect(flight({ submittedAt: '2025-06-01 09:00:00' }).filedAt).toBe(Date.parse('2025-06-01T10:55:00Z'));
    expect(flight({ submittedAt: '2027-01-01 00:00:00' }).filedAt).toBe(now);
  });

  it.each([
    ['1', 'PENDING'],
    ['2', 'ACCEPTED'],
    ['6', 'REJECTED'],
    ['-1', 'REJECTED'],
  ])('in state %s is %s', (state, verdict) => expect(flight({ state }).verdict).toBe(verdict));

  it.each<[string, Partial<PirepCells>]>([
    ['state', { state: '0' }],
    ['state', { state: '3' }],
    ['state', { state: 'x' }],
    ['state', { deletedAt: '2025-07-01 00:00:00' }],
    ['aircraftType', { aircraft: '8' }],
    ['aircraftType', { aircraft: '' }],
    ['offBlockAt', { offBlock: 'yesterday' }],
    ['offBlockAt', { offBlock: '', onBlock: '', flightTime: '' }],
    ['flightMinutes', { ...earlier, flightHours: '2.75' }],
    ['distanceNm', { distance: 'far' }],
    ['landingRateFpm', { landingRate: '1,5' }],
  ])('is refused at %s for %j', (field, over) => expect(refusedAt(over)).toBe(field));
});
