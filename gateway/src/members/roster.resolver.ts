import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { changeRoster } from './change-roster.ts';
import { ChangeMemberRoleInput, LeaveAirlineInput, MemberPayload, MemberReasonInput, toMember } from './member.types.ts';

/** What happens to members. Who has left keeps the row: the flights are theirs, and who comes back goes on where they were. */
@Resolver()
export class RosterResolver {
  @Mutation(() => MemberPayload)
  async changeMemberRole(
    @Arg('input', () => ChangeMemberRoleInput) input: ChangeMemberRoleInput,
    @Ctx() context: RequestContext,
  ): Promise<MemberPayload> {
    const { airlineId, userId, role } = input;
    const { cursor, resultId } = await changeRoster(context, {
      ...{ operation: 'changeMemberRole', airlineId, input },
      decide: async ({ members }) => ({
        command: { type: 'ChangeRole', userId, role },
        resultId: members.get(userId)?.memberId,
      }),
    });
    return { cursor, member: toMember((await context.loaders.member.load(resultId))!) };
  }

  @Mutation(() => AckPayload, { description: 'They can come back, where the airline lets them in, with the number and totals of before.' })
  async removeMember(@Arg('input', () => MemberReasonInput) input: MemberReasonInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    const { airlineId, userId, reason } = input;
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'removeMember', airlineId, input },
      decide: async () => ({ command: { type: 'Remove', userId, reason } }),
    });
    return { ok: true, cursor };
  }

  @Mutation(() => AckPayload, { description: 'Refused to the last admin, unless the airline is closed.' })
  async leaveAirline(@Arg('input', () => LeaveAirlineInput) input: LeaveAirlineInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    const { airlineId } = input;
    const { userId, loaders } = context;
    const closed = (await loaders.airline.load(airlineId))?.state === 'CLOSED';
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'leaveAirline', airlineId, input },
      decide: async () => ({ command: { type: 'Leave', userId, evenLastAdmin: closed } }),
    });
    return { ok: true, cursor };
  }
}
