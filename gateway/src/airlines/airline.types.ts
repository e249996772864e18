import type {
  AutoAccept as Accepting,
  DistanceUnit as Distance,
  FlightNetwork as Network,
  JoinPolicy as Policy,
  OwnReview as Reviewing,
  AirlineState as State,
  WeightUnit as Weight,
} from '@jetbridge/schema';
import type { AirlineRow } from '@jetbridge/schema/storage';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { AirlineState, AutoAccept, DistanceUnit, FlightNetwork, JoinPolicy, OwnReview, WeightUnit } from '../graphql/enums.ts';
import { Cursor } from '../graphql/scalars.ts';

/** The public profile; what only members see is resolved beside it, each field under its own rule. */
@ObjectType()
export class Airline {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) iata!: string | null;
  @Field(() => String, { nullable: true }) brandColour!: string | null;
  @Field(() => JoinPolicy) joinPolicy!: Policy;
  @Field(() => AirlineState) state!: State;
}

export const AirlineConnection = connectionOf('Airline', () => Airline);

export function toAirline({ id, code, name, iata, brandColour, joinPolicy, state }: AirlineRow): Airline {
  return { id, code, name, iata: iata ?? null, brandColour: brandColour ?? null, joinPolicy, state };
}

@InputType()
export class CreateAirlineInput {
  @Field(() => String, { description: 'Three capital letters.' }) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) iata?: string | null;
  @Field(() => JoinPolicy, { nullable: true }) joinPolicy?: Policy | null;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@ObjectType()
export class AirlinePayload {
  @Field(() => Cursor) cursor!: string;
  @Field(() => Airline) airline!: Airline;
}

/** A rank is held from so many hours of accepted block time on. */
@ObjectType()
export class Rank {
  @Field(() => String) name!: string;
  @Field(() => Int) minimumHours!: number;
}

@ObjectType()
export class AirlineSettings {
  @Field(() => AutoAccept, { description: 'Which PIREPs are accepted unread: none, those that meet the rules, or all.' })
  autoAccept!: Accepting;
  @Field(() => Int, { nullable: true, description: 'Rule: the landing is known and no harder than this; null asks for nothing.' })
  landingRateLimitFpm!: number | null;
  @Field(() => [FlightNetwork], { description: 'Rule: flown on one of these; none asks for nothing.' })
  autoAcceptNetworks!: Network[];
  @Field(() => OwnReview, { description: 'Who of those who review may review their own PIREPs.' }) ownReview!: Reviewing;
  @Field(() => DistanceUnit, { description: 'What the pages of the airline start with.' }) distanceUnit!: Distance;
  @Field(() => WeightUnit, { description: 'What the pages of the airline start with.' }) weightUnit!: Weight;
}

@InputType()
export class AirlineSettingsInput {
  @Field(() => AutoAccept, { nullable: true }) autoAccept?: Accepting | null;
  @Field(() => Int, { nullable: true, description: 'Negative feet per minute, such as -600; null asks for nothing.' })
  landingRateLimitFpm?: number | null;
  @Field(() => [FlightNetwork], { nullable: true }) autoAcceptNetworks?: Network[] | null;
  @Field(() => OwnReview, { nullable: true }) ownReview?: Reviewing | null;
  @Field(() => DistanceUnit, { nullable: true }) distanceUnit?: Distance | null;
  @Field(() => WeightUnit, { nullable: true }) weightUnit?: Weight | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateAirlineInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Null for none.' }) iata?: string | null;
  @Field(() => String, { nullable: true, description: 'As #d81939; null for none.' }) brandColour?: string | null;
  @Field(() => JoinPolicy, { nullable: true }) joinPolicy?: Policy | null;
  @Field(() => AirlineSettingsInput, { nullable: true }) settings?: AirlineSettingsInput | null;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class RankInput {
  @Field(() => String) name!: string;
  @Field(() => Int) minimumHours!: number;
}

@InputType()
export class SetRanksInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => [RankInput], { description: 'All of them, in any order.' }) ranks!: RankInput[];
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class AirlineReasonInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => String, { description: 'Kept in the history of the airline.' }) reason!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class CloseAirlineInput extends AirlineReasonInput {
  @Field(() => String, { description: 'The code of the airline, typed to confirm.' }) code!: string;
}
