import { expect, it } from 'vitest';
import { apiKeyInput, checkApiKeyDraft, emptyApiKeyDraft, grantableScopes, withScope } from './api-key-draft.ts';
import type { ViewerFieldsFragment } from './operations/generated.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const viewer = (platformAdmin: boolean, ...roles: ('PILOT' | 'STAFF')[]) =>
  ({ user: { platformAdmin }, memberships: roles.map((role) => ({ role })) }) as ViewerFieldsFragment;

it('offers what the viewer may somewhere, and never the account itself', () => {
  expect(grantableScopes(viewer(false))).toEqual(['airline:list']);
  expect(grantableScopes(viewer(false, 'PILOT'))).not.toContain('pirep:review');
  expect(grantableScopes(viewer(false, 'PILOT', 'STAFF'))).toContain('pirep:review');
  expect(grantableScopes(viewer(true))).toContain('platform:mail');
  expect(grantableScopes(viewer(true))).not.toContain('account:own');
});

it('ticks and clears in the order of the table', () => {
  const all = ['pirep:list', 'pirep:read', 'pirep:file'];
  expect(withScope(['pirep:file'], all, 'pirep:list', true)).toEqual(['pirep:list', 'pirep:file']);
  expect(withScope(['pirep:list', 'pirep:file'], all, 'pirep:list', false)).toEqual(['pirep:file']);
});

it('asks for a name, a scope and the password, and counts the days from now', () => {
  const grantable = grantableScopes(viewer(false, 'PILOT'));
  expect(checkApiKeyDraft(emptyApiKeyDraft(), grantable).map(({ field }) => field)).toEqual(['name', 'scopes', 'password']);
  const draft = { name: ' Sim link ', scopes: ['pirep:file'], life: '30', password: 'secret enough' } as const;
  expect(checkApiKeyDraft(draft, grantable)).toEqual([]);
  expect(apiKeyInput(draft, now)).toEqual({
    name: 'Sim link',
    scopes: ['pirep:file'],
    expiresAt: '2026-12-22T12:00:00.000Z',
    password: 'secret enough',
  });
  expect(apiKeyInput({ ...draft, life: 'never' }, now).expiresAt).toBeNull();
});
