import { rankOf } from '@jetbridge/schema';
import { ranksOf } from '@jetbridge/schema/storage';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import { Airline, Rank, toAirline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { callsign, Member } from './member.types.ts';

@Resolver(() => Member)
export class MemberResolver {
  @FieldResolver(() => User)
  async user(@Root() member: Member, @Ctx() { loaders }: RequestContext): Promise<User> {
    return toUser((await loaders.user.load(member.userId))!);
  }

  @FieldResolver(() => Airline)
  async airline(@Root() member: Member, @Ctx() { loaders }: RequestContext): Promise<Airline> {
    return toAirline((await loaders.airline.load(member.airlineId))!);
  }

  @FieldResolver(() => String, { description: 'Code and pilot number, such as NAX0042.' })
  async callsign(@Root() member: Member, @Ctx() { loaders }: RequestContext): Promise<string> {
    return callsign(member, (await loaders.airline.load(member.airlineId))!);
  }

  @FieldResolver(() => Rank, { nullable: true, description: 'By hours; null below the first rank, or where the airline has none.' })
  async rank(@Root() member: Member, @Ctx() { loaders }: RequestContext): Promise<Rank | null> {
    return rankOf(member.minutes, ranksOf((await loaders.airline.load(member.airlineId))!));
  }
}
