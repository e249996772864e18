import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Airport } from '../airports/airport.types.ts';
import { Member } from '../members/member.types.ts';

/** What was flown: accepted PIREPs, by when they came on block. */
@ObjectType()
export class Flown {
  @Field(() => Int) flights!: number;
  @Field(() => Int, { description: 'Block time.' }) minutes!: number;
  @Field(() => Float) distanceNm!: number;
}

@ObjectType({ description: 'A UTC day.' })
export class DayStats extends Flown {
  @Field(() => String, { description: 'Such as 2026-11-22.' }) date!: string;
  @Field(() => Int, { description: 'PIREPs filed that day, whatever became of them.' }) filed!: number;
}

@ObjectType()
export class RouteStats extends Flown {
  @Field(() => Airport) departure!: Airport;
  @Field(() => Airport) arrival!: Airport;
}

@ObjectType()
export class LeaderboardEntry extends Flown {
  @Field(() => Int, { description: 'From 1; equals share it.' }) place!: number;
  @Field(() => Member) member!: Member;
}

/** The last `days` UTC days, today among them. Flights, minutes and distance are of accepted PIREPs by on-block, the others of those filed. */
@ObjectType()
export class Stats extends Flown {
  @Field(() => Int) days!: number;
  @Field(() => Int) filed!: number;
  @Field(() => Int, { description: 'Of those filed.' }) accepted!: number;
  @Field(() => Int, { description: 'Of those filed.' }) rejected!: number;
  @Field(() => Float, { nullable: true, description: 'Of those reviewed, 0 to 1; null when none was.' }) acceptRate!: number | null;
  @Field(() => [DayStats], { description: 'Every day, oldest first.' }) daily!: DayStats[];
  @Field(() => [RouteStats], { description: 'The ten flown most.' }) routes!: RouteStats[];
}

@ObjectType()
export class MemberStats extends Stats {}

@ObjectType()
export class AirlineStats extends Stats {
  airlineId!: string;
  /** Epoch ms. */
  from!: number;
  @Field(() => Int, { description: 'Pilots who came on block.' }) activePilots!: number;
}
