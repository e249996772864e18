import type { CreateApiKeyInput, ViewerFieldsFragment } from './operations/generated.ts';
import { grantablePermissions, type Permission } from './permissions.ts';
import { checkApiKey } from './rules/api-key.ts';
import { commonRules, type FieldProblem, Problems } from './rules/problem.ts';

const dayMs = 24 * 60 * 60_000;

export const apiKeyLives = ['30', '90', '365', 'never'] as const;
/** Days, as chosen. */
export type ApiKeyLife = (typeof apiKeyLives)[number];

/** The form of a new API key as it is filled in. */
export interface ApiKeyDraft {
  name: string;
  scopes: readonly string[];
  life: ApiKeyLife;
  password: string;
}

export const emptyApiKeyDraft = (): ApiKeyDraft => ({ name: '', scopes: [], life: '90', password: '' });
/** What the API calls a field the form keeps under another name. */
export const apiKeyDraftAliases = ['expiresAt'];

/** What the viewer may hand on to a key, in table order: their platform-wide permissions and those in any of their airlines. */
export function grantableScopes({ user, memberships }: ViewerFieldsFragment): Permission[] {
  const person = { signedIn: true, verified: user.emailVerified === true, platformAdmin: user.platformAdmin };
  return grantablePermissions([person, ...memberships.map(({ role }) => ({ ...person, role }))]);
}

/** Ticks or clears one scope; the rest keep the order of the table. */
export function withScope(scopes: readonly string[], all: readonly string[], scope: string, wanted: boolean): string[] {
  return all.filter((each) => (each === scope ? wanted : scopes.includes(each)));
}

export function checkApiKeyDraft(draft: ApiKeyDraft, grantable: readonly Permission[]): FieldProblem[] {
  const problems = new Problems();
  for (const { field, message } of checkApiKey({ name: draft.name, scopes: draft.scopes }, grantable, 0)) problems.add(field, message);
  problems.require(draft.password.length > 0, 'password', commonRules.enterPassword);
  return problems.list;
}

/** @param now epoch ms */
export function apiKeyInput({ name, scopes, life, password }: ApiKeyDraft, now: number): CreateApiKeyInput {
  const expiresAt = life === 'never' ? null : new Date(now + Number(life) * dayMs).toISOString();
  return { name: name.trim(), scopes: [...scopes], expiresAt, password };
}
