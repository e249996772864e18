import type { AirlineEvent, AirlineSettings } from '@jetbridge/schema/events';
import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { airlineDecider, directoryDecider } from './airline.decider.ts';

const airline = specify(airlineDecider);
const airlineId = 'a1';
const create = { type: 'Create' as const, airlineId, code: 'NAX', name: ' Norse ', iata: 'N0', joinPolicy: 'INVITE' as const };
const data = { airlineId, code: 'NAX', name: 'Norse', iata: 'N0', joinPolicy: 'INVITE' as const, ownReview: 'ADMIN' as const };
const created: AirlineEvent = { type: 'AirlineCreated', data };
const profile = { airlineId, name: 'Norse', iata: 'N0', brandColour: null, joinPolicy: 'INVITE' as const };
const settings: AirlineSettings = {
  autoAccept: 'OFF',
  landingRateLimitFpm: null,
  autoAcceptNetworks: [],
  ownReview: 'ADMIN',
  distanceUnit: 'NM',
  weightUnit: 'KG',
};
const reason = 'Left unattended.';
const suspended: AirlineEvent = { type: 'AirlineSuspended', data: { airlineId, reason } };
const closed: AirlineEvent = { type: 'AirlineClosed', data: { airlineId, reason } };
const reinstated: AirlineEvent = { type: 'AirlineReinstated', data: { airlineId, reason } };

describe('creating an airline', () => {
  it('records its profile', () => airline.given().when(create).thenEvents(created));
  it('happens once', () => airline.given(created).when(create).thenRefused('CONFLICT'));
  it.each([
    ['code', { code: 'nax' }],
    ['code', { code: 'NORSE' }],
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(81) }],
    ['iata', { iata: 'NAX' }],
  ])('refuses a bad %s', (field, over) =>
    airline
      .given()
      .when({ ...create, ...over })
      .thenRefused('INVALID_INPUT', field),
  );
});

describe('changing an airline', () => {
  it('says the whole profile, with what was left out as it was', () =>
    airline
      .given(created)
      .when({ type: 'Update', profile: { name: ' Norse Virtual ', brandColour: '#D81939' } })
      .thenEvents({ type: 'AirlineUpdated', data: { ...profile, name: 'Norse Virtual', brandColour: '#d81939' } }));
  it('takes away what may be empty', () =>
    airline
      .given(created)
      .when({ type: 'Update', profile: { iata: null } })
      .thenEvents({ type: 'AirlineUpdated', data: { ...profile, iata: null } }));
  it('says the whole settings, networks once each and in one order', () =>
    airline
      .given(created)
      .when({
        type: 'Update',
        settings: { autoAccept: 'RULES', autoAcceptNetworks: ['IVAO', 'VATSIM', 'IVAO'], landingRateLimitFpm: -600 },
      })
      .thenEvents({
        type: 'AirlineSettingsChanged',
        data: {
          airlineId,
          settings: { ...settings, autoAccept: 'RULES', autoAcceptNetworks: ['VATSIM', 'IVAO'], landingRateLimitFpm: -600 },
        },
      }));
  it('says both when both change', () =>
    airline
      .given(created)
      .when({ type: 'Update', profile: { joinPolicy: 'OPEN' }, settings: { weightUnit: 'LB' } })
      .thenEvents(
        { type: 'AirlineUpdated', data: { ...profile, joinPolicy: 'OPEN' } },
        { type: 'AirlineSettingsChanged', data: { airlineId, settings: { ...settings, weightUnit: 'LB' } } },
      ));
  it('is silent when nothing changes', () =>
    airline
      .given(created)
      .when({ type: 'Update', profile: { name: 'Norse', iata: 'N0' }, settings: { ownReview: 'ADMIN' } })
      .thenEvents());
  it.each([
    ['name', { profile: { name: '' } }],
    ['iata', { profile: { iata: 'x' } }],
    ['brandColour', { profile: { brandColour: 'red' } }],
    ['settings.landingRateLimitFpm', { settings: { landingRateLimitFpm: 600 } }],
    ['settings.landingRateLimitFpm', { settings: { landingRateLimitFpm: -9_999 } }],
    ['settings.landingRateLimitFpm', { settings: { landingRateLimitFpm: -0.5 } }],
  ])('refuses a bad %s', (field, command) =>
    airline
      .given(created)
      .when({ type: 'Update', ...command })
      .thenRefused('INVALID_INPUT', field),
  );
  it('is refused where there is none', () => airline.given().when({ type: 'Update' }).thenRefused('NOT_FOUND', 'airlineId'));
});

describe('ranks', () => {
  const ranks = [
    { name: 'Cadet', minimumHours: 0 },
    { name: 'Captain', minimumHours: 500 },
  ];
  const set: AirlineEvent = { type: 'RanksSet', data: { airlineId, ranks } };
  it('are kept fewest hours first', () => airline.given(created).when({ type: 'SetRanks', ranks: ranks.toReversed() }).thenEvents(set));
  it('are no news when they are the same', () => airline.given(created, set).when({ type: 'SetRanks', ranks }).thenEvents());
  it('may be none', () =>
    airline
      .given(created, set)
      .when({ type: 'SetRanks', ranks: [] })
      .thenEvents({ type: 'RanksSet', data: { airlineId, ranks: [] } }));
  it.each([
    ['ranks.0.name', [{ name: ' ', minimumHours: 0 }]],
    ['ranks.0.name', [{ name: 'x'.repeat(41), minimumHours: 0 }]],
    ['ranks.0.minimumHours', [{ name: 'Cadet', minimumHours: -1 }]],
    ['ranks.0.minimumHours', [{ name: 'Cadet', minimumHours: 1_000_000 }]],
    ['ranks.1.name', [ranks[0]!, { name: 'CADET', minimumHours: 5 }]],
    ['ranks.1.minimumHours', [ranks[0]!, { name: 'Second', minimumHours: 0 }]],
    ['ranks', Array.from({ length: 51 }, (_, index) => ({ name: `Rank ${index}`, minimumHours: index }))],
  ])('refuses %s that cannot be', (field, wrong) =>
    airline.given(created).when({ type: 'SetRanks', ranks: wrong }).thenRefused('INVALID_INPUT', field),
  );
});

describe('the state of an airline', () => {
  it('goes from active to suspended and back', () => {
    airline
      .given(created)
      .when({ type: 'Suspend', reason: ` ${reason} ` })
      .thenEvents(suspended);
    airline.given(created, suspended).when({ type: 'Reinstate', reason }).thenEvents(reinstated);
    airline.given(created, suspended, reinstated).when({ type: 'Suspend', reason }).thenEvents(suspended);
  });
  it('ends with closing, which can be taken back', () => {
    airline.given(created).when({ type: 'Close', reason, code: 'NAX' }).thenEvents(closed);
    airline.given(created, suspended).when({ type: 'Close', reason, code: ' nax ' }).thenEvents(closed);
    airline.given(created, closed).when({ type: 'Reinstate', reason }).thenEvents(reinstated);
  });
  it('closing asks for the code, so that nobody closes the wrong one', () => {
    airline.given(created).when({ type: 'Close', reason, code: 'NDL' }).thenRefused('INVALID_INPUT', 'code');
    airline.given(created).when({ type: 'Close', reason, code: '' }).thenRefused('INVALID_INPUT', 'code');
  });
  it('does not change to what it is', () => {
    airline.given(created).when({ type: 'Reinstate', reason }).thenRefused('CONFLICT');
    airline.given(created, suspended).when({ type: 'Suspend', reason }).thenRefused('CONFLICT');
    airline.given(created, closed).when({ type: 'Suspend', reason }).thenRefused('CONFLICT');
    airline.given(created, closed).when({ type: 'Close', reason, code: 'NAX' }).thenRefused('CONFLICT');
  });
  it.each(['', ' ', 'x'.repeat(501)])('wants a reason that says something: %j', (bad) => {
    airline.given(created).when({ type: 'Suspend', reason: bad }).thenRefused('INVALID_INPUT', 'reason');
    airline.given(created, suspended).when({ type: 'Reinstate', reason: bad }).thenRefused('INVALID_INPUT', 'reason');
    airline.given(created).when({ type: 'Close', reason: bad, code: 'NAX' }).thenRefused('INVALID_INPUT', 'reason');
  });
});

describe('the directory', () => {
  const directory = specify(directoryDecider);
  const listed = { type: 'AirlineListed' as const, data: { airlineId: 'a1', code: 'NAX' } };
  it('gives a free code', () => directory.given().when({ airlineId: 'a1', code: 'NAX' }).thenEvents(listed));
  it('refuses one that is taken', () => directory.given(listed).when({ airlineId: 'a2', code: 'NAX' }).thenRefused('CONFLICT', 'code'));
});
