import { expect, it } from 'vitest';
import { nextAction, type Situation } from './next-action.ts';

const pilot: Situation = {
  ...{ code: 'NAX', state: 'ACTIVE', ranks: 3 },
  ...{ mayReview: false, mayDecide: false, maySetRanks: false, mayFile: true },
};
const staff: Situation = { ...pilot, mayReview: true, waiting: 7 };
const admin: Situation = { ...staff, waiting: 0, mayDecide: true, maySetRanks: true, applications: 2, members: 3, invitations: 0 };
const leadsTo = (situation: Situation) => nextAction(situation)?.action?.to ?? null;

it('has a pilot answer what staff asks, before all else', () => {
  const asked = { id: 'p1', flightNumber: '417' };
  expect(nextAction({ ...staff, asked })).toEqual({
    text: 'Staff asks about your flight 417.',
    action: { to: '/airlines/NAX/pireps/p1', text: 'Answer' },
  });
});

it('has staff review, and admins decide who joins', () => {
  expect(nextAction(staff)).toMatchObject({ text: '7 PIREPs wait for review.', action: { to: '/airlines/NAX/review' } });
  expect(nextAction({ ...staff, waiting: 1 })?.text).toBe('1 PIREP waits for review.');
  expect(leadsTo({ ...admin, waiting: 7 })).toBe('/airlines/NAX/review');
  expect(nextAction(admin)).toMatchObject({ text: '2 people want to join.', action: { to: '/airlines/NAX/joining' } });
});

it('has the admin of a new airline set it up, then invite', () => {
  const fresh = { ...admin, applications: 0, ranks: 0, members: 1 };
  expect(leadsTo(fresh)).toBe('/airlines/NAX/settings');
  expect(leadsTo({ ...fresh, ranks: 3 })).toBe('/airlines/NAX/joining');
  expect(leadsTo({ ...fresh, ranks: 3, invitations: 1 })).toBe('/airlines/NAX/pireps/new');
});

it('has everybody else fly', () => {
  expect(leadsTo(pilot)).toBe('/airlines/NAX/pireps/new');
  expect(leadsTo({ ...pilot, waiting: 7, applications: 2, ranks: 0 })).toBe('/airlines/NAX/pireps/new'); // no business of theirs
});

it('has nothing to do for who is no member, or where nothing can be done', () => {
  expect(nextAction({ ...admin, applications: 0, mayFile: false })).toEqual({ text: 'Nothing waits for you.', action: null });
  for (const state of ['SUSPENDED', 'CLOSED'] as const) expect(nextAction({ ...admin, state })).toBeNull();
});
