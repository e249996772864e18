import { limits } from '../limits.ts';
import type { Permission } from '../permissions.ts';
import { type FieldProblem, Problems } from './problem.ts';

/** @param grantable what the owner may hand on; @param now epoch ms */
export function checkApiKey(
  input: { name: string; scopes: readonly string[]; expiresAt?: string | null },
  grantable: readonly Permission[],
  now: number,
): FieldProblem[] {
  const problems = new Problems();
  problems.require(input.name.trim().length > 0, 'name', 'Give the key a name, such as the program that will use it.');
  problems.text('name', input.name, limits.apiKeyNameLength, 'The name');
  problems.require(input.scopes.length > 0, 'scopes', 'Choose at least one thing the key may do.');
  const foreign = input.scopes.find((scope) => !(grantable as readonly string[]).includes(scope));
  problems.require(foreign === undefined, 'scopes', `You cannot hand on ${foreign?.slice(0, 40)}.`);
  if (input.expiresAt) problems.require(Date.parse(input.expiresAt) > now, 'expiresAt', 'Choose a moment in the future.');
  return problems.list;
}
