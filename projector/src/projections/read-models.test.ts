import type { DomainEvent, FlightReport } from '@jetbridge/schema/events';
import { AirlineRow, ApplicationRow, MemberRow, PirepRow, ranksOf, settingsOf, UserRow } from '@jetbridge/schema/storage';
import { aReport } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { type Happening, project } from '../testing/projection-spec.ts';

const airline = 'airline-1';
const inAirline = (stream: string, type: string, data: object): Happening => ({
  tenant: airline,
  stream,
  event: { type, data } as DomainEvent,
});
const onPlatform = (stream: string, type: string, data: object): Happening => ({
  tenant: 'platform',
  stream,
  event: { type, data } as DomainEvent,
});
const registered = onPlatform('user-u1', 'UserRegistered', { userId: 'u1', email: 'ada@example.org', displayName: 'Ada' });
const created = inAirline('airline', 'AirlineCreated', {
  airlineId: airline,
  code: 'NAX',
  name: 'Norse',
  iata: 'N0',
  joinPolicy: 'OPEN',
  ownReview: 'ADMIN',
});
const joined = (n: number, role = 'PILOT') =>
  inAirline('roster', 'MemberJoined', { memberId: `m${n}`, userId: `u${n}`, role, pilotNumber: n, joinedBy: 'OPEN' });
const filed = (n: number, report: Partial<FlightReport> = {}) =>
  inAirline(`pirep-p${n}`, 'PirepFiled', { pirepId: `p${n}`, memberId: 'm1', report: aReport(report) });
const accepted = (n: number, credit: object = {}) =>
  inAirline(`pirep-p${n}`, 'PirepAccepted', {
    pirepId: `p${n}`,
    memberId: 'm1',
    reviewerId: 'm2',
    credit: { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z', ...credit },
  });
const rejected = (n: number) =>
  inAirline(`pirep-p${n}`, 'PirepRejected', { pirepId: `p${n}`, memberId: 'm1', reviewerId: 'm2', reason: 'No fuel.' });
const reopened = (n: number, credit: object | null = {}) =>
  inAirline(`pirep-p${n}`, 'PirepReopened', {
    ...{ pirepId: `p${n}`, memberId: 'm1', reviewerId: 'm2', reason: 'A mistake.' },
    credit: credit && { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z', ...credit },
  });

describe.each([
  { name: 'delivered once', deliveries: 1, batch: 500 },
  { name: 'each batch delivered twice', deliveries: 2, batch: 500 },
  { name: 'each event delivered twice', deliveries: 2, batch: 1 },
])('read models, $name', (delivery) => {
  it('know a registered person, and a platform admin', async () => {
    await using test = await project([registered, onPlatform('user-u1', 'PlatformAdminGranted', { userId: 'u1' })], delivery);
    expect(await test.storage.em().findOne(UserRow, 'u1')).toMatchObject({
      displayName: 'Ada',
      email: 'ada@example.org',
      platformAdmin: true,
    });
  });

  it('follow an account: its name, its address, whether that is verified, and a deletion that was cancelled', async () => {
    const account = (type: string, data: object = {}) => onPlatform('user-u1', type, { userId: 'u1', ...data });
    await using fresh = await project([registered], delivery);
    expect(await fresh.storage.em().findOne(UserRow, 'u1')).toMatchObject({ emailVerified: false, deletionDueAt: null });
    const dueAt = '2026-01-09T00:00:00.000Z';
    await using test = await project(
      [registered, account('EmailVerified'), account('ProfileChanged', { displayName: 'Ada L.' }), account('DeletionRequested', { dueAt })],
      delivery,
    );
    const row = { displayName: 'Ada L.', email: 'ada@example.org', emailVerified: true };
    expect(await test.storage.em().findOne(UserRow, 'u1')).toMatchObject({ ...row, deletionDueAt: Date.parse(dueAt) });
    await using later = await project(
      [
        registered,
        account('DeletionRequested', { dueAt }),
        account('DeletionCancelled'),
        account('EmailChanged', { email: 'ada@new.example' }),
      ],
      delivery,
    );
    expect(await later.storage.em().findOne(UserRow, 'u1')).toMatchObject({
      email: 'ada@new.example',
      emailVerified: true,
      deletionDueAt: null,
    });
  });

  it('keep nothing personal of who was erased', async () => {
    const events = ['PlatformAdminGranted', 'EmailVerified', 'UserErased'].map((type) => onPlatform('user-u1', type, { userId: 'u1' }));
    await using test = await project([registered, ...events], delivery);
    expect(await test.storage.em().findOne(UserRow, 'u1')).toMatchObject({
      displayName: null,
      email: null,
      emailVerified: false,
      platformAdmin: false,
    });
  });

  it('know an airline and its members', async () => {
    await using test = await project([created, joined(1, 'ADMIN'), joined(2)], delivery);
    expect(await test.storage.em().findOne(AirlineRow, airline)).toMatchObject({ code: 'NAX', state: 'ACTIVE', joinPolicy: 'OPEN' });
    expect(await test.storage.em().find(MemberRow, {}, { orderBy: { pilotNumber: 'asc' } })).toMatchObject([
      { id: 'm1', airlineId: airline, role: 'ADMIN', pilotNumber: 1, minutes: 0, flights: 0 },
      { id: 'm2', role: 'PILOT', pilotNumber: 2 },
    ]);
  });

  it('follow an airline: its profile, settings, ranks and state', async () => {
    const settings = {
      autoAccept: 'RULES',
      landingRateLimitFpm: -600,
      autoAcceptNetworks: ['VATSIM', 'IVAO'],
      ownReview: 'NOBODY',
      distanceUnit: 'KM',
      weightUnit: 'LB',
    } as const;
    const ranks = [
      { name: 'Cadet', minimumHours: 0 },
      { name: 'Captain', minimumHours: 100 },
    ];
    const profile = { name: 'Norse Virtual', iata: null, brandColour: '#d81939', joinPolicy: 'APPLY' };
    const happened = (type: string, data: object = {}) => inAirline('airline', type, { airlineId: airline, ...data });
    const state = async (...events: Happening[]) => {
      await using test = await project([created, ...events], delivery);
      return test.storage.em().findOneOrFail(AirlineRow, airline);
    };
    const fresh = await state();
    expect(settingsOf(fresh)).toMatchObject({ autoAccept: 'OFF', landingRateLimitFpm: null, autoAcceptNetworks: [], ownReview: 'ADMIN' });
    expect(ranksOf(fresh)).toEqual([]);
    const changed = await state(
      happened('AirlineUpdated', profile),
      happened('AirlineSettingsChanged', { settings }),
      happened('RanksSet', { ranks }),
      happened('AirlineSuspended', { reason: 'Silent.' }),
    );
    expect(changed).toMatchObject({ ...profile, code: 'NAX', state: 'SUSPENDED' });
    expect([settingsOf(changed), ranksOf(changed)]).toEqual([settings, ranks]);
    expect((await state(happened('AirlineSuspended'), happened('AirlineReinstated'))).state).toBe('ACTIVE');
    expect((await state(happened('AirlineClosed'))).state).toBe('CLOSED');
  });

  it('keep who left with what was flown, and take them up where they were', async () => {
    const gone = inAirline('roster', 'MemberLeft', { memberId: 'm1', userId: 'u1' });
    const removed = inAirline('roster', 'MemberRemoved', { memberId: 'm2', userId: 'u2', reason: 'Away.' });
    const promoted = inAirline('roster', 'MemberRoleChanged', { memberId: 'm2', userId: 'u2', role: 'STAFF' });
    const before = [created, joined(1), joined(2), promoted, filed(1), accepted(1), gone, removed];
    await using test = await project(before, delivery);
    expect(await test.storage.em().findOne(MemberRow, 'm1')).toMatchObject({ minutes: 55, flights: 1, leftAt: expect.any(Number) });
    expect(await test.storage.em().findOne(MemberRow, 'm2')).toMatchObject({ role: 'STAFF', leftAt: expect.any(Number) });
    const renamed = inAirline('roster', 'MemberRenamed', { memberId: 'm1', userId: 'u1' });
    await using later = await project([...before, joined(1, 'ADMIN'), renamed], delivery);
    expect(await later.storage.em().findOne(MemberRow, 'm1')).toMatchObject({
      ...{ minutes: 55, flights: 1, distanceNm: 175.3, lastAirport: 'ENBR' },
      ...{ role: 'ADMIN', pilotNumber: 1, leftAt: null },
    });
  });

  it('know applications, and what was written only until there is an answer', async () => {
    const about = (n: number, type: string, data: object = {}) =>
      inAirline('roster', type, { applicationId: `a${n}`, userId: `u${n}`, ...data });
    const applied = [1, 2, 3, 4].map((n) => about(n, 'MemberApplied', { message: `It is me, ${n}.` }));
    const answers = [
      about(2, 'ApplicationDecided', { accepted: true, reason: null }),
      about(3, 'ApplicationDecided', { accepted: false, reason: 'Full.' }),
      about(4, 'ApplicationWithdrawn'),
    ];
    await using test = await project([created, ...applied, ...answers], delivery);
    const closed = { message: null, decidedAt: expect.any(Number) };
    expect(await test.storage.em().find(ApplicationRow, {}, { orderBy: { id: 'asc' } })).toMatchObject([
      { id: 'a1', airlineId: airline, userId: 'u1', state: 'OPEN', message: 'It is me, 1.', decidedAt: null },
      { id: 'a2', state: 'ACCEPTED', ...closed },
      { id: 'a3', state: 'DECLINED', reason: 'Full.', ...closed },
      { id: 'a4', state: 'WITHDRAWN', ...closed },
    ]);
  });

  it('show a filed PIREP as pending, with everything the pilot wrote', async () => {
    const told = {
      remarks: 'Smooth.',
      fuelUsedKg: 2_100,
      blockFuelKg: 4_000,
      fuelUnit: 'LB',
      landingRateFpm: -180,
      training: true,
    } as const;
    await using test = await project([created, joined(1), filed(1, told)], delivery);
    expect(await test.storage.em().findOne(PirepRow, 'p1')).toMatchObject({
      ...told,
      state: 'PENDING',
      memberId: 'm1',
      offBlockAt: Date.parse('2026-01-01T10:00:00Z'),
      reviewedAt: null,
    });
  });

  it('count accepted PIREPs into the pilot’s totals, and only those', async () => {
    await using test = await project([created, joined(1), filed(1), filed(2), filed(3), accepted(1), rejected(2)], delivery);
    expect(await test.storage.em().findOne(MemberRow, 'm1')).toMatchObject({
      minutes: 55,
      flights: 1,
      distanceNm: 175.3,
      lastAirport: 'ENBR',
    });
    expect(await test.storage.em().findOne(PirepRow, 'p1')).toMatchObject({ state: 'ACCEPTED', reviewerId: 'm2', reason: null });
    expect(await test.storage.em().findOne(PirepRow, 'p2')).toMatchObject({ state: 'REJECTED', reason: 'No fuel.' });
    expect(await test.storage.em().findOne(PirepRow, 'p3')).toMatchObject({ state: 'PENDING' });
  });

  it('take the last airport from the latest arrival, not from the latest review', async () => {
    const earlier = accepted(2, { arrival: 'ENVA', onBlockAt: '2025-12-31T10:00:00Z' });
    await using test = await project([created, joined(1), filed(1), filed(2), accepted(1), earlier], delivery);
    expect(await test.storage.em().findOne(MemberRow, 'm1')).toMatchObject({ flights: 2, distanceNm: 350.6, lastAirport: 'ENBR' });
  });

  it('take back what was credited, and go back to the latest arrival that still counts', async () => {
    const earlier = { arrival: 'ENVA', onBlockAt: '2025-12-31T10:00:00Z' };
    const happened = [created, joined(1), filed(1), filed(2, earlier), accepted(2, earlier), accepted(1), reopened(1)];
    await using test = await project(happened, delivery);
    const once = { minutes: 55, flights: 1, distanceNm: 175.3, lastAirport: 'ENVA', lastOnBlockAt: Date.parse(earlier.onBlockAt) };
    expect(await test.storage.em().findOne(MemberRow, 'm1')).toMatchObject(once);
    expect(await test.storage.em().findOne(PirepRow, 'p1')).toMatchObject({ state: 'PENDING', reviewerId: null, reviewedAt: null });
    await using none = await project([...happened, reopened(2, earlier), filed(3), rejected(3), reopened(3, null)], delivery);
    expect(await none.storage.em().findOne(MemberRow, 'm1')).toMatchObject({
      ...{ minutes: 0, flights: 0, distanceNm: 0 },
      ...{ lastAirport: null, lastOnBlockAt: null },
    });
  });

  it('say whose turn it is, and count comments', async () => {
    const about = (type: string, data: object) => inAirline('pirep-p1', type, { pirepId: 'p1', memberId: 'm1', ...data });
    const asked = about('PilotAsked', { reviewerId: 'm2', text: 'Which runway?' });
    const commented = about('PirepCommented', { authorId: 'm1', text: 'Nice.' });
    await using waiting = await project([created, joined(1), filed(1), asked, commented], delivery);
    expect(await waiting.storage.em().findOne(PirepRow, 'p1')).toMatchObject({
      state: 'AWAITING_PILOT',
      question: 'Which runway?',
      comments: 1,
    });
    for (const next of [about('StaffAnswered', { text: '17.' }), about('PirepAmended', { report: aReport({ blockMinutes: 60 }) })]) {
      await using test = await project([created, joined(1), filed(1), asked, commented, next, commented], delivery);
      expect(await test.storage.em().findOne(PirepRow, 'p1')).toMatchObject({ state: 'PENDING', question: null, comments: 2 });
    }
    await using gone = await project([created, joined(1), filed(1), asked, about('PirepWithdrawn', {})], delivery);
    expect(await gone.storage.em().findOne(PirepRow, 'p1')).toMatchObject({ state: 'WITHDRAWN', question: null });
  });
});
