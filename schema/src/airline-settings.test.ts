import { expect, it } from 'vitest';
import {
  airlineProfileFacts,
  checkCloseAirline,
  colourPicked,
  colourTyped,
  reviewDraft,
  reviewFacts,
  standstillReason,
} from './airline-settings.ts';
import { checkAirlineSettings } from './rules/airline.ts';

const review = reviewDraft({
  autoAccept: 'RULES',
  landingRateLimitFpm: -300,
  autoAcceptNetworks: ['IVAO', 'VATSIM'],
  ownReview: 'ADMIN',
  distanceUnit: 'NM',
  weightUnit: 'KG',
});

it('reads what is typed as the API would', () => {
  expect(airlineProfileFacts({ name: ' Nordic ', iata: 'na', brandColour: ' D81939' })).toEqual({
    name: 'Nordic',
    iata: 'NA',
    brandColour: '#d81939',
  });
  expect(airlineProfileFacts({ name: 'Nordic', iata: ' ', brandColour: '' })).toMatchObject({ iata: null, brandColour: null });
  expect(reviewFacts(review)).toMatchObject({ landingRateLimitFpm: -300, autoAcceptNetworks: ['VATSIM', 'IVAO'] });
  expect(reviewFacts({ ...review, landingRateLimitFpm: ' ' }).landingRateLimitFpm).toBeNull();
});

it('leaves a colour that is none as it was typed, and shows the picker grey', () => {
  expect(colourTyped('red')).toBe('red');
  expect([colourPicked('red'), colourPicked('0B3D91')]).toEqual(['#808080', '#0b3d91']);
});

it('refuses a landing rate that is none', () => {
  for (const landingRateLimitFpm of ['soft', '300', '0', '-300.5', '-9999', '--300'])
    expect(checkAirlineSettings(reviewFacts({ ...review, landingRateLimitFpm })), landingRateLimitFpm).toMatchObject([
      { field: 'landingRateLimitFpm' },
    ]);
  expect(checkAirlineSettings(reviewFacts({ ...review, landingRateLimitFpm: '\u2212300' }))).toEqual([]);
});

it('closes an airline by its own code and with a reason', () => {
  expect(checkCloseAirline({ code: 'nax ', reason: 'Enough.' }, 'NAX')).toEqual([]);
  expect(checkCloseAirline({ code: 'NA', reason: ' ' }, 'NAX').map(({ field }) => field)).toEqual(['code', 'reason']);
});

it('says why an airline stands still by what happened last', () => {
  const suspended = { kind: 'AIRLINE_SUSPENDED', text: 'Unpaid.' };
  expect(standstillReason([{ kind: 'MEMBER_LEFT', text: null }, { kind: 'AIRLINE_CLOSED', text: 'Enough.' }, suspended])).toBe('Enough.');
  expect(standstillReason([{ kind: 'MEMBER_LEFT', text: null }])).toBeNull();
});
