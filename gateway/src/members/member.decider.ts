import { type MemberRole, Rejected } from '@jetbridge/schema';
import type { Decider, MemberEvent } from '@jetbridge/schema/events';

export interface Roster {
  members: ReadonlyMap<string, { memberId: string; role: MemberRole }>;
  highestPilotNumber: number;
}

export interface JoinAirline {
  memberId: string;
  userId: string;
  role: MemberRole;
  joinedBy: 'FOUNDING' | 'INVITATION' | 'APPLICATION' | 'OPEN';
}

export const memberDecider: Decider<Roster, JoinAirline, MemberEvent> = {
  initialState: { members: new Map(), highestPilotNumber: 0 },
  evolve: (roster, { data: { userId, memberId, role, pilotNumber } }) => ({
    members: new Map(roster.members).set(userId, { memberId, role }),
    highestPilotNumber: Math.max(roster.highestPilotNumber, pilotNumber),
  }),
  decide: (roster, { memberId, userId, role, joinedBy }) => {
    if (roster.members.has(userId)) throw new Rejected('CONFLICT', 'This person is a member already.');
    return [{ type: 'MemberJoined', data: { memberId, userId, role, pilotNumber: roster.highestPilotNumber + 1, joinedBy } }];
  },
};
