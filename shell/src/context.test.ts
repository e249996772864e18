import type { AirlineState, SessionState, ViewerFieldsFragment } from '@jetbridge/schema';
import { expect, it } from 'vitest';
import { can } from './context.ts';

function inAirline(state: AirlineState): SessionState {
  const user = { id: 'ada', displayName: 'Ada', email: 'ada@example.org', emailVerified: true, platformAdmin: false };
  const membership = { role: 'ADMIN', airline: { id: 'nax', code: 'NAX', name: 'Nordic', state } };
  return {
    status: 'signed-in',
    viewer: { user, permissions: ['account:own'], deletionDueAt: null, memberships: [membership] } as unknown as ViewerFieldsFragment,
  };
}

it('lets an admin do in an airline what the role allows', () => {
  expect(can(inAirline('ACTIVE'), 'airline:update', 'NAX')).toBe(true);
  expect(can(inAirline('ACTIVE'), 'airline:update', 'ABX')).toBe(false);
  expect(can(inAirline('ACTIVE'), 'airline:create')).toBe(false);
});

it('leaves them what a standstill leaves: reading, leaving, closing', () => {
  for (const state of ['SUSPENDED', 'CLOSED'] as const) {
    for (const permission of ['airline:update', 'pirep:file', 'pirep:review', 'member:role'] as const)
      expect(can(inAirline(state), permission, 'NAX'), permission).toBe(false);
    for (const permission of ['airline:close', 'member:list', 'member:leave', 'audit:read'] as const)
      expect(can(inAirline(state), permission, 'NAX'), permission).toBe(true);
  }
});

it('lets visitors see what everybody sees', () => {
  expect(can({ status: 'anonymous' }, 'airline:list')).toBe(true);
  expect(can({ status: 'anonymous' }, 'member:list', 'NAX')).toBe(false);
});
