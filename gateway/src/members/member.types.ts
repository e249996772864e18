import { formatPilotNumber, type MemberRole as Role } from '@jetbridge/schema';
import type { AirlineRow, MemberRow } from '@jetbridge/schema/storage';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Airport } from '../airports/airport.types.ts';
import { findAirport } from '../airports/airports.ts';
import { connectionOf } from '../graphql/connection.ts';
import { MemberRole } from '../graphql/enums.ts';
import { DateTime } from '../graphql/scalars.ts';

/** A user in an airline. `user`, `airline` and `callsign` are resolved from the ids. */
@ObjectType()
export class Member {
  airlineId!: string;
  userId!: string;
  @Field(() => ID) id!: string;
  @Field(() => MemberRole) role!: Role;
  @Field(() => Int) pilotNumber!: number;
  @Field(() => Int, { description: 'Block time of accepted PIREPs.' }) minutes!: number;
  @Field(() => Int) flights!: number;
  @Field(() => Float) distanceNm!: number;
  @Field(() => Airport, { nullable: true }) lastAirport!: Airport | null;
  @Field(() => DateTime) joinedAt!: number;
}

export const MemberConnection = connectionOf('Member', () => Member);

export function toMember(row: MemberRow): Member {
  return { ...row, lastAirport: (row.lastAirport && findAirport(row.lastAirport)) || null };
}

export function callsign(member: Member, airline: AirlineRow): string {
  return formatPilotNumber(airline.code, member.pilotNumber);
}
