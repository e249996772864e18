import type { Drafts } from '@jetbridge/schema';
import type { Keep } from './keep.ts';

/** What is half typed, per person: on a shared machine nobody finds another's draft in a form. */
export function createDrafts(keep: Keep, userId: () => string | null): Drafts {
  const full = (key: string) => `jetbridge.draft.${userId() ?? 'visitor'}.${key}`;
  return {
    load<T>(key: string): T | null {
      const text = keep.get(full(key));
      try {
        return text === null ? null : (JSON.parse(text) as T);
      } catch {
        return null; // written by hand or cut off: as good as none
      }
    },
    save: (key, value) => keep.set(full(key), JSON.stringify(value)),
    clear: (key) => keep.remove(full(key)),
  };
}
