import type { MemberRole } from '@jetbridge/schema';
import type { MemberEvent } from '@jetbridge/schema/events';
import { specify } from '@jetbridge/schema/testing';
import { describe, it } from 'vitest';
import { memberDecider } from './member.decider.ts';

const roster = specify(memberDecider);
const of = (n: number) => ({ memberId: `m${n}`, userId: `u${n}` });
const join = (n: number, over: object = {}) => ({
  type: 'Join' as const,
  ...of(n),
  role: 'PILOT' as const,
  joinedBy: 'OPEN' as const,
  ...over,
});
const joined = (n: number, pilotNumber = n, over: object = {}): MemberEvent => ({
  type: 'MemberJoined',
  data: { ...of(n), role: 'PILOT', pilotNumber, joinedBy: 'OPEN', ...over },
});
const admin = (n: number) => joined(n, n, { role: 'ADMIN' });
const left = (n: number): MemberEvent => ({ type: 'MemberLeft', data: of(n) });
const removed = (n: number, reason = 'Away for a year.'): MemberEvent => ({ type: 'MemberRemoved', data: { ...of(n), reason } });
const changed = (n: number, role: MemberRole): MemberEvent => ({ type: 'MemberRoleChanged', data: { ...of(n), role } });
const applied = (n: number): MemberEvent => ({ type: 'MemberApplied', data: { applicationId: `a${n}`, userId: `u${n}`, message: null } });
const decided = (n: number, accepted: boolean, reason: string | null = null): MemberEvent => ({
  type: 'ApplicationDecided',
  data: { applicationId: `a${n}`, userId: `u${n}`, accepted, reason },
});
const withdrawn = (n: number): MemberEvent => ({ type: 'ApplicationWithdrawn', data: { applicationId: `a${n}`, userId: `u${n}` } });
const invited = (n: number, role: MemberRole = 'STAFF'): MemberEvent => ({ type: 'MemberInvited', data: { invitationId: `i${n}`, role } });
const revoked = (n: number): MemberEvent => ({ type: 'InvitationRevoked', data: { invitationId: `i${n}` } });
const used = (n: number): MemberEvent => ({ type: 'InvitationAccepted', data: { invitationId: `i${n}` } });
const renamed = (n: number): MemberEvent => ({ type: 'MemberRenamed', data: of(n) });

describe('joining an airline', () => {
  it('gives the founder pilot number 1', () => roster.given().when(join(1)).thenEvents(joined(1)));
  it('gives the next number', () => roster.given(joined(1), joined(2, 41)).when(join(3)).thenEvents(joined(3, 42)));
  it('does not give the number of who left to another', () =>
    roster.given(admin(1), joined(2), left(2)).when(join(3)).thenEvents(joined(3)));
  it('happens once per person', () =>
    roster
      .given(joined(1))
      .when(join(1, { memberId: 'm9' }))
      .thenRefused('CONFLICT'));
  it.each([left(2), removed(2)])('gives back number and id to who comes again after $type', (gone) =>
    roster
      .given(admin(1), joined(2), joined(3), gone)
      .when(join(2, { memberId: 'm9' }))
      .thenEvents(joined(2)),
  );
  it('settles what the person asked for before', () =>
    roster.given(admin(1), applied(2)).when(join(2)).thenEvents(withdrawn(2), joined(2)));
  it('takes a number that was brought along, unless it belongs to somebody', () => {
    roster
      .given(admin(1))
      .when(join(2, { pilotNumber: 700 }))
      .thenEvents(joined(2, 700));
    roster
      .given(admin(1), joined(2), left(2))
      .when(join(3, { pilotNumber: 2 }))
      .thenRefused('CONFLICT', 'pilotNumber');
  });
});

describe('an invitation', () => {
  const invite = { type: 'Invite' as const, invitationId: 'i1', role: 'STAFF' as const, replaces: null, invitedUserId: null };
  const accept = { type: 'AcceptInvitation' as const, invitationId: 'i1', ...of(2) };
  it('is written without an address', () => roster.given(admin(1)).when(invite).thenEvents(invited(1)));
  it('takes the place of an older one', () =>
    roster
      .given(admin(1), invited(0))
      .when({ ...invite, replaces: 'i0' })
      .thenEvents(revoked(0), invited(1)));
  it('is refused for who is a member', () => {
    roster
      .given(admin(1), joined(2))
      .when({ ...invite, invitedUserId: 'u2' })
      .thenRefused('CONFLICT', 'email');
    roster
      .given(admin(1), joined(2), left(2))
      .when({ ...invite, invitedUserId: 'u2' })
      .thenEvents(invited(1));
  });
  it('lets its holder in, in the role it names', () =>
    roster
      .given(admin(1), invited(1))
      .when(accept)
      .thenEvents(used(1), joined(2, 2, { role: 'STAFF', joinedBy: 'INVITATION' })));
  it('settles an application of the same person', () =>
    roster
      .given(admin(1), applied(2), invited(1))
      .when(accept)
      .thenEvents(used(1), withdrawn(2), joined(2, 2, { role: 'STAFF', joinedBy: 'INVITATION' })));
  it('works once', () => roster.given(admin(1), invited(1), used(1)).when(accept).thenRefused('CONFLICT', 'token'));
  it('ends when it is revoked', () => {
    roster.given(admin(1), invited(1)).when({ type: 'RevokeInvitation', invitationId: 'i1' }).thenEvents(revoked(1));
    roster.given(admin(1), invited(1), revoked(1)).when(accept).thenRefused('CONFLICT', 'token');
    roster
      .given(admin(1), invited(1), revoked(1))
      .when({ type: 'RevokeInvitation', invitationId: 'i1' })
      .thenRefused('NOT_FOUND', 'invitationId');
  });
  it('is not spent by who is a member already', () => roster.given(admin(1), joined(2), invited(1)).when(accept).thenRefused('CONFLICT'));
});

describe('an application', () => {
  const apply = { type: 'Apply' as const, applicationId: 'a2', userId: 'u2', message: null };
  const decide = { type: 'Decide' as const, applicationId: 'a2', accept: true, reason: null, memberId: 'm2' };
  it('waits for an answer', () => roster.given(admin(1)).when(apply).thenEvents(applied(2)));
  it('says what the person wrote', () =>
    roster
      .given(admin(1))
      .when({ ...apply, message: ' I fly at night. ' })
      .thenFirst('MemberApplied', { message: 'I fly at night.' }));
  it('is refused when it says too much', () =>
    roster
      .given(admin(1))
      .when({ ...apply, message: 'x'.repeat(1_001) })
      .thenRefused('INVALID_INPUT', 'message'));
  it('is one at a time', () =>
    roster
      .given(admin(1), applied(2))
      .when({ ...apply, applicationId: 'a9' })
      .thenRefused('CONFLICT'));
  it('may follow one that was declined', () =>
    roster
      .given(admin(1), applied(3), decided(3, false, 'No.'))
      .when({ ...apply, userId: 'u3', applicationId: 'a3' })
      .thenEvents(applied(3)));
  it('is nothing for a member', () => roster.given(admin(1), joined(2)).when(apply).thenRefused('CONFLICT'));
  it('makes a pilot of who is accepted', () =>
    roster
      .given(admin(1), applied(2))
      .when(decide)
      .thenEvents(decided(2, true), joined(2, 2, { joinedBy: 'APPLICATION' })));
  it('is declined with a reason', () => {
    roster
      .given(admin(1), applied(2))
      .when({ ...decide, accept: false, reason: ' Too young. ' })
      .thenEvents(decided(2, false, 'Too young.'));
    roster
      .given(admin(1), applied(2))
      .when({ ...decide, accept: false })
      .thenRefused('INVALID_INPUT', 'reason');
  });
  it.each([decided(2, false, 'No.'), withdrawn(2)])('is answered once: not after $type', (answered) =>
    roster.given(admin(1), applied(2), answered).when(decide).thenRefused('CONFLICT', 'applicationId'),
  );
  it('is withdrawn by who made it', () => {
    roster.given(admin(1), applied(2)).when({ type: 'WithdrawApplication', userId: 'u2' }).thenEvents(withdrawn(2));
    roster.given(admin(1), applied(2)).when({ type: 'WithdrawApplication', userId: 'u3' }).thenRefused('NOT_FOUND');
  });
});

describe('a role', () => {
  const change = (n: number, role: MemberRole) => ({ type: 'ChangeRole' as const, userId: `u${n}`, role });
  it('changes', () => roster.given(admin(1), joined(2)).when(change(2, 'STAFF')).thenEvents(changed(2, 'STAFF')));
  it('does not change to itself', () => roster.given(admin(1), joined(2)).when(change(2, 'PILOT')).thenRefused('CONFLICT', 'role'));
  it('of the last admin stays', () => roster.given(admin(1), joined(2)).when(change(1, 'STAFF')).thenRefused('CONFLICT'));
  it('of an admin who left does not count', () =>
    roster.given(admin(1), admin(2), left(2)).when(change(1, 'STAFF')).thenRefused('CONFLICT'));
  it('may go when somebody else has it', () =>
    roster.given(admin(1), joined(2), changed(2, 'ADMIN')).when(change(1, 'PILOT')).thenEvents(changed(1, 'PILOT')));
  it.each([[[joined(2), left(2)]], [[]]])('is only for members', (before) =>
    roster
      .given(admin(1), ...before)
      .when(change(2, 'STAFF'))
      .thenRefused('NOT_FOUND', 'userId'),
  );
});

describe('leaving and being removed', () => {
  const remove = { type: 'Remove' as const, userId: 'u2', reason: ' Away for a year. ' };
  it('ends the membership', () => {
    roster.given(admin(1), joined(2)).when({ type: 'Leave', userId: 'u2' }).thenEvents(left(2));
    roster.given(admin(1), joined(2)).when(remove).thenEvents(removed(2));
  });
  it('needs a reason to remove', () =>
    roster
      .given(admin(1), joined(2))
      .when({ ...remove, reason: ' ' })
      .thenRefused('INVALID_INPUT', 'reason'));
  it('happens to members, and once', () => {
    roster.given(admin(1), joined(2), left(2)).when({ type: 'Leave', userId: 'u2' }).thenRefused('NOT_FOUND', 'userId');
    roster.given(admin(1), joined(2), left(2)).when(remove).thenRefused('NOT_FOUND', 'userId');
    roster.given(admin(1)).when(remove).thenRefused('NOT_FOUND', 'userId');
  });
  it('is refused to the last admin', () => {
    roster.given(admin(1), joined(2)).when({ type: 'Leave', userId: 'u1' }).thenRefused('CONFLICT');
    roster.given(admin(2), joined(1)).when(remove).thenRefused('CONFLICT');
  });
  it('is not, where the airline is closed', () =>
    roster.given(admin(1)).when({ type: 'Leave', userId: 'u1', evenLastAdmin: true }).thenEvents(left(1)));
});

describe('what happens to the account', () => {
  it('is told where the person is, or was, a member', () => {
    roster.given(admin(1)).when({ type: 'Rename', userId: 'u1' }).thenEvents(renamed(1));
    roster.given(admin(1), joined(2), left(2)).when({ type: 'Rename', userId: 'u2' }).thenEvents(renamed(2));
    roster.given(admin(1)).when({ type: 'Rename', userId: 'u2' }).thenEvents();
  });
  it('erased, it leaves, whoever it was', () => {
    roster.given(admin(1), joined(2)).when({ type: 'Forget', userId: 'u1' }).thenEvents(left(1), renamed(1));
    roster.given(admin(1), joined(2), left(2)).when({ type: 'Forget', userId: 'u2' }).thenEvents(renamed(2));
    roster.given(admin(1), applied(2)).when({ type: 'Forget', userId: 'u2' }).thenEvents(withdrawn(2));
    roster.given(admin(1)).when({ type: 'Forget', userId: 'u2' }).thenEvents();
  });
});
