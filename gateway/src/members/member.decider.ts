import { checkApplication, checkReason, type MemberRole, Rejected } from '@jetbridge/schema';
import type { Decider, MemberEvent } from '@jetbridge/schema/events';
import { refuse } from '../refuse.ts';

interface RosterMember {
  memberId: string;
  role: MemberRole;
  pilotNumber: number;
  active: boolean;
}

export interface Roster {
  /** Everybody who ever was a member, by user id. */
  members: Map<string, RosterMember>;
  highestPilotNumber: number;
  /** Open applications: user id by application id. */
  applications: Map<string, string>;
  /** Open invitations, and those that ran out unused: role by invitation id. */
  invitations: Map<string, MemberRole>;
}

type JoinedBy = Extract<MemberEvent, { type: 'MemberJoined' }>['data']['joinedBy'];

/** `memberId` and `applicationId` are what a new one will be called; who comes back keeps the id of before. */
export type RosterCommand =
  /** `pilotNumber`: brought along from elsewhere; otherwise the next free one. */
  | { type: 'Join'; memberId: string; userId: string; role: MemberRole; joinedBy: JoinedBy; pilotNumber?: number }
  /** `replaces`: an older one of the same address. `invitedUserId`: whose address it is, if anybody's. */
  | { type: 'Invite'; invitationId: string; role: MemberRole; replaces: string | null; invitedUserId: string | null }
  | { type: 'AcceptInvitation'; invitationId: string; memberId: string; userId: string }
  | { type: 'RevokeInvitation'; invitationId: string }
  | { type: 'Apply'; applicationId: string; userId: string; message: string | null }
  | { type: 'Decide'; applicationId: string; accept: boolean; reason: string | null; memberId: string }
  | { type: 'WithdrawApplication'; userId: string }
  | { type: 'ChangeRole'; userId: string; role: MemberRole }
  | { type: 'Remove'; userId: string; reason: string }
  /** `evenLastAdmin`: of a closed airline, which nobody has to run any more. */
  | { type: 'Leave'; userId: string; evenLastAdmin?: boolean }
  | { type: 'Rename'; userId: string }
  /** The account is erased: nothing may stand in the way of that, not even that the airline has no other admin. */
  | { type: 'Forget'; userId: string };

export const memberDecider: Decider<Roster, RosterCommand, MemberEvent> = {
  initialState: () => ({ members: new Map(), highestPilotNumber: 0, applications: new Map(), invitations: new Map() }),

  evolve: (roster, event) => {
    switch (event.type) {
      case 'MemberJoined': {
        const { userId, memberId, role, pilotNumber } = event.data;
        roster.members.set(userId, { memberId, role, pilotNumber, active: true });
        roster.highestPilotNumber = Math.max(roster.highestPilotNumber, pilotNumber);
        break;
      }
      case 'MemberRoleChanged':
        roster.members.get(event.data.userId)!.role = event.data.role;
        break;
      case 'MemberRemoved':
      case 'MemberLeft':
        roster.members.get(event.data.userId)!.active = false;
        break;
      case 'MemberInvited':
        roster.invitations.set(event.data.invitationId, event.data.role);
        break;
      case 'InvitationRevoked':
      case 'InvitationAccepted':
        roster.invitations.delete(event.data.invitationId);
        break;
      case 'MemberApplied':
        roster.applications.set(event.data.applicationId, event.data.userId);
        break;
      case 'ApplicationDecided':
      case 'ApplicationWithdrawn':
        roster.applications.delete(event.data.applicationId);
        break;
      case 'MemberRenamed':
        break;
      default:
        return event satisfies never;
    }
    return roster;
  },

  decide: (roster, command) => {
    switch (command.type) {
      case 'Join':
        return [...settled(roster, command.userId), joined(roster, command)];
      case 'Invite':
        return invite(roster, command);
      case 'AcceptInvitation': {
        const { invitationId, memberId, userId } = command;
        const role = roster.invitations.get(invitationId);
        if (!role) throw new Rejected('CONFLICT', 'This invitation is no longer open.', 'token');
        return [
          { type: 'InvitationAccepted', data: { invitationId } },
          ...settled(roster, userId),
          joined(roster, { memberId, userId, role, joinedBy: 'INVITATION' }),
        ];
      }
      case 'RevokeInvitation': {
        const { invitationId } = command;
        if (!roster.invitations.has(invitationId)) throw new Rejected('NOT_FOUND', 'There is no such invitation.', 'invitationId');
        return [{ type: 'InvitationRevoked', data: { invitationId } }];
      }
      case 'Apply': {
        const { applicationId, userId } = command;
        const message = command.message?.trim() || null;
        refuse(checkApplication({ message: message ?? '' }));
        refuseMember(roster, userId);
        if (applicationOf(roster, userId)) throw new Rejected('CONFLICT', 'Your application waits for an answer already.');
        return [{ type: 'MemberApplied', data: { applicationId, userId, message } }];
      }
      case 'Decide': {
        const { applicationId, accept, memberId } = command;
        const reason = command.reason?.trim() || null;
        const userId = roster.applications.get(applicationId);
        if (!userId) throw new Rejected('CONFLICT', 'This application was answered already, or withdrawn.', 'applicationId');
        if (!accept) refuse(checkReason(reason ?? ''));
        const decided: MemberEvent = { type: 'ApplicationDecided', data: { applicationId, userId, accepted: accept, reason } };
        return accept ? [decided, joined(roster, { memberId, userId, role: 'PILOT', joinedBy: 'APPLICATION' })] : [decided];
      }
      case 'WithdrawApplication': {
        const withdrawn = settled(roster, command.userId);
        if (withdrawn.length === 0) throw new Rejected('NOT_FOUND', 'There is no application of yours to withdraw.');
        return withdrawn;
      }
      case 'ChangeRole': {
        const { userId, role } = command;
        const member = activeMember(roster, userId);
        if (member.role === role) throw new Rejected('CONFLICT', `This member is ${role} already.`, 'role');
        if (role !== 'ADMIN') keepAnAdmin(roster, member);
        return [{ type: 'MemberRoleChanged', data: { memberId: member.memberId, userId, role } }];
      }
      case 'Remove': {
        const { userId, reason } = command;
        refuse(checkReason(reason));
        const member = activeMember(roster, userId);
        keepAnAdmin(roster, member);
        return [{ type: 'MemberRemoved', data: { memberId: member.memberId, userId, reason: reason.trim() } }];
      }
      case 'Leave': {
        const member = activeMember(roster, command.userId);
        if (!command.evenLastAdmin) keepAnAdmin(roster, member);
        return [{ type: 'MemberLeft', data: { memberId: member.memberId, userId: command.userId } }];
      }
      case 'Rename':
        return renamed(roster, command.userId);
      case 'Forget': {
        const member = roster.members.get(command.userId);
        const data = { memberId: member?.memberId ?? '', userId: command.userId };
        const left: MemberEvent[] = member?.active ? [{ type: 'MemberLeft', data }] : [];
        return [...settled(roster, command.userId), ...left, ...renamed(roster, command.userId)];
      }
      default:
        return command satisfies never;
    }
  },
};

function invite(
  roster: Roster,
  { invitationId, role, replaces, invitedUserId }: Extract<RosterCommand, { type: 'Invite' }>,
): MemberEvent[] {
  if (invitedUserId && roster.members.get(invitedUserId)?.active) {
    throw new Rejected('CONFLICT', 'The person with this address is a member already.', 'email');
  }
  const replaced = replaces !== null && roster.invitations.has(replaces);
  return [
    ...(replaced ? [{ type: 'InvitationRevoked' as const, data: { invitationId: replaces } }] : []),
    { type: 'MemberInvited', data: { invitationId, role } },
  ];
}

/** Members of before too: their flights carry the name. */
function renamed(roster: Roster, userId: string): MemberEvent[] {
  const member = roster.members.get(userId);
  return member ? [{ type: 'MemberRenamed', data: { memberId: member.memberId, userId } }] : [];
}

/** Whether the airline has other members, and nobody but this person who can run it: then they cannot just go. */
export function isNeeded({ members }: Roster, userId: string): boolean {
  const own = members.get(userId);
  if (!own?.active || own.role !== 'ADMIN') return false;
  const others = [...members.values()].filter((member) => member !== own && member.active);
  return others.length > 0 && others.every(({ role }) => role !== 'ADMIN');
}

function joined(
  roster: Roster,
  { memberId, userId, role, joinedBy, pilotNumber }: Omit<Extract<RosterCommand, { type: 'Join' }>, 'type'>,
): MemberEvent {
  refuseMember(roster, userId);
  const before = roster.members.get(userId);
  const number = before?.pilotNumber ?? pilotNumber ?? roster.highestPilotNumber + 1;
  if (!before && pilotNumber !== undefined && [...roster.members.values()].some((member) => member.pilotNumber === number)) {
    throw new Rejected('CONFLICT', `Pilot number ${number} belongs to somebody else.`, 'pilotNumber');
  }
  return { type: 'MemberJoined', data: { memberId: before?.memberId ?? memberId, userId, role, pilotNumber: number, joinedBy } };
}

/** Whatever way a person came in, or gave up: what they asked for is no longer open. */
function settled(roster: Roster, userId: string): MemberEvent[] {
  const applicationId = applicationOf(roster, userId);
  return applicationId ? [{ type: 'ApplicationWithdrawn', data: { applicationId, userId } }] : [];
}

function applicationOf(roster: Roster, userId: string): string | undefined {
  for (const [applicationId, applicant] of roster.applications) if (applicant === userId) return applicationId;
  return undefined;
}

function refuseMember(roster: Roster, userId: string): void {
  if (roster.members.get(userId)?.active) throw new Rejected('CONFLICT', 'This person is a member already.');
}

function activeMember(roster: Roster, userId: string): RosterMember {
  const member = roster.members.get(userId);
  if (!member?.active) throw new Rejected('NOT_FOUND', 'There is no such member.', 'userId');
  return member;
}

/** Refuses to lose the last one who can decide anything. */
function keepAnAdmin(roster: Roster, losing: RosterMember): void {
  if (losing.role !== 'ADMIN') return;
  for (const member of roster.members.values()) if (member !== losing && member.active && member.role === 'ADMIN') return;
  throw new Rejected('CONFLICT', 'An airline needs an admin: make somebody else one first.');
}
