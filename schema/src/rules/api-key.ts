import { localized } from '../language.ts';
import { limits } from '../limits.ts';
import type { Permission } from '../permissions.ts';
import { commonRules, type FieldProblem, Problems } from './problem.ts';

export const apiKeyRules = localized('apiKeyRules', {
  name: 'Give the key a name, such as the program that will use it.',
  scopes: 'Choose at least one thing the key may do.',
  foreign: (scope: string) => `You cannot hand on ${scope}.`,
  past: 'Choose a moment in the future.',
} as const);

/** @param grantable what the owner may hand on; @param now epoch ms */
export function checkApiKey(
  input: { name: string; scopes: readonly string[]; expiresAt?: string | null },
  grantable: readonly Permission[],
  now: number,
): FieldProblem[] {
  const problems = new Problems();
  problems.require(input.name.trim().length > 0, 'name', apiKeyRules.name);
  problems.text('name', input.name, limits.apiKeyNameLength, commonRules.theName);
  problems.require(input.scopes.length > 0, 'scopes', apiKeyRules.scopes);
  const foreign = input.scopes.find((scope) => !(grantable as readonly string[]).includes(scope));
  problems.require(foreign === undefined, 'scopes', apiKeyRules.foreign(String(foreign).slice(0, 40)));
  if (input.expiresAt) problems.require(Date.parse(input.expiresAt) > now, 'expiresAt', apiKeyRules.past);
  return problems.list;
}
