import { aFlight, aReport, specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { type PirepCommand, pirepDecider } from './pirep.decider.ts';

const now = Date.parse('2026-01-02T00:00:00Z');
const airports = new Map([
  ['ENGM', { latitude: 60.1939, longitude: 11.1004 }],
  ['ENBR', { latitude: 60.2934, longitude: 5.21814 }],
]);
const file = (over = {}): PirepCommand => ({ type: 'File', pirepId: 'p1', memberId: 'm1', input: aFlight(over), airports, now });
const credit = { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z' };
const filed = { type: 'PirepFiled' as const, data: { pirepId: 'p1', memberId: 'm1', report: aReport() } };
const accepted = { type: 'PirepAccepted' as const, data: { pirepId: 'p1', memberId: 'm1', reviewerId: 'm2', credit } };
const rejected = { type: 'PirepRejected' as const, data: { pirepId: 'p1', memberId: 'm1', reviewerId: 'm2', reason: 'No fuel figures.' } };
const staff = { reviewer: { memberId: 'm2', role: 'STAFF' as const }, ownReview: 'ADMIN' as const };
const pirep = specify(pirepDecider);

describe('filing a PIREP', () => {
  it('records the flight with its block time and great-circle distance', () => pirep.given().when(file()).thenEvents(filed));
  it('keeps the distance the pilot gave, and flags it', () =>
    pirep
      .given()
      .when(file({ distanceNm: 190 }))
      .thenFirst('PirepFiled', { report: aReport({ distanceNm: 190, distanceOverridden: true }) }));
  it('keeps fuel in kilograms with the unit it was entered in', () =>
    pirep
      .given()
      .when(file({ fuelUsed: { value: 1_000, unit: 'LB' } }))
      .thenFirst('PirepFiled', { report: aReport({ fuelUsedKg: 453.6, fuelUnit: 'LB' }) }));
  it('refuses an airport that is not in the list', () =>
    pirep
      .given()
      .when(file({ arrival: 'XXXX' }))
      .thenRefused('INVALID_INPUT', 'arrival'));
  it('refuses what breaks a rule of the form', () =>
    pirep
      .given()
      .when(file({ onBlockAt: '2026-01-01T09:00:00Z' }))
      .thenRefused('INVALID_INPUT', 'onBlockAt'));
});

describe('reviewing a PIREP', () => {
  it('accepts, crediting what the pilot flew', () =>
    pirep
      .given(filed)
      .when({ type: 'Accept', ...staff })
      .thenEvents(accepted));
  it('rejects with a reason', () =>
    pirep
      .given(filed)
      .when({ type: 'Reject', ...staff, reason: ' No fuel figures. ' })
      .thenEvents(rejected));
  it('refuses to reject without one', () =>
    pirep
      .given(filed)
      .when({ type: 'Reject', ...staff, reason: '  ' })
      .thenRefused('INVALID_INPUT', 'reason'));
  it('refuses what does not exist', () =>
    pirep
      .given()
      .when({ type: 'Accept', ...staff })
      .thenRefused('NOT_FOUND', 'pirepId'));
  it.each([
    ['accepted', accepted],
    ['rejected', rejected],
  ] as const)('refuses one that is %s already', (_, event) =>
    pirep
      .given(filed, event)
      .when({ type: 'Accept', ...staff })
      .thenRefused('CONFLICT'),
  );
  it('lets an admin, and nobody else, review their own', () => {
    const own = (role: 'ADMIN' | 'STAFF') => ({ type: 'Accept' as const, reviewer: { memberId: 'm1', role }, ownReview: 'ADMIN' as const });
    pirep.given(filed).when(own('STAFF')).thenRefused('FORBIDDEN');
    pirep.given(filed).when(own('ADMIN')).thenFirst('PirepAccepted', { reviewerId: 'm1' });
    pirep
      .given(filed)
      .when({ ...own('ADMIN'), ownReview: 'NOBODY' })
      .thenRefused('FORBIDDEN');
    pirep
      .given(filed)
      .when({ ...own('STAFF'), ownReview: 'ANY' })
      .thenFirst('PirepAccepted', { reviewerId: 'm1' });
  });
});
