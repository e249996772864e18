import { expect, it } from 'vitest';
import type { PirepDetailFieldsFragment } from './operations/generated.ts';
import { amendDraft, amendInput, checkPirepDraft, derivePirep, emptyPirepDraft, minutesOf, pirepInput } from './pirep-draft.ts';

const now = Date.parse('2026-01-02T12:00:00Z');
const draft = {
  ...emptyPirepDraft('KG', now),
  date: '2026-01-01',
  flightNumber: '417',
  departure: 'engm',
  arrival: 'enbr',
  offBlock: '10:00',
  onBlock: '1055',
  aircraftType: 'b738',
};

it('reads what people type: lower case, times without a colon, FL, decimal commas', () => {
  expect(pirepInput({ ...draft, cruiseLevel: 'FL350', distanceNm: '180,5', flightTime: '0:45' }, 'a')).toMatchObject({
    departure: 'ENGM',
    offBlockAt: '2026-01-01T10:00:00.000Z',
    onBlockAt: '2026-01-01T10:55:00.000Z',
    cruiseLevel: 350,
    distanceNm: 180.5,
    flightMinutes: 45,
  });
  expect(checkPirepDraft(draft, now)).toEqual([]);
});

it('takes an on-block before off-block for the next day', () => {
  const overnight = { ...draft, offBlock: '23:30', onBlock: '01:00' };
  expect(derivePirep(overnight, null, null)).toMatchObject({ blockMinutes: 90, arrivesNextDay: true });
});

it('computes the distance, and says when the pilot replaced it', () => {
  const [engm, enbr] = [
    { latitude: 60.1939, longitude: 11.1004 },
    { latitude: 60.2934, longitude: 5.21814 },
  ];
  expect(derivePirep(draft, engm, enbr)).toMatchObject({ greatCircleNm: 175.3, distanceOverridden: false });
  expect(derivePirep({ ...draft, distanceNm: '190' }, engm, enbr)).toMatchObject({ distanceOverridden: true });
});

it('names each field that is not there yet, and loses nothing that is', () => {
  const fields = checkPirepDraft({ ...emptyPirepDraft('KG', now), landingRateFpm: 'soft' }, now).map(({ field }) => field);
  expect(fields).toEqual(expect.arrayContaining(['flightNumber', 'departure', 'arrival', 'offBlockAt', 'aircraftType', 'landingRateFpm']));
});

it('reads durations', () => {
  expect([minutesOf('1:23'), minutesOf('83'), minutesOf('soon')]).toEqual([83, 83, Number.NaN]);
});

it('fills the form from a PIREP so that, sent as it is, it says the same', () => {
  const place = (icao: string) => ({ icao, name: icao, city: null, latitude: 60, longitude: 11, timezone: 'Europe/Oslo' });
  const pirep: PirepDetailFieldsFragment = {
    id: 'p1',
    airline: { id: 'nax', code: 'NAX' },
    pilot: { id: 'm1', callsign: 'NAX0001', user: { id: 'ada', displayName: 'Ada' } },
    filedAt: '2026-01-02T01:05:00.000Z',
    reviewedAt: null,
    reviewer: null,
    reason: null,
    question: null,
    automatic: false,
    state: 'PENDING',
    flightNumber: '417',
    offBlockAt: '2026-01-01T23:30:00.000Z',
    onBlockAt: '2026-01-02T01:00:00.000Z',
    blockMinutes: 90,
    flightMinutes: 80,
    distanceNm: 200.5,
    distanceOverridden: true,
    aircraftType: 'B738',
    registration: null,
    landingRateFpm: -180,
    network: 'VATSIM',
    departure: place('ENGM'),
    arrival: place('ENBR'),
    alternate: place('ENVA'),
    blockFuelKg: 4082.3,
    fuelUsedKg: 2268.1,
    fuelUnit: 'LB',
    cruiseLevel: 350,
    route: 'DCT',
    remarks: null,
    training: true,
  };
  const filled = amendDraft(pirep);
  expect(filled).toMatchObject({ blockFuel: '9000', fuelUsed: '5000.3', fuelUnit: 'LB', distanceNm: '200.5', flightTime: '1:20' });
  expect(amendInput(filled, pirep)).toMatchObject({
    pirepId: 'p1',
    offBlockAt: pirep.offBlockAt,
    onBlockAt: pirep.onBlockAt,
    flightMinutes: 80,
    distanceNm: 200.5,
    alternate: 'ENVA',
    landingRateFpm: -180,
    network: 'VATSIM',
    training: true,
  });
  const computed = amendDraft({ ...pirep, distanceOverridden: false, flightMinutes: 90, fuelUnit: 'KG' });
  expect(computed).toMatchObject({ distanceNm: '', flightTime: '', blockFuel: '4082.3' });
});
