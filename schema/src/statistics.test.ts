import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate, placesOf, quantile } from './statistics.ts';

const times = fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), { minLength: 1, maxLength: 60 });

describe('a quantile', () => {
  it('is one of the samples, by rank', () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)).toBe(10);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe('an estimate', () => {
  it('has no interval while samples are few', () => {
    expect(estimate([1, 2, 3, 4])).toEqual({ count: 4, value: 3, interval: null });
    expect(estimate([])).toMatchObject({ count: 0, interval: null });
  });

  it('lies within its interval, which lies within the samples, and is the same each time', () => {
    fc.assert(
      fc.property(times, fc.constantFrom(0.5, 0.95), (samples, share) => {
        const { value, interval } = estimate(samples, share);
        expect(estimate(samples, share).interval).toEqual(interval);
        if (!interval) return;
        expect(interval[0]).toBeLessThanOrEqual(value);
        expect(interval[1]).toBeGreaterThanOrEqual(value);
        expect(samples).toContain(interval[0]);
        expect(samples).toContain(interval[1]);
      }),
      { numRuns: 60 },
    );
  });

  it('knows the median of a population most of the time: 95 % is what the interval says of itself', () => {
    let state = 1;
    const uniform = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    let covered = 0;
    for (let run = 0; run < 200; run++) {
      const [low, high] = estimate(Array.from({ length: 40 }, uniform)).interval!;
      if (low <= 0.5 && 0.5 <= high) covered++;
    }
    expect(covered).toBeGreaterThan(180);
  });
});

describe('places', () => {
  const about = (value: number, spread: number) => ({ count: 20, value, interval: [value - spread, value + spread] as const });

  it('are given where intervals are apart', () => {
    expect(placesOf([about(30, 2), about(10, 2), about(20, 2)])).toEqual([3, 1, 2]);
  });

  it('are shared where intervals overlap', () => {
    expect(placesOf([about(10, 2), about(13, 2), about(30, 2)])).toEqual([1, 1, 3]);
    expect(placesOf([about(10, 9), about(13, 9), about(17, 9)])).toEqual([1, 1, 1]);
  });

  it('are given to nobody while somebody has no interval', () => {
    expect(placesOf([about(10, 1), { count: 3, value: 99, interval: null }])).toEqual([null, null]);
  });
});
