import { nextRank, rankOf } from './rank.ts';

interface RankLike {
  name: string;
  minimumHours: number;
}

/** How wide the tape is, in its own units. */
export const tapeWidth = 1000;

export interface RankTape<R> {
  held: R | null;
  next: { rank: R; missingMinutes: number } | null;
  /** From 0 to `tapeWidth`. */
  reached: number;
  /** Fewest hours first. */
  marks: { rank: R; at: number; reached: boolean }[];
}

/**
 * Where somebody is between the ranks. Each step from one rank to the next takes the same room, however many hours it asks for: on a true
 * scale of hours the first ranks would lie on top of each other. Null where the airline has no ranks.
 */
export function rankTape<R extends RankLike>(minutes: number, ranks: readonly R[]): RankTape<R> | null {
  if (ranks.length === 0) return null;
  const sorted = ranks.toSorted((one, other) => one.minimumHours - other.minimumHours);
  const first = sorted[0]!.minimumHours > 0 ? [0] : [];
  const stops = [...first, ...sorted.map(({ minimumHours }) => minimumHours * 60)];
  const step = stops.length > 1 ? tapeWidth / (stops.length - 1) : tapeWidth;
  const passed = stops.findLastIndex((stop) => stop <= minutes);
  const [from = 0, until] = stops.slice(passed, passed + 2);
  const within = until === undefined ? 0 : (minutes - from) / (until - from);
  return {
    held: rankOf(minutes, sorted),
    next: nextRank(minutes, sorted),
    reached: stops.length > 1 ? Math.round((passed + within) * step) : tapeWidth,
    marks: sorted.map((rank, place) => ({
      rank,
      at: Math.round((place + first.length) * step),
      reached: rank.minimumHours * 60 <= minutes,
    })),
  };
}
