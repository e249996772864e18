import { checkRanks } from './rules/airline.ts';
import type { FieldProblem } from './rules/problem.ts';

/** A rank as it is typed. `key` tells rows apart while they have no name. */
export interface RankRow {
  key: number;
  name: string;
  hours: string;
}

export interface RanksDraft {
  ranks: readonly RankRow[];
}

export function ranksDraft(ranks: readonly { name: string; minimumHours: number }[]): RanksDraft {
  return { ranks: ranks.map(({ name, minimumHours }, key) => ({ key, name, hours: String(minimumHours) })) };
}

/** What it stands for, by hours. Two orders of one list are the same list. */
export function rankFacts({ ranks }: RanksDraft) {
  return { ranks: ranks.map(rankOf).sort((a, b) => a.minimumHours - b.minimumHours) };
}

/** Problems at the rows as they stand on screen: `ranks.0.name`. */
export function checkRanksDraft({ ranks }: RanksDraft): FieldProblem[] {
  return checkRanks(ranks.map(rankOf));
}

const rankOf = ({ name, hours }: RankRow) => ({ name: name.trim(), minimumHours: hours.trim() === '' ? Number.NaN : Number(hours) });

/** A row at the end, for what comes after the last. */
export function withRank({ ranks }: RanksDraft): RanksDraft {
  return { ranks: [...ranks, { key: Math.max(-1, ...ranks.map(({ key }) => key)) + 1, name: '', hours: '' }] };
}

export function withoutRank({ ranks }: RanksDraft, key: number): RanksDraft {
  return { ranks: ranks.filter((row) => row.key !== key) };
}

export function withRankEdited({ ranks }: RanksDraft, key: number, change: Partial<Omit<RankRow, 'key'>>): RanksDraft {
  return { ranks: ranks.map((row) => (row.key === key ? { ...row, ...change } : row)) };
}

/** Fewest hours first; rows whose hours are no number yet stay last, as they stand. */
export function sortedRanks({ ranks }: RanksDraft): RanksDraft {
  const hoursOf = ({ hours }: RankRow) => (hours.trim() === '' || Number.isNaN(Number(hours)) ? Infinity : Number(hours));
  return { ranks: [...ranks].sort((a, b) => (hoursOf(a) === hoursOf(b) ? 0 : hoursOf(a) - hoursOf(b))) };
}
