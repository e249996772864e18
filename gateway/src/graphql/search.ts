import type { Storage } from '@jetbridge/schema/storage';

/** A case-insensitive "contains" for either database, with the wildcards of LIKE taken literally. */
export function contains(text: string, { kind }: Pick<Storage, 'kind'>): { $like: string } | { $ilike: string } {
  const { operator, pattern } = like(text, { kind });
  return operator === 'ilike' ? { $ilike: pattern } : { $like: pattern };
}

/** The same for plain SQL: `<column> <operator> ?`. */
export function like(text: string, { kind }: Pick<Storage, 'kind'>): { operator: 'like' | 'ilike'; pattern: string } {
  return { operator: kind === 'postgres' ? 'ilike' : 'like', pattern: `%${text.replace(/[\\%_]/g, '')}%` };
}
