import { type Leaderboard as By, limits, Rejected } from '@jetbridge/schema';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { Leaderboard } from '../graphql/enums.ts';
import { Member, toMember } from '../members/member.types.ts';
import { countActive, periodOf, readLeaders, readStats } from './read-stats.ts';
import { AirlineStats, LeaderboardEntry, MemberStats } from './stats.types.ts';

const columns = { FLIGHTS: 'flights', HOURS: 'minutes', DISTANCE: 'distance' } as const;
const properties = { FLIGHTS: 'flights', HOURS: 'minutes', DISTANCE: 'distanceNm' } as const;

@Resolver(() => Airline)
export class AirlineStatsResolver {
  @FieldResolver(() => AirlineStats, { description: `Of the last days, at most ${limits.statsDays}.` })
  async stats(
    @Root() { id: airlineId }: Airline,
    @Arg('days', () => Int, { nullable: true, defaultValue: 30 }) days: number | null,
    @Ctx() { services: { storage, now } }: RequestContext,
  ): Promise<AirlineStats> {
    const period = periodOf(days, now());
    const whose = { airlineId };
    const [stats, activePilots] = await Promise.all([readStats(storage.reader, whose, period), countActive(storage.reader, whose, period)]);
    return { ...stats, airlineId, from: period.from, activePilots };
  }
}

@Resolver(() => AirlineStats)
export class LeaderboardResolver {
  @FieldResolver(() => [LeaderboardEntry], { description: 'Pilots who flew most.' })
  async leaderboard(
    @Root() { airlineId, from }: AirlineStats,
    @Arg('by', () => Leaderboard, { nullable: true, defaultValue: 'HOURS' }) by: By | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() { services: { storage }, loaders }: RequestContext,
  ): Promise<LeaderboardEntry[]> {
    const [count, order] = [first ?? 10, by ?? 'HOURS'];
    if (count < 1 || count > limits.pageSize) throw new Rejected('INVALID_INPUT', `Ask for 1 to ${limits.pageSize} at a time.`, 'first');
    const leaders = await readLeaders(storage.reader, { airlineId }, from, columns[order], count);
    const figure = properties[order];
    return Promise.all(
      leaders.map(async ({ memberId, ...flown }) => {
        const place = leaders.findIndex((other) => other[figure] === flown[figure]) + 1;
        return { ...flown, place, member: toMember((await loaders.member.load(memberId))!) };
      }),
    );
  }
}

@Resolver(() => Member)
export class MemberStatsResolver {
  @FieldResolver(() => MemberStats, { description: `Of the last days, at most ${limits.statsDays}.` })
  stats(
    @Root() { id: memberId, airlineId }: Member,
    @Arg('days', () => Int, { nullable: true, defaultValue: 30 }) days: number | null,
    @Ctx() { services: { storage, now } }: RequestContext,
  ): Promise<MemberStats> {
    return readStats(storage.reader, { airlineId, memberId }, periodOf(days, now()));
  }
}
