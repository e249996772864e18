import type { MemberRole as Role } from '@jetbridge/schema';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { MemberRole } from '../graphql/enums.ts';
import { DateTime } from '../graphql/scalars.ts';

/** An invitation that was mailed and waits. `invitedBy` is resolved from the id. */
@ObjectType()
export class Invitation {
  invitedById!: string | null;
  @Field(() => ID) id!: string;
  @Field(() => String) email!: string;
  @Field(() => MemberRole) role!: Role;
  @Field(() => DateTime) createdAt!: number;
  @Field(() => DateTime) expiresAt!: number;
}

export const InvitationConnection = connectionOf('Invitation', () => Invitation);

@InputType()
export class InviteMemberInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => String, { description: 'A link that works for 7 days is mailed there; an older one of the same address ends.' })
  email!: string;
  @Field(() => MemberRole) role!: Role;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class RevokeInvitationInput {
  @Field(() => ID) airlineId!: string;
  @Field(() => ID) invitationId!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}
