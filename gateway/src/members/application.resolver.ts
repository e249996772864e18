import { Rejected } from '@jetbridge/schema';
import { ApplicationRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { toUser, User } from '../accounts/account.types.ts';
import { loadUser } from '../accounts/load-user.ts';
import { Airline, toAirline } from '../airlines/airline.types.ts';
import { countAttempt } from '../auth/attempts.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { applicationAccepted, applicationDeclined } from '../mail/notes.ts';
import {
  Application,
  ApplicationConnection,
  DecideApplicationInput,
  JoinAirlineInput,
  JoinPayload,
  toApplication,
  WithdrawApplicationInput,
} from './application.types.ts';
import { changeRoster } from './change-roster.ts';
import { toMember } from './member.types.ts';

/** Coming in without an invitation. */
@Resolver(() => Application)
export class ApplicationResolver {
  @Mutation(() => JoinPayload, { description: 'Joins an open airline; applies to one that wants to be asked.' })
  async joinAirline(@Arg('input', () => JoinAirlineInput) input: JoinAirlineInput, @Ctx() context: RequestContext): Promise<JoinPayload> {
    const { airlineId, message = null } = input;
    const { userId } = context;
    await countAttempt(context, 'joinAirline', { account: userId });
    const airline = await context.loaders.airline.load(airlineId);
    if (!airline) throw new Rejected('NOT_FOUND', 'There is no such airline.', 'airlineId');
    if (airline.joinPolicy === 'INVITE') throw new Rejected('FORBIDDEN', `${airline.name} takes new pilots by invitation only.`);
    const id = uuid();
    const { cursor, resultId } = await changeRoster(context, {
      ...{ operation: 'joinAirline', airlineId, input },
      decide: async () => ({
        resultId: id,
        command:
          airline.joinPolicy === 'OPEN'
            ? { type: 'Join', memberId: id, userId, role: 'PILOT', joinedBy: 'OPEN' }
            : { type: 'Apply', applicationId: id, userId, message },
      }),
    });
    const { loaders } = context;
    const [member, application] = await Promise.all([
      loaders.membership.load(`${airlineId} ${userId}`),
      loaders.application.load(resultId),
    ]);
    return { cursor, member: member && toMember(member), application: application && toApplication(application) };
  }

  @Mutation(() => AckPayload)
  async withdrawApplication(
    @Arg('input', () => WithdrawApplicationInput) input: WithdrawApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'withdrawApplication', airlineId: input.airlineId, input },
      decide: async () => ({ command: { type: 'WithdrawApplication', userId: context.userId } }),
    });
    return { ok: true, cursor };
  }

  @Mutation(() => AckPayload, { description: 'Makes the applicant a pilot, or says why not; either is mailed.' })
  async decideApplication(
    @Arg('input', () => DecideApplicationInput) input: DecideApplicationInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { applicationId, accept, reason = null } = input;
    const { services, loaders } = context;
    const { airlineId, userId } = (await loaders.application.load(applicationId))!;
    const airline = (await loaders.airline.load(airlineId))!;
    const { cursor } = await changeRoster(context, {
      ...{ operation: 'decideApplication', airlineId, input },
      decide: async () => {
        const { email } = await loadUser(services, userId);
        const letter = services.mail.post(
          { userId, email },
          (links) => (accept ? applicationAccepted(links, airline) : applicationDeclined(links, airline, reason?.trim() ?? '')),
          { now: services.now(), key: `application ${applicationId}` },
        );
        return { command: { type: 'Decide', applicationId, accept, reason, memberId: uuid() }, statements: [letter] };
      },
    });
    return { ok: true, cursor };
  }

  @FieldResolver(() => User)
  async user(@Root() { userId }: Application, @Ctx() { loaders }: RequestContext): Promise<User> {
    return toUser((await loaders.user.load(userId))!);
  }

  @FieldResolver(() => Airline)
  async airline(@Root() { airlineId }: Application, @Ctx() { loaders }: RequestContext): Promise<Airline> {
    return toAirline((await loaders.airline.load(airlineId))!);
  }
}

/** What an airline shows of who wants to join. */
@Resolver(() => Airline)
export class AirlineApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, { description: 'Those that wait for an answer, longest first.' })
  async applications(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() { services: { readRows, storage, cursors } }: RequestContext,
  ): Promise<Connection<Application>> {
    const page = openPage(cursors, `applications|${airline.id}`, first, after);
    const matching = `where state = 'OPEN' and airline_id = ?`;
    const rows = await readRows(
      ApplicationRow,
      `${matching}${page.after ? ' and (applied_at, id) > (?, ?)' : ''} order by applied_at, id limit ?`,
      [airline.id, ...(page.after ?? []), page.size + 1],
    );
    const count = async () => {
      const counting = `select count(*) as count from rm_application ${matching}`;
      const [counted] = await storage.reader.all<{ count: number }>(counting, [airline.id]);
      return Number(counted?.count);
    };
    return toConnection(cursors, page, rows, count, (row) => [row.appliedAt, row.id], toApplication);
  }

  @FieldResolver(() => Application, { nullable: true, description: "The caller's latest application, answered or not." })
  async myApplication(@Root() { id }: Airline, @Ctx() { caller, services }: RequestContext): Promise<Application | null> {
    if (!caller) return null;
    const latest = 'where user_id = ? and airline_id = ? order by applied_at desc, id desc limit 1';
    const [row] = await services.readRows(ApplicationRow, latest, [caller.userId, id]);
    return row ? toApplication(row) : null;
  }
}
