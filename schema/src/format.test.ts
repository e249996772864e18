import { describe, expect, it } from 'vitest';
import { formatAgo, formatCruiseLevel, formatFuel, formatLandingRate, formatLocalTime } from './format.ts';
import { airportPair } from './pirep-draft.ts';

describe('formats', () => {
  it('says the time at an airport, with the date where it is another one than in UTC', () => {
    expect(formatLocalTime('2026-11-22T14:05:00Z', 'Europe/Oslo')).toBe('15:05 CET');
    expect(formatLocalTime('2026-11-22T23:35:00Z', 'Europe/Oslo')).toBe('23 Nov 00:35 CET');
    expect(formatLocalTime('2026-11-22T02:00:00Z', 'America/New_York')).toBe('21 Nov 21:00 GMT-5');
  });

  it('says fuel in the unit the pilot entered', () => {
    expect(formatFuel(4210.4, 'KG')).toBe('4,210 kg');
    expect(formatFuel(4210.4, 'LB')).toBe('9,282 lb');
    expect(formatFuel(4210.4, null)).toBe('4,210 kg');
  });

  it('says levels and landing rates as pilots do', () => {
    expect(formatCruiseLevel(90)).toBe('FL090');
    expect(formatLandingRate(-180)).toBe('−180 fpm');
  });
});

describe('how long ago', () => {
  it.each([
    ['2026-11-22T12:00:20Z', 'just now'],
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T09:30:00Z', '2 hours ago'],
    ['2026-11-21T11:00:00Z', '1 day ago'],
    ['2026-10-23T12:00:00Z', '30 days ago'],
    ['2026-10-22T12:00:00Z', '22 Oct 2026'],
  ])('%s was %s', (at, words) => expect(formatAgo(at, Date.parse('2026-11-22T12:00:00Z'))).toBe(words));
});

describe('a pasted pair of airports', () => {
  it.each(['ENGM ENBR', ' engm-enbr ', 'ENGM/ENBR', 'ENGM → ENBR'])('%s', (text) => {
    expect(airportPair(text)).toEqual({ departure: 'ENGM', arrival: 'ENBR' });
  });
  it.each(['ENGM', 'OSLO AIRPORT', 'ENGMENBR', 'ENGM ENBR LFPG'])('is not %s', (text) => {
    expect(airportPair(text)).toBeNull();
  });
});
