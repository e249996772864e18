import { pirepStream } from '@jetbridge/schema/events';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Airline, toAirline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { HistoryEntry } from '../history/history.types.ts';
import { timelineOf } from '../history/history-entry.ts';
import { Member, toMember } from '../members/member.types.ts';
import { Pirep } from './pirep.types.ts';

@Resolver(() => Pirep)
export class PirepResolver {
  @FieldResolver(() => Member)
  async pilot(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Member> {
    return toMember((await loaders.member.load(pirep.memberId))!);
  }

  @FieldResolver(() => Member, { nullable: true })
  async reviewer(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Member | null> {
    const member = pirep.reviewerId && (await loaders.member.load(pirep.reviewerId));
    return member ? toMember(member) : null;
  }

  @FieldResolver(() => Airline)
  async airline(@Root() pirep: Pirep, @Ctx() { loaders }: RequestContext): Promise<Airline> {
    return toAirline((await loaders.airline.load(pirep.airlineId))!);
  }

  @FieldResolver(() => [HistoryEntry], { description: 'Who did what, when, why; oldest first. Comments, questions and answers are in it.' })
  async history(@Root() pirep: Pirep, @Ctx() { services: { storage, codec } }: RequestContext): Promise<HistoryEntry[]> {
    const stored = await storage.log.readStream(pirep.airlineId, pirepStream(pirep.id));
    return timelineOf(await Promise.all(stored.map((event) => codec.decode(event))));
  }
}
