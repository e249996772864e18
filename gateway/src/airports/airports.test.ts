import { greatCircleNm, limits } from '@jetbridge/schema';
import { describe, expect, test } from 'vitest';
import { airportCounts, findAirport, searchAirports } from './airports.ts';

function airport(icao: string) {
  const found = findAirport(icao);
  if (!found) throw new Error(`${icao} is not listed`);
  return found;
}

function codes(search: string, first?: number) {
  return searchAirports(search, first).map(({ icao }) => icao);
}

const everything = [...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((letter) => searchAirports(letter, limits.pageSize));

describe('the list', () => {
  test('accounts for every row of the source', () => {
    const { rows, listed, dropped } = airportCounts();
    expect(listed).toBeGreaterThan(5_000);
    expect(listed + dropped.closed + dropped.duplicate + dropped.withoutCode + dropped.withoutCoordinates).toBe(rows);
  });

  test('has well-formed codes and places', () => {
    for (const { icao, iata, name, country, latitude, longitude } of everything) {
      expect(icao).toMatch(/^[A-Z0-9]{3,5}$/);
      if (iata !== null) expect(iata).toMatch(/^[A-Z0-9]{3}$/);
      expect(name).not.toBe('');
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(Math.abs(latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
    }
  });

  test.each([
    ['ENGM', 'ENBR', 175.3],
    ['EGLL', 'KJFK', 2991.3],
  ])('puts %s and %s %d nm apart, to a tenth', (from, to, distanceNm) => {
    const tenths = Math.round(greatCircleNm(airport(from), airport(to)) * 10);
    expect(Math.abs(tenths - distanceNm * 10)).toBeLessThanOrEqual(1);
  });
});

describe('finding an airport', () => {
  test('gives all of it, whatever the case', () => {
    expect({ ...airport(' engm ') }).toEqual({
      icao: 'ENGM',
      iata: 'OSL',
      name: 'Oslo Airport, Gardermoen',
      city: 'Oslo',
      country: 'NO',
      latitude: 60.193901,
      longitude: 11.1004,
      timezone: 'Europe/Oslo',
    });
  });

  test.each([
    ['KJFK', 'America/New_York'],
    ['VIDP', 'Asia/Kolkata'],
    ['NZAA', 'Pacific/Auckland'],
    ['SBGR', 'America/Sao_Paulo'],
  ])('%s keeps the time of %s', (icao, timezone) => {
    expect(airport(icao).timezone).toBe(timezone);
  });

  test('every timezone is one that the run time knows', () => {
    for (const { timezone } of everything) expect(() => new Intl.DateTimeFormat('en', { timeZone: timezone })).not.toThrow();
  });

  test('prefers the present ICAO code to a former one', () => {
    expect(airport('VGHS').city).toBe('Dhaka');
    expect(findAirport('VGZR')).toBeUndefined();
    expect(codes('VGZR')).toEqual(['VGHS']);
  });

  test.each(['', 'ZZZZ', 'EN', 'ENGM ENBR', '__proto__', 'constructor'])('knows no %j', (icao) => {
    expect(findAirport(icao)).toBeUndefined();
  });
});

describe('searching airports', () => {
  test.each([
    ['an exact ICAO code', 'engm', 'ENGM'],
    ['an ICAO prefix, the larger first', 'ENB', 'ENBR'],
    ['an exact IATA code', 'BGO', 'ENBR'],
    ['a city', 'bergen', 'ENBR'],
    ['the beginning of a city', 'trondh', 'ENVA'],
    ['the beginning of a name', 'charles de g', 'LFPG'],
    ['a word inside a name', 'gardermoen', 'ENGM'],
    ['words in any order', 'gaulle paris', 'LFPG'],
    ['a part of a word', 'rdermo', 'ENGM'],
    ['another name', 'idlewild', 'KJFK'],
    ['no accents', 'tromso', 'ENTC'],
    ['no umlauts', 'zurich', 'LSZH'],
    ['letters that are no accents', 'lodz', 'EPLL'],
    ['accents that the data does not have', 'Ösló', 'ENGM'],
    ['decomposed letters', 'Zu\u0308rich', 'LSZH'],
    ['an apostrophe', "o'hare", 'KORD'],
    ['no apostrophe', 'ohare', 'KORD'],
    ['spaces around', '  engm\t', 'ENGM'],
  ])('finds %s', (_, search, icao) => {
    expect(codes(search)[0]).toBe(icao);
  });

  test('ranks ICAO before IATA before city before name', () => {
    expect(codes('OSL').slice(0, 2)).toEqual(['OSLK', 'ENGM']);
    expect(codes('paris').slice(0, 2)).toEqual(['LFPG', 'LFPO']);
  });

  test('ranks the beginning of a city before that of a name before a later word, whatever the size', () => {
    // General Pico is a small city, General Mitchell a large airport's name; Changi begins the air base's name, not Singapore's.
    expect(codes('gener', 20).filter((icao) => ['SAZG', 'KMKE'].includes(icao))).toEqual(['SAZG', 'KMKE']);
    expect(codes('changi', 2)).toEqual(['WSAC', 'WSSS']);
  });

  test('keeps a place for the exact IATA code when ICAO prefixes would fill the list', () => {
    expect(codes('LIM', 8)).toHaveLength(8);
    expect(
      codes('LIM', 8)
        .slice(0, 7)
        .every((icao) => icao.startsWith('LIM')),
    ).toBe(true);
    expect(codes('LIM', 8).at(-1)).toBe('SPJC');
  });

  test('answers the same each time, and more with a larger first', () => {
    expect(codes('london', 5)).toEqual(codes('london', 20).slice(0, 5));
    expect(codes('london', 3)).toHaveLength(3);
    expect(new Set(codes('a', 100)).size).toBe(100);
  });

  test.each([0, -1, Number.NaN, Number.NEGATIVE_INFINITY])('gives nothing for first: %s', (first) => {
    expect(codes('oslo', first)).toEqual([]);
  });

  test('gives no more than a page', () => {
    expect(codes('a', Number.POSITIVE_INFINITY)).toHaveLength(limits.pageSize);
  });

  test.each(['', '   ', '***', '((((', '\\', '\0', '\ud800', '🛫', '%%', '.*', 'a'.repeat(1_000_000)])('survives odd input', (search) => {
    expect(codes(search)).toEqual([]);
  });

  test('takes less than 3 ms over the whole list', () => {
    const searches = ['e', 'london', 'san f', 'international', 'xyzzy', 'de'];
    const timesMs = Array.from({ length: 120 }, (_, i) => {
      const start = performance.now();
      searchAirports(searches[i % searches.length] ?? '', 8);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(timesMs[60]).toBeLessThan(3);
  });
});
