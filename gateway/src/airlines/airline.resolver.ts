import { limits, Rejected } from '@jetbridge/schema';
import { AirlineRow, MemberRow, ranksOf, settingsOf } from '@jetbridge/schema/storage';
import type { FilterQuery } from '@mikro-orm/core';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import type { RequestContext } from '../context.ts';
import { historyCursor } from '../cursors.ts';
import { foundAirline } from '../found-airline.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { Cursor } from '../graphql/scalars.ts';
import { contains } from '../graphql/search.ts';
import { Airline, AirlineConnection, AirlinePayload, AirlineSettings, CreateAirlineInput, Rank, toAirline } from './airline.types.ts';

@Resolver(() => Airline)
export class AirlineResolver {
  @Query(() => Airline, { nullable: true })
  async airline(@Arg('code', () => String) code: string, @Ctx() { services }: RequestContext): Promise<Airline | null> {
    const [row] = await services.readRows(AirlineRow, 'where code = ?', [code.toUpperCase()]);
    return row ? toAirline(row) : null;
  }

  @Query(() => AirlineConnection, {
    description: 'The directory, by code. Closed airlines are listed for their members and platform admins only.',
  })
  async airlines(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Arg('search', () => String, { nullable: true }) search: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Airline>> {
    const { storage, cursors } = context.services;
    if ((search?.length ?? 0) > limits.searchLength) {
      throw new Rejected('INVALID_INPUT', `Search for at most ${limits.searchLength} characters.`, 'search');
    }
    const page = openPage(cursors, 'airlines', first, after);
    const found = search ? { $or: [{ code: contains(search.toUpperCase(), storage) }, { name: contains(search, storage) }] } : {};
    const matching = { $and: [found, await this.#listed(context)] };
    const following = page.after ? { $and: [matching, { code: { $gt: String(page.after[0]) } }] } : matching;
    const rows = await storage.em().find(AirlineRow, following, { orderBy: { code: 'asc' }, limit: page.size + 1 });
    return toConnection(
      cursors,
      page,
      rows,
      () => storage.em().count(AirlineRow, matching),
      ({ code }) => [code],
      toAirline,
    );
  }

  async #listed(context: RequestContext): Promise<FilterQuery<AirlineRow>> {
    const { caller, services } = context;
    if ((await context.standing()).platformAdmin) return {};
    const own = caller ? await services.readRows(MemberRow, 'where user_id = ? and left_at is null', [caller.userId]) : [];
    return { $or: [{ state: { $ne: 'CLOSED' } }, { id: { $in: own.map(({ airlineId }) => airlineId) } }] };
  }

  @Mutation(() => AirlinePayload, { description: 'Founds an airline with the caller as its first admin.' })
  async createAirline(
    @Arg('input', () => CreateAirlineInput) input: CreateAirlineInput,
    @Ctx() context: RequestContext,
  ): Promise<AirlinePayload> {
    const { commands, now } = context.services;
    const { code, name, iata = null, joinPolicy, commandId } = input;
    const { resultId, cursor } = await commands.run({
      operation: 'createAirline',
      actorId: context.userId,
      commandId,
      input,
      now: now(),
      decide: async (streams) => {
        const airline = { airlineId: uuid(), code, name, iata, joinPolicy: joinPolicy ?? 'INVITE' };
        return { resultId: airline.airlineId, writes: await foundAirline(streams, airline, { memberId: uuid(), userId: context.userId }) };
      },
    });
    context.renewLoaders();
    return { cursor, airline: toAirline((await context.loaders.airline.load(resultId))!) };
  }

  @FieldResolver(() => Cursor, { description: 'Where the read models stand now: what to give `airlineChanges` as `after`.' })
  async cursor(@Root() { id }: Airline, @Ctx() { services: { projected, cursors } }: RequestContext): Promise<string> {
    return historyCursor(cursors, id, { sequence: await projected.position(id), part: 0 });
  }

  @FieldResolver(() => [Rank], { description: 'Fewest hours first.' })
  async ranks(@Root() { id }: Airline, @Ctx() { loaders }: RequestContext): Promise<Rank[]> {
    return ranksOf((await loaders.airline.load(id))!);
  }

  @FieldResolver(() => AirlineSettings, { nullable: true, description: 'What the airline decided for itself.' })
  async settings(@Root() { id }: Airline, @Ctx() { loaders }: RequestContext): Promise<AirlineSettings> {
    return settingsOf((await loaders.airline.load(id))!);
  }
}
