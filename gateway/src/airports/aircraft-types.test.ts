import { describe, expect, test } from 'vitest';
import { findAircraftType, searchAircraftTypes } from './aircraft-types.ts';

function codes(search: string, first?: number) {
  return searchAircraftTypes(search, first).map(({ code }) => code);
}

describe('the aircraft types', () => {
  const all = [...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((letter) => searchAircraftTypes(letter, 100));

  test('have well-formed designators and names', () => {
    expect(new Set(all).size).toBeGreaterThanOrEqual(120);
    for (const { code, name } of all) {
      expect(code).toMatch(/^[A-Z][A-Z0-9]{1,3}$/);
      expect(name).toMatch(/^\S.*\S$/);
    }
  });

  test('have no designator and no name twice', () => {
    const distinct = [...new Set(all)];
    expect(new Set(distinct.map(({ code }) => code)).size).toBe(distinct.length);
    expect(new Set(distinct.map(({ name }) => name)).size).toBe(distinct.length);
  });

  test('are found by designator, whatever the case', () => {
    expect(findAircraftType(' a20n ')).toEqual({ code: 'A20N', name: 'Airbus A320neo' });
    expect(findAircraftType('B77W')).toEqual({ code: 'B77W', name: 'Boeing 777-300ER' });
  });

  test.each(['', 'A32', 'XXXX', '__proto__'])('know no %j', (code) => {
    expect(findAircraftType(code)).toBeUndefined();
  });
});

describe('searching aircraft types', () => {
  test('ranks the exact designator, then prefixes, then words, then substrings', () => {
    expect(codes('b737')[0]).toBe('B737');
    expect(codes('A32')).toEqual(['A320', 'A321', 'A20N', 'A21N']);
    expect(codes('737')).toEqual(['B732', 'B733', 'B734', 'B735', 'B736', 'B737', 'B738', 'B739']);
  });

  test.each([
    ['a320neo', 'A20N'],
    ['A320 neo', 'A20N'],
    ['dash8-400', 'DH8D'],
    ['dash 8 400', 'DH8D'],
    ['md11', 'MD11'],
    ['skyhawk', 'C172'],
    ['737 max 8', 'B38M'],
    ['Aerospatiale', 'CONC'],
  ])('%s finds %s', (search, code) => {
    expect(codes(search)[0]).toBe(code);
  });

  test('gives no more than asked', () => {
    expect(codes('boeing', 3)).toHaveLength(3);
    expect(codes('boeing', -1)).toEqual([]);
    expect(codes('boeing', Number.NaN)).toEqual([]);
  });

  test.each(['', ' ', '***', '\\', '\ud800', 'x'.repeat(1_000_000)])('survives odd input', (search) => {
    expect(codes(search)).toEqual([]);
  });
});
