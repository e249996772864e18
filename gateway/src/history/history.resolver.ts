import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { type Connection, openPage, toConnection } from '../graphql/connection.ts';
import { Member, toMember } from '../members/member.types.ts';
import { Pirep, toPirep } from '../pireps/pirep.types.ts';
import { HistoryConnection, HistoryEntry } from './history.types.ts';
import { airlineHistory, type HistoryList, memberHistory, toEntries } from './read-history.ts';

@Resolver(() => Airline)
export class AirlineHistoryResolver {
  @FieldResolver(() => HistoryConnection, {
    description: 'Who did what, when, why: everything that happened in the airline, newest first.',
  })
  history(
    @Root() airline: Airline,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<HistoryEntry>> {
    return pageOf(context, `entries|${airline.id}`, airlineHistory(context.services, airline.id), first, after);
  }
}

@Resolver(() => Member)
export class MemberHistoryResolver {
  @FieldResolver(() => HistoryConnection, {
    description: 'Of the membership and of every PIREP, newest first. For staff, and for the member.',
  })
  history(
    @Root() member: Member,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<HistoryEntry>> {
    return pageOf(context, `entries|${member.airlineId}|${member.id}`, memberHistory(context.services, member), first, after);
  }
}

@Resolver(() => HistoryEntry)
export class HistoryReferenceResolver {
  @FieldResolver(() => Pirep, { nullable: true, description: 'The PIREP it is about.' })
  async pirep(@Root() { pirepId }: HistoryEntry, @Ctx() { loaders }: RequestContext): Promise<Pirep | null> {
    const row = pirepId && (await loaders.pirep.load(pirepId));
    return row ? toPirep(row) : null;
  }

  @FieldResolver(() => Member, { nullable: true, description: 'The member it is about; of a PIREP, its pilot.' })
  async member(@Root() { memberId }: HistoryEntry, @Ctx() { loaders }: RequestContext): Promise<Member | null> {
    const row = memberId && (await loaders.member.load(memberId));
    return row ? toMember(row) : null;
  }
}

/** A place in it is a sequence: lines that come stand before every page, and none moves. */
async function pageOf(
  { services }: RequestContext,
  scope: string,
  list: HistoryList,
  first: number | null,
  after: string | null,
): Promise<Connection<HistoryEntry>> {
  const page = openPage(services.cursors, scope, first, after);
  const events = await list.before(page.after ? Number(page.after[0]) : Number.MAX_SAFE_INTEGER, page.size + 1);
  const sequences = new Map(events.map(({ tenant, sequence }) => [`${tenant}.${sequence}`, sequence]));
  const entries = await toEntries(services, events);
  const key = ({ id }: HistoryEntry) => [sequences.get(id)!];
  return toConnection(services.cursors, page, entries, list.count, key, (entry) => entry);
}
