import type { Storage } from '@jetbridge/schema/storage';

/** A case-insensitive "contains" for either database, with the wildcards of LIKE taken literally. */
export function contains(text: string, { kind }: Pick<Storage, 'kind'>): { $like: string } | { $ilike: string } {
  const pattern = `%${text.replace(/[\\%_]/g, '')}%`;
  return kind === 'postgres' ? { $ilike: pattern } : { $like: pattern };
}
