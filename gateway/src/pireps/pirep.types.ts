import type { FlightInput, FlightNetwork as Network, PirepState as State, WeightUnit as Unit } from '@jetbridge/schema';
import type { PirepRow } from '@jetbridge/schema/storage';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Airport } from '../airports/airport.types.ts';
import { findAirport } from '../airports/airports.ts';
import { connectionOf } from '../graphql/connection.ts';
import { FlightNetwork, PirepState, WeightUnit } from '../graphql/enums.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';

/** A pilot's report of a flight. `pilot`, `reviewer` and `airline` are resolved from the ids. */
@ObjectType()
export class Pirep {
  airlineId!: string;
  memberId!: string;
  reviewerId!: string | null;
  @Field(() => ID) id!: string;
  @Field(() => PirepState) state!: State;
  @Field(() => String) flightNumber!: string;
  @Field(() => Airport) departure!: Airport;
  @Field(() => Airport) arrival!: Airport;
  @Field(() => Airport, { nullable: true }) alternate!: Airport | null;
  @Field(() => DateTime) offBlockAt!: number;
  @Field(() => DateTime) onBlockAt!: number;
  @Field(() => Int) blockMinutes!: number;
  @Field(() => Int) flightMinutes!: number;
  @Field(() => Float) distanceNm!: number;
  @Field(() => Boolean, { description: 'The pilot gave a distance of their own instead of the great circle.' })
  distanceOverridden!: boolean;
  @Field(() => String) aircraftType!: string;
  @Field(() => String, { nullable: true }) registration!: string | null;
  @Field(() => Float, { nullable: true }) fuelUsedKg!: number | null;
  @Field(() => Float, { nullable: true }) blockFuelKg!: number | null;
  @Field(() => WeightUnit, { nullable: true, description: 'The unit the fuel was entered in.' }) fuelUnit!: Unit | null;
  @Field(() => Int, { nullable: true, description: 'Feet per minute, negative.' }) landingRateFpm!: number | null;
  @Field(() => Int, { nullable: true, description: 'Hundreds of feet.' }) cruiseLevel!: number | null;
  @Field(() => FlightNetwork) network!: Network;
  @Field(() => String, { nullable: true }) route!: string | null;
  @Field(() => String, { nullable: true }) remarks!: string | null;
  @Field(() => Boolean) training!: boolean;
  @Field(() => DateTime) filedAt!: number;
  @Field(() => DateTime, { nullable: true }) reviewedAt!: number | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' }) reason!: string | null;
  @Field(() => Boolean, { description: 'Accepted by the rules of the airline as it was filed; nobody reviewed.' }) automatic!: boolean;
  @Field(() => String, { nullable: true, description: 'What staff asked, while the pilot has not answered.' }) question!: string | null;
  @Field(() => Int, { description: 'How many; they are in the history.' }) comments!: number;
}

export const PirepConnection = connectionOf('Pirep', () => Pirep);

export function toPirep(row: PirepRow): Pirep {
  return {
    ...(row as unknown as Pirep),
    departure: findAirport(row.departure)!,
    arrival: findAirport(row.arrival)!,
    alternate: (row.alternate && findAirport(row.alternate)) || null,
  };
}

@InputType()
export class PirepFilter {
  @Field(() => [PirepState], { nullable: true }) states?: State[] | null;
  @Field(() => ID, { nullable: true, description: 'Member id.' }) pilotId?: string | null;
  @Field(() => String, { nullable: true, description: 'ICAO code.' }) departure?: string | null;
  @Field(() => String, { nullable: true, description: 'ICAO code.' }) arrival?: string | null;
  @Field(() => String, { nullable: true, description: 'ICAO code of either end.' }) airport?: string | null;
  @Field(() => String, { nullable: true, description: 'ICAO type designator.' }) aircraftType?: string | null;
  @Field(() => FlightNetwork, { nullable: true }) network?: Network | null;
  @Field(() => DateTime, { nullable: true, description: 'Off-block at or after.' }) from?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Off-block before.' }) to?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Whole words, all of which fit: flight number or callsign, airport (ICAO, IATA, city), aircraft type, registration.',
  })
  text?: string | null;
}

@InputType()
export class WeightInput {
  @Field(() => Float) value!: number;
  @Field(() => WeightUnit) unit!: Unit;
}

@InputType()
abstract class FlightFields implements FlightInput {
  @Field(() => String, { description: 'One to four digits and perhaps a letter.' }) flightNumber!: string;
  @Field(() => String, { description: 'ICAO code.' }) departure!: string;
  @Field(() => String, { description: 'ICAO code.' }) arrival!: string;
  @Field(() => String, { nullable: true }) alternate?: string | null;
  @Field(() => DateTime) offBlockAt!: string;
  @Field(() => DateTime) onBlockAt!: string;
  @Field(() => Int, { nullable: true, description: 'Take-off to landing; the block time when left out.' }) flightMinutes?: number | null;
  @Field(() => String, { description: 'ICAO type designator.' }) aircraftType!: string;
  @Field(() => String, { nullable: true }) registration?: string | null;
  @Field(() => Float, { nullable: true, description: 'The great-circle distance when left out.' }) distanceNm?: number | null;
  @Field(() => WeightInput, { nullable: true }) fuelUsed?: WeightInput | null;
  @Field(() => WeightInput, { nullable: true }) blockFuel?: WeightInput | null;
  @Field(() => Int, { nullable: true }) landingRateFpm?: number | null;
  @Field(() => Int, { nullable: true }) cruiseLevel?: number | null;
  @Field(() => String, { nullable: true }) route?: string | null;
  @Field(() => FlightNetwork, { nullable: true }) network?: Network | null;
  @Field(() => String, { nullable: true }) remarks?: string | null;
  @Field(() => Boolean, { nullable: true }) training?: boolean | null;
}

@InputType()
export class FilePirepInput extends FlightFields {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType({ description: 'The whole flight anew: what is left out is no longer said.' })
export class AmendPirepInput extends FlightFields {
  @Field(() => ID) pirepId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class PirepInput {
  @Field(() => ID) pirepId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class PirepReasonInput extends PirepInput {
  @Field(() => String) reason!: string;
}

@InputType()
export class PirepTextInput extends PirepInput {
  @Field(() => String) text!: string;
}

@ObjectType()
export class PirepPayload {
  @Field(() => Cursor) cursor!: string;
  @Field(() => Pirep) pirep!: Pirep;
}
