import { limits } from '@jetbridge/schema';

// Letters that Unicode does not take apart into a base letter and a mark.
const wholeLetters: Record<string, string> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ð: 'd', đ: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i' };

/** The form in which texts are compared: "Tromsø Airport, Langnes" → "tromso airport langnes", "O'Hare" → "ohare". */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’‘´`]/gu, '')
    .toLowerCase()
    .replace(/[øæœßðđþłħı]/g, (letter) => wholeLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many results a search returns when asked for `first`: none for nonsense, never more than a page. */
export function resultCount(first: number): number {
  return Math.min(Math.max(Math.trunc(first) || 0, 0), limits.pageSize);
}
