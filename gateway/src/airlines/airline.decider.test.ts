import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { airlineDecider, directoryDecider } from './airline.decider.ts';

const create = { airlineId: 'a1', code: 'NAX', name: ' Norse ', iata: 'N0', joinPolicy: 'INVITE' as const };
const data = { ...create, name: 'Norse', ownReview: 'ADMIN' as const };

describe('creating an airline', () => {
  const airline = specify(airlineDecider);
  it('records its profile', () => airline.given().when(create).thenEvents({ type: 'AirlineCreated', data }));
  it('happens once', () => airline.given({ type: 'AirlineCreated', data }).when(create).thenRefused('CONFLICT'));
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

describe('the directory', () => {
  const directory = specify(directoryDecider);
  const listed = { type: 'AirlineListed' as const, data: { airlineId: 'a1', code: 'NAX' } };
  it('gives a free code', () => directory.given().when({ airlineId: 'a1', code: 'NAX' }).thenEvents(listed));
  it('refuses one that is taken', () => directory.given(listed).when({ airlineId: 'a2', code: 'NAX' }).thenRefused('CONFLICT', 'code'));
});
