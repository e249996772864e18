/** How well the words typed fit a text: 0 not at all, then anywhere, at the start of a word, at the very start. Accents and case do not count. */
export function fit(text: string, typed: string): number {
  const sought = wordsOf(typed);
  if (sought.length === 0) return 1;
  const hay = ` ${wordsOf(text).join(' ')}`;
  const scores = sought.map((word) => (hay.startsWith(` ${word}`) ? 3 : hay.includes(` ${word}`) ? 2 : hay.includes(word) ? 1 : 0));
  return Math.min(...scores) === 0 ? 0 : Math.max(...scores);
}

/** What fits best comes first, with its group; what fits alike stays in its place, where people find it again. */
export function matching<T extends { text: string; group: string }>(items: readonly T[], typed: string): Map<string, T[]> {
  const scored = items.map((item) => ({ item, score: fit(`${item.text} ${item.group}`, typed) })).filter(({ score }) => score > 0);
  return Map.groupBy(
    scored.toSorted((a, b) => b.score - a.score).map(({ item }) => item),
    ({ group }) => group,
  );
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
