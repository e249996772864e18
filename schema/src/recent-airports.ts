const kept = 8;

/** Under which drafts keep the airports a person flew between lately. */
export const recentAirportsKey = 'airports';

/** The airports flown between last come first. */
export function withRecent(recent: readonly string[] | null, ...flown: string[]): string[] {
  return [...new Set([...flown.map((icao) => icao.trim().toUpperCase()), ...(recent ?? [])])].slice(0, kept);
}

/** What a search found, with the airports the person flies between ahead of the others, the last ones first. */
export function recentFirst<Airport extends { icao: string }>(found: readonly Airport[], recent: readonly string[] | null): Airport[] {
  const place = ({ icao }: Airport) => (recent?.includes(icao) ? recent.indexOf(icao) : Number.POSITIVE_INFINITY);
  return found.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}
