import { type MemberRole, Rejected } from '@jetbridge/schema';
import { fold, type MemberEvent } from '@jetbridge/schema/events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberDecider, type RosterCommand } from './member.decider.ts';

const people = ['u0', 'u1', 'u2', 'u3', 'u4'];
const ids = ['x0', 'x1', 'x2'];
const user = fc.constantFrom(...people);
const id = fc.constantFrom(...ids);
const role = fc.constantFrom<MemberRole>('PILOT', 'STAFF', 'ADMIN');
const fresh = fc.uuid();

/** Everything that can be asked of a roster, but what the rule about the last admin does not hold for: an erasure, and a closed airline. */
const command: fc.Arbitrary<RosterCommand> = fc.oneof(
  fc.record({ type: fc.constant('Join'), memberId: fresh, userId: user, role, joinedBy: fc.constant('OPEN') }),
  fc.record({
    type: fc.constant('Join'),
    memberId: fresh,
    userId: user,
    role,
    joinedBy: fc.constant('IMPORT'),
    pilotNumber: fc.integer({ min: 1, max: 8 }),
  }),
  fc.record({ type: fc.constant('Invite'), invitationId: id, role, replaces: fc.option(id), invitedUserId: fc.option(user) }),
  fc.record({ type: fc.constant('AcceptInvitation'), invitationId: id, memberId: fresh, userId: user }),
  fc.record({ type: fc.constant('RevokeInvitation'), invitationId: id }),
  fc.record({ type: fc.constant('Apply'), applicationId: fresh, userId: user, message: fc.constant(null) }),
  // Which application that is, is known when it is asked: the person stands for it.
  fc.record({ type: fc.constant('Decide'), applicationId: user, accept: fc.boolean(), reason: fc.constant('So.'), memberId: fresh }),
  fc.record({ type: fc.constant('WithdrawApplication'), userId: user }),
  fc.record({ type: fc.constant('ChangeRole'), userId: user, role }),
  fc.record({ type: fc.constant('Remove'), userId: user, reason: fc.constant('Gone.') }),
  fc.record({ type: fc.constant('Leave'), userId: user }),
  fc.record({ type: fc.constant('Rename'), userId: user }),
) as fc.Arbitrary<RosterCommand>;

const founding: RosterCommand = { type: 'Join', memberId: 'founder', userId: 'u0', role: 'ADMIN', joinedBy: 'FOUNDING' };

function carryOut(events: MemberEvent[], asked: RosterCommand): MemberEvent[] {
  const roster = fold(memberDecider, events);
  const applicationOf = (userId: string) => [...roster.applications].find(([, applicant]) => applicant === userId)?.[0] ?? '';
  const command = asked.type === 'Decide' ? { ...asked, applicationId: applicationOf(asked.applicationId) } : asked;
  try {
    return [...events, ...memberDecider.decide(roster, command)];
  } catch (error) {
    if (error instanceof Rejected) return events;
    throw error;
  }
}

/** Checked against the events alone, not against what the decider makes of them. */
function check(events: readonly MemberEvent[]): void {
  const active = new Map<string, MemberRole>();
  const numbers = new Map<string, { pilotNumber: number; memberId: string }>();
  for (const { type, data } of events) {
    if (type === 'MemberJoined') {
      const { userId, role, pilotNumber, memberId } = data;
      expect(active.has(userId)).toBe(false);
      expect(numbers.get(userId) ?? { pilotNumber, memberId }).toEqual({ pilotNumber, memberId }); // as before
      numbers.set(userId, { pilotNumber, memberId });
      active.set(userId, role);
    }
    if (type === 'MemberRoleChanged') active.set(data.userId, data.role);
    if (type === 'MemberLeft' || type === 'MemberRemoved') expect(active.delete(data.userId)).toBe(true);
    expect([...active.values()]).toContain('ADMIN');
  }
  const given = [...numbers.values()].map(({ pilotNumber }) => pilotNumber);
  expect(new Set(given).size).toBe(given.length);
}

describe('a roster, whatever is asked of it', () => {
  it('never loses its last admin, gives each number to one person, and gives it back to who returns', () => {
    let [returned, refusedLast] = [0, 0];
    fc.assert(
      fc.property(fc.array(command, { minLength: 20, maxLength: 80 }), (commands) => {
        let events = carryOut([], founding);
        for (const asked of commands) {
          const before = events;
          events = carryOut(before, asked);
          if (asked.type === 'Leave' && events === before && fold(memberDecider, events).members.get(asked.userId)?.active) refusedLast++;
          if (events.at(-1)?.type === 'MemberJoined' && events !== before && 'memberId' in asked) {
            returned += Number((events.at(-1)!.data as { memberId: string }).memberId !== asked.memberId);
          }
        }
        check(events);
      }),
      { numRuns: 500, seed: 26 },
    );
    expect(Math.min(returned, refusedLast)).toBeGreaterThan(50); // or the runs never came near the rules
  });
});
