import { type MemberRole, Rejected } from '@jetbridge/schema';
import type { Decider, MemberEvent } from '@jetbridge/schema/events';

export interface Roster {
  /** By user id. */
  members: Map<string, { memberId: string; role: MemberRole }>;
  highestPilotNumber: number;
}

export interface JoinAirline {
  memberId: string;
  userId: string;
  role: MemberRole;
  joinedBy: 'FOUNDING' | 'INVITATION' | 'APPLICATION' | 'OPEN';
}

export const memberDecider: Decider<Roster, JoinAirline, MemberEvent> = {
  initialState: () => ({ members: new Map(), highestPilotNumber: 0 }),
  evolve: (roster, { data: { userId, memberId, role, pilotNumber } }) => {
    roster.members.set(userId, { memberId, role });
    roster.highestPilotNumber = Math.max(roster.highestPilotNumber, pilotNumber);
    return roster;
  },
  decide: (roster, { memberId, userId, role, joinedBy }) => {
    if (roster.members.has(userId)) throw new Rejected('CONFLICT', 'This person is a member already.');
    return [{ type: 'MemberJoined', data: { memberId, userId, role, pilotNumber: roster.highestPilotNumber + 1, joinedBy } }];
  },
};
