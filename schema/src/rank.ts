interface RankLike {
  minimumHours: number;
}

/** The rank somebody with so many minutes of accepted block time holds: the one with the most hours they have. Null below the first. */
export function rankOf<R extends RankLike>(minutes: number, ranks: readonly R[]): R | null {
  return ranks.reduce<R | null>(
    (held, rank) => (rank.minimumHours * 60 <= minutes && rank.minimumHours >= (held?.minimumHours ?? 0) ? rank : held),
    null,
  );
}

/** The rank that comes after theirs, and the minutes that are missing. Null at the top. */
export function nextRank<R extends RankLike>(minutes: number, ranks: readonly R[]): { rank: R; missingMinutes: number } | null {
  const rank = ranks.reduce<R | null>(
    (next, one) => (one.minimumHours * 60 > minutes && one.minimumHours < (next?.minimumHours ?? Infinity) ? one : next),
    null,
  );
  return rank && { rank, missingMinutes: rank.minimumHours * 60 - minutes };
}
