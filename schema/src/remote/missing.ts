import type { Problem } from './contract.ts';

/** Whether what a page is about is not there, or not for this person: the server says either in the same way. `data` is undefined until it answers. */
export function isMissing(found: unknown, { data, problem }: { data: unknown; problem: Problem | null }): boolean {
  if (found) return false;
  return problem ? problem.code === 'NOT_FOUND' : data !== undefined;
}
