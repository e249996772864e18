import type { MemberRole } from '../operations/generated.ts';
import type { EventDefinitions } from './event.ts';

/**
 * Stream `roster` of an airline: all its members in one stream, because pilot numbers and "the last ADMIN stays" are rules over all of them.
 */
export type MemberEvent = {
  type: 'MemberJoined';
  data: {
    memberId: string;
    userId: string;
    role: MemberRole;
    pilotNumber: number;
    joinedBy: 'FOUNDING' | 'INVITATION' | 'APPLICATION' | 'OPEN';
  };
};

export const memberEvents: EventDefinitions<MemberEvent> = { MemberJoined: { version: 1 } };

export const rosterStream = 'roster';
