import type { JoinPolicy as Policy, AirlineState as State } from '@jetbridge/schema';
import type { AirlineRow } from '@jetbridge/schema/storage';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { AirlineState, JoinPolicy } from '../graphql/enums.ts';
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
