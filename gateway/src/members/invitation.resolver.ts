import { checkEmailInput } from '@jetbridge/schema';
import { rosterStream } from '@jetbridge/schema/events';
import { InvitationRow, type SqlValue } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { TokenInput, toUser, User } from '../accounts/account.types.ts';
import { loadUser } from '../accounts/load-user.ts';
import { Airline } from '../airlines/airline.types.ts';
import { countAttempt } from '../auth/attempts.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { invited } from '../mail/notes.ts';
import { refuse } from '../refuse.ts';
import { changeRoster } from './change-roster.ts';
import { Invitation, InvitationConnection, InviteMemberInput, RevokeInvitationInput } from './invitation.types.ts';
import { memberDecider } from './member.decider.ts';
import { MemberPayload, toMember } from './member.types.ts';

@Resolver(() => Airline)
export class InvitationResolver {
  @FieldResolver(() => InvitationConnection, { description: 'Open ones, newest first.' })
  async invitations(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { services: { readRows, storage, cursors, invitations, now } }: RequestContext,
  ): Promise<Connection<Invitation>> {
    const page = openPage(cursors, `invitations|${airline.id}`, first, after);
    const matching = 'where airline_id = ? and expires_at > ?';
    const params: SqlValue[] = [airline.id, now()];
    const rows = await readRows(
      InvitationRow,
      `${matching}${page.after ? ' and (created_at, id) < (?, ?)' : ''} order by created_at desc, id desc limit ?`,
      [...params, ...(page.after ?? []), page.size + 1],
    );
    const count = async () => {
      const [counted] = await storage.reader.all<{ count: number }>(`select count(*) as count from invitation ${matching}`, params);
      return Number(counted?.count);
    };
    const toInvitation = (row: InvitationRow): Invitation => {
      const { id, role, invitedBy, createdAt, expiresAt } = row;
      return { id, email: invitations.emailOf(row), role, invitedById: invitedBy ?? null, createdAt, expiresAt };
    };
    return toConnection(cursors, page, rows, count, (row) => [row.createdAt, row.id], toInvitation);
  }

  @Mutation(() => AckPayload, { description: 'Mails a link with which whoever holds it joins in this role.' })
  async inviteMember(@Arg('input', () => InviteMemberInput) input: InviteMemberInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    refuse(checkEmailInput(input));
    const { airlineId, role } = input;
    const { userId: invitedBy, services, loaders } = context;
    const { credentials, invitations, mail, now } = services;
    await countAttempt(context, 'inviteMember', { email: input.email, account: invitedBy });
    const airline = (await loaders.airline.load(airlineId))!;
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'inviteMember', airlineId, input },
      decide: async () => {
        const at = now();
        const invitedUserId = (await credentials.find(input.email))?.userId ?? null;
        const email = invitedUserId ? (await loadUser(services, invitedUserId)).email : input.email.trim();
        const older = await invitations.ofAddress(airlineId, email);
        if (!older) await invitations.refuseTooMany(airlineId, at);
        const { id, token, expiresAt, statements } = invitations.issue({ airlineId, email, role, invitedBy }, older, at);
        const letter = mail.post({ userId: invitedUserId, email }, (links) => invited(links, airline, role, token), { now: at, expiresAt });
        return {
          command: { type: 'Invite', invitationId: id, role, replaces: older?.id ?? null, invitedUserId },
          resultId: id,
          statements: [...statements, letter],
        };
      },
    });
    return { ok: true, cursor };
  }

  @Mutation(() => AckPayload, { description: 'Its link no longer works.' })
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput) input: RevokeInvitationInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { airlineId, invitationId } = input;
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'revokeInvitation', airlineId, input },
      decide: async () => ({
        command: { type: 'RevokeInvitation', invitationId },
        statements: [context.services.invitations.ending(invitationId)],
      }),
    });
    return { ok: true, cursor };
  }

  @Mutation(() => MemberPayload, {
    description: 'With the token that was mailed. Whoever holds it may: people have more than one address.',
  })
  async acceptInvitation(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() context: RequestContext): Promise<MemberPayload> {
    await countAttempt(context, 'useToken');
    const { userId, services } = context;
    const { commands, invitations, now } = services;
    const { resultId: airlineId, cursor } = await commands.run({
      ...{ operation: 'acceptInvitation', actorId: userId, commandId: input.commandId, input: { token: input.token }, now: now() },
      decide: async (streams) => {
        const { airlineId } = await invitations.ofToken(input.token, now());
        await context.require('member:join', airlineId);
        const { state, version } = await streams.load(memberDecider, airlineId, rosterStream);
        const { id: invitationId } = await invitations.ofToken(input.token, now()); // again: see there
        const events = memberDecider.decide(state, { type: 'AcceptInvitation', invitationId, memberId: uuid(), userId });
        return {
          resultId: airlineId,
          writes: [{ tenant: airlineId, stream: rosterStream, expectedVersion: version, events }],
          statements: [invitations.ending(invitationId)],
        };
      },
    });
    context.renewLoaders();
    return { cursor, member: toMember((await context.loaders.membership.load(`${airlineId} ${userId}`))!) };
  }
}

@Resolver(() => Invitation)
export class InvitationFieldsResolver {
  @FieldResolver(() => User, { nullable: true })
  async invitedBy(@Root() { invitedById }: Invitation, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    const row = invitedById && (await loaders.user.load(invitedById));
    return row ? toUser(row) : null;
  }
}
