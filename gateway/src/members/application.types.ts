import type { ApplicationRow } from '@jetbridge/schema/storage';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { ApplicationState } from '../graphql/enums.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';
import { Member } from './member.types.ts';

/** Somebody who asked to join an airline. `user` and `airline` are resolved from the ids. */
@ObjectType()
export class Application {
  airlineId!: string;
  userId!: string;
  @Field(() => ID) id!: string;
  @Field(() => ApplicationState) state!: ApplicationRow['state'];
  @Field(() => String, { nullable: true, description: 'What they wrote; only until there is an answer.' }) message!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined.' }) reason!: string | null;
  @Field(() => DateTime) appliedAt!: number;
  @Field(() => DateTime, { nullable: true }) decidedAt!: number | null;
}

export const ApplicationConnection = connectionOf('Application', () => Application);

export function toApplication(row: ApplicationRow): Application {
  return row as Application;
}

@InputType()
export class JoinAirlineInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => String, { nullable: true, description: 'To who decides, where the airline takes applications.' }) message?: string | null;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

/** One of the two: an open airline is joined, another one is applied to. */
@ObjectType()
export class JoinPayload {
  @Field(() => Cursor) cursor!: string;
  @Field(() => Member, { nullable: true }) member!: Member | null;
  @Field(() => Application, { nullable: true }) application!: Application | null;
}

@InputType()
export class WithdrawApplicationInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class DecideApplicationInput {
  @Field(() => ID) applicationId!: string;
  @Field(() => Boolean) accept!: boolean;
  @Field(() => String, { nullable: true, description: 'Needed to decline; mailed to the applicant.' }) reason?: string | null;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}
