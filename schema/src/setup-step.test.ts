import { expect, it } from 'vitest';
import { setupStep } from './setup-step.ts';

const admin = { user: { platformAdmin: true }, memberships: [] };

it('starts with the account', () => expect(setupStep({ needed: true, viewer: null, airlines: 0 })).toBe('account'));

it('goes on as soon as there is an account, whatever was read before', () => {
  expect(setupStep({ needed: true, viewer: admin, airlines: 0 })).toBe('airline');
});

it('leads the platform admin to the first airline, after a reload or a sign-in too', () => {
  expect(setupStep({ needed: false, viewer: admin, airlines: 0 })).toBe('airline');
});

it('is done with an airline, be it of the demo or their own', () => {
  expect(setupStep({ needed: false, viewer: admin, airlines: 2 })).toBe('done');
  expect(setupStep({ needed: false, viewer: { ...admin, memberships: [{}] }, airlines: 0 })).toBe('done'); // the list is a moment behind
});

it('is nothing for others', () => {
  expect(setupStep({ needed: false, viewer: { user: { platformAdmin: false }, memberships: [] }, airlines: 0 })).toBe('done');
  expect(setupStep({ needed: false, viewer: null, airlines: 0 })).toBe('elsewhere');
});
