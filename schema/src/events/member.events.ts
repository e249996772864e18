import type { MemberRole } from '../operations/generated.ts';
import type { EventDefinitions } from './event.ts';

/**
 * Stream `roster` of an airline: all its members in one stream, because pilot numbers and "the last ADMIN stays" are rules over all of them.
 * Who comes back has the member id and pilot number of before. An invitation's address is kept beside the log, never in it.
 */
export type MemberEvent =
  | {
      type: 'MemberJoined';
      data: {
        memberId: string;
        userId: string;
        role: MemberRole;
        pilotNumber: number;
        joinedBy: 'FOUNDING' | 'INVITATION' | 'APPLICATION' | 'OPEN' | 'IMPORT';
      };
    }
  | { type: 'MemberRoleChanged'; data: { memberId: string; userId: string; role: MemberRole } }
  | { type: 'MemberRemoved'; data: { memberId: string; userId: string; reason: string } }
  | { type: 'MemberLeft'; data: { memberId: string; userId: string } }
  /** The person behind it goes by another name now, or was erased: written where their members are, so that open pages learn of it. */
  | { type: 'MemberRenamed'; data: { memberId: string; userId: string } }
  | { type: 'MemberInvited'; data: { invitationId: string; role: MemberRole } }
  | { type: 'InvitationRevoked'; data: { invitationId: string } }
  | { type: 'InvitationAccepted'; data: { invitationId: string } }
  | { type: 'MemberApplied'; data: { applicationId: string; userId: string; message: string | null } }
  | { type: 'ApplicationDecided'; data: { applicationId: string; userId: string; accepted: boolean; reason: string | null } }
  | { type: 'ApplicationWithdrawn'; data: { applicationId: string; userId: string } };

export const memberEvents: EventDefinitions<MemberEvent> = {
  MemberJoined: { version: 1 },
  MemberRoleChanged: { version: 1 },
  MemberRemoved: { version: 1 },
  MemberLeft: { version: 1 },
  MemberRenamed: { version: 1 },
  MemberInvited: { version: 1 },
  InvitationRevoked: { version: 1 },
  InvitationAccepted: { version: 1 },
  MemberApplied: { version: 1, personal: { subject: 'userId', fields: ['message'] } },
  ApplicationDecided: { version: 1 },
  ApplicationWithdrawn: { version: 1 },
};

export const rosterStream = 'roster';
