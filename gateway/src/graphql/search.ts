/** A case-insensitive "contains" for either database, with the wildcards of LIKE taken literally. */
export function contains(text: string): { $like: string } {
  return { $like: `%${text.replace(/[\\%_]/g, '')}%` };
}
