import { describe, expect, it } from 'vitest';
import { rankTape } from './rank-tape.ts';

const cadet = { name: 'Cadet', minimumHours: 0 };
const officer = { name: 'First officer', minimumHours: 50 };
const captain = { name: 'Captain', minimumHours: 1_050 };

describe('the rank tape', () => {
  it('gives every step between ranks the same room', () => {
    const tape = rankTape(550 * 60, [captain, cadet, officer]);
    expect(tape?.marks.map(({ rank, at, reached }) => [rank.name, at, reached])).toEqual([
      ['Cadet', 0, true],
      ['First officer', 500, true],
      ['Captain', 1000, false],
    ]);
    expect(tape).toMatchObject({ held: officer, next: { rank: captain, missingMinutes: 500 * 60 }, reached: 750 });
  });

  it('starts at nothing where the first rank asks for hours', () => {
    expect(rankTape(25 * 60, [officer])).toMatchObject({ held: null, reached: 500, marks: [{ at: 1000, reached: false }] });
  });

  it('is full at the top', () => {
    expect(rankTape(2_000 * 60, [cadet, captain])).toMatchObject({ held: captain, next: null, reached: 1000 });
    expect(rankTape(0, [cadet])).toMatchObject({ held: cadet, next: null, reached: 1000 });
  });

  it('is none without ranks', () => expect(rankTape(60, [])).toBeNull());
});
