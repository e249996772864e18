import { formatPilotNumber, type MemberRole as Role } from '@jetbridge/schema';
import type { AirlineRow, MemberRow } from '@jetbridge/schema/storage';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Airport } from '../airports/airport.types.ts';
import { findAirport } from '../airports/airports.ts';
import { connectionOf } from '../graphql/connection.ts';
import { MemberRole } from '../graphql/enums.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';

/** A user in an airline. `user`, `airline`, `rank` and `callsign` are resolved from the ids. */
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
  @Field(() => DateTime, { nullable: true, description: 'Null while they are a member. Who left keeps flights, totals and number.' })
  leftAt!: number | null;
}

export const MemberConnection = connectionOf('Member', () => Member);

export function toMember(row: MemberRow): Member {
  return { ...row, leftAt: row.leftAt ?? null, lastAirport: (row.lastAirport && findAirport(row.lastAirport)) || null };
}

export function callsign(member: Member, airline: AirlineRow): string {
  return formatPilotNumber(airline.code, member.pilotNumber);
}

@ObjectType()
export class MemberPayload {
  @Field(() => Cursor) cursor!: string;
  @Field(() => Member) member!: Member;
}

@InputType()
export class ChangeMemberRoleInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID) userId!: string;
  @Field(() => MemberRole) role!: Role;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class MemberReasonInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID) userId!: string;
  @Field(() => String) reason!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class LeaveAirlineInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}
