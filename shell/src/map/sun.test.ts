import { describe, expect, it } from 'vitest';
import { midnightAt, sunAt } from './sun.ts';

const at = (when: string) => sunAt(Date.parse(when));

describe('where the sun stands', () => {
  // Declination and equation of time of the Astronomical Almanac.
  it('is over the tropics at the solstices', () => {
    expect(at('2026-06-21T08:25:00Z').latitude).toBeCloseTo(23.44, 1);
    expect(at('2026-12-21T20:50:00Z').latitude).toBeCloseTo(-23.44, 1);
  });
  it('is over the equator at the equinox', () => {
    expect(at('2026-03-20T14:46:00Z').latitude).toBeCloseTo(0, 1);
  });
  it('is ahead of the clock in November and behind it in February', () => {
    expect(at('2026-11-03T12:00:00Z').longitude).toBeCloseTo(-16.45 / 4, 0); // 16 min 27 s
    expect(at('2026-02-11T12:00:00Z').longitude).toBeCloseTo(14.2 / 4, 0);
  });
  it('goes west by fifteen degrees an hour, across the date line too', () => {
    expect(at('2026-04-15T18:00:00Z').longitude).toBeCloseTo(-90, 0);
    expect(at('2026-04-15T06:00:00Z').longitude).toBeCloseTo(90, 0);
    expect(Math.abs(at('2026-04-15T23:59:59Z').longitude)).toBeCloseTo(180, 0);
  });
  it('has the middle of the night on the other side', () => {
    const when = Date.parse('2026-08-01T09:00:00Z');
    expect(midnightAt(when).latitude).toBeCloseTo(-sunAt(when).latitude, 9);
    expect(Math.abs(midnightAt(when).longitude - sunAt(when).longitude)).toBeCloseTo(180, 9);
  });
});
