import { describe, expect, it } from 'vitest';
import { nextRank, rankOf } from './rank.ts';

const ranks = [
  { name: 'Cadet', minimumHours: 0 },
  { name: 'First Officer', minimumHours: 10 },
  { name: 'Captain', minimumHours: 100 },
];

describe('a rank', () => {
  it.each([
    [0, 'Cadet'],
    [10 * 60 - 1, 'Cadet'],
    [10 * 60, 'First Officer'],
    [5_999, 'First Officer'],
    [6_000, 'Captain'],
    [1_000_000, 'Captain'],
  ])('of %i minutes is %s, in whatever order the airline lists them', (minutes, name) => {
    expect(rankOf(minutes, ranks)?.name).toBe(name);
    expect(rankOf(minutes, ranks.toReversed())?.name).toBe(name);
  });

  it('is not held below the first, nor where an airline has none', () => {
    expect(rankOf(599, ranks.slice(1))).toBeNull();
    expect(rankOf(599, [])).toBeNull();
  });

  it('is followed by the next, until the last', () => {
    expect(nextRank(0, ranks)).toEqual({ rank: ranks[1], missingMinutes: 600 });
    expect(nextRank(600, ranks.toReversed())).toEqual({ rank: ranks[2], missingMinutes: 5_400 });
    expect(nextRank(6_000, ranks)).toBeNull();
  });
});
