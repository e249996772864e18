import { limits, Rejected, type MemberRole as Role } from '@jetbridge/schema';
import { MemberRow, UserRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { MemberRole } from '../graphql/enums.ts';
import { contains } from '../graphql/search.ts';
import { Member, MemberConnection, toMember } from './member.types.ts';

/** What an airline shows of its members. */
@Resolver(() => Airline)
export class AirlineMembersResolver {
  @FieldResolver(() => Member, { nullable: true, description: 'The caller as a member.' })
  async me(@Root() airline: Airline, @Ctx() { caller, loaders }: RequestContext): Promise<Member | null> {
    const row = caller && (await loaders.membership.load(`${airline.id} ${caller.userId}`));
    return row ? toMember(row) : null;
  }

  @FieldResolver(() => MemberConnection, { description: 'By pilot number.' })
  async members(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the display name.' }) search: string | null,
    @Arg('role', () => MemberRole, { nullable: true }) role: Role | null,
    @Ctx() { services: { storage, cursors } }: RequestContext,
  ): Promise<Connection<Member>> {
    if ((search?.length ?? 0) > limits.searchLength) {
      throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'search');
    }
    const page = openPage(cursors, `members|${airline.id}`, first, after);
    const em = storage.em();
    const named = search
      ? (await em.find(UserRow, { displayName: contains(search, storage) }, { fields: ['id'], limit: 1_000 })).map(({ id }) => id)
      : null;
    const matching = { airlineId: airline.id, ...(role && { role }), ...(named && { userId: { $in: named } }) };
    const following = page.after ? { ...matching, pilotNumber: { $gt: Number(page.after[0]) } } : matching;
    const rows = await em.find(MemberRow, following, { orderBy: { pilotNumber: 'asc' }, limit: page.size + 1 });
    return toConnection(
      cursors,
      page,
      rows,
      () => em.count(MemberRow, matching),
      ({ pilotNumber }) => [pilotNumber],
      toMember,
    );
  }

  @FieldResolver(() => Member, { nullable: true })
  async member(
    @Root() airline: Airline,
    @Arg('pilotNumber', () => Int) pilotNumber: number,
    @Ctx() { services }: RequestContext,
  ): Promise<Member | null> {
    const [row] = await services.readRows(MemberRow, 'where airline_id = ? and pilot_number = ?', [airline.id, pilotNumber]);
    return row ? toMember(row) : null;
  }
}
