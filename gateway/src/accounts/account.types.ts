import type { UserRow } from '@jetbridge/schema/storage';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType()
export class User {
  @Field(() => ID) id!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true, description: 'Only for oneself and platform admins.' }) email!: string | null;
  @Field(() => Boolean) platformAdmin!: boolean;
}

export function toUser({ id, displayName, email, platformAdmin }: UserRow): User {
  return { id, displayName: displayName ?? 'Former member', email: email ?? null, platformAdmin };
}

@ObjectType()
export class SetupState {
  @Field(() => Boolean, { description: 'True until the first platform admin exists.' }) needed!: boolean;
}
