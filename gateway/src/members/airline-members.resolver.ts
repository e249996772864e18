import { limits, type MemberSort as Order, Rejected, type MemberRole as Role } from '@jetbridge/schema';
import { MemberRow, type SqlValue } from '@jetbridge/schema/storage';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { MemberRole, MemberSort } from '../graphql/enums.ts';
import { like } from '../graphql/search.ts';
import { Member, MemberConnection, toMember } from './member.types.ts';

/** What a list of members is ordered by, and whether it goes down; after it comes the pilot number, upwards. */
const sorts: Record<Order, { key: string; down: boolean }> = {
  PILOT_NUMBER: { key: 'm.pilot_number', down: false },
  NAME: { key: `lower(coalesce(u.display_name, ''))`, down: false },
  HOURS: { key: 'm.minutes', down: true },
  FLIGHTS: { key: 'm.flights', down: true },
  JOINED: { key: 'm.joined_at', down: true },
};

/** What an airline shows of its members. */
@Resolver(() => Airline)
export class AirlineMembersResolver {
  @FieldResolver(() => Member, { nullable: true, description: 'The caller as a member.' })
  async me(@Root() airline: Airline, @Ctx() { caller, loaders }: RequestContext): Promise<Member | null> {
    const row = caller && (await loaders.membership.load(`${airline.id} ${caller.userId}`));
    return row ? toMember(row) : null;
  }

  @FieldResolver(() => MemberConnection, { description: 'Those of now. Totals and dates: the most, or latest, first.' })
  async members(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Part of the display name.' }) search: string | null,
    @Arg('role', () => MemberRole, { nullable: true }) role: Role | null,
    @Arg('sort', () => MemberSort, { nullable: true, defaultValue: 'PILOT_NUMBER' }) sort: Order | null,
    @Ctx() { services: { storage, cursors }, loaders }: RequestContext,
  ): Promise<Connection<Member>> {
    if ((search?.length ?? 0) > limits.searchLength) {
      throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'search');
    }
    const { key, down } = sorts[sort ?? 'PILOT_NUMBER'];
    const page = openPage(cursors, `members|${airline.id}|${sort}`, first, after);
    const conditions = ['m.airline_id = ?', 'm.left_at is null'];
    const params: SqlValue[] = [airline.id];
    if (role) {
      conditions.push('m.role = ?');
      params.push(role);
    }
    if (search) {
      const { operator, pattern } = like(search, storage);
      conditions.push(`u.display_name ${operator} ?`);
      params.push(pattern);
    }
    const matching = `from rm_member m join rm_user u on u.id = m.user_id where ${conditions.join(' and ')}`;
    const following = page.after ? ` and (${key} ${down ? '<' : '>'} ? or (${key} = ? and m.pilot_number > ?))` : '';
    const [keyAfter, numberAfter] = page.after ?? [];
    const listed = await storage.reader.all<{ id: string; key: string | number }>(
      `select m.id, ${key} as key ${matching}${following} order by ${key}${down ? ' desc' : ''}, m.pilot_number limit ?`,
      [...params, ...(page.after ? [keyAfter!, keyAfter!, numberAfter!] : []), page.size + 1],
    );
    const members = await loaders.member.loadMany(listed.map(({ id }) => id));
    const rows = listed.map(({ key }, index) => ({ key, member: members[index] as MemberRow }));
    const count = async () => {
      const [counted] = await storage.reader.all<{ count: number }>(`select count(*) as count ${matching}`, params);
      return Number(counted?.count);
    };
    return toConnection(
      cursors,
      page,
      rows,
      count,
      ({ key, member }) => [key, member.pilotNumber],
      ({ member }) => toMember(member),
    );
  }

  @FieldResolver(() => Member, { nullable: true, description: 'Who has, or had, this number.' })
  async member(
    @Root() airline: Airline,
    @Arg('pilotNumber', () => Int) pilotNumber: number,
    @Ctx() { services }: RequestContext,
  ): Promise<Member | null> {
    const [row] = await services.readRows(MemberRow, 'where airline_id = ? and pilot_number = ?', [airline.id, pilotNumber]);
    return row ? toMember(row) : null;
  }
}
