import type { UserRow } from '@jetbridge/schema/storage';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';

@ObjectType()
export class User {
  @Field(() => ID) id!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String, { nullable: true, description: 'Only for oneself and platform admins.' }) email!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only for oneself and platform admins.' }) emailVerified!: boolean | null;
  @Field(() => Boolean) platformAdmin!: boolean;
}

export const UserConnection = connectionOf('User', () => User);

export function toUser({ id, displayName, email, emailVerified, platformAdmin }: UserRow): User {
  return { id, displayName: displayName ?? 'Former member', email: email ?? null, emailVerified, platformAdmin };
}

@ObjectType()
export class SetupState {
  @Field(() => Boolean, { description: 'True until the first platform admin exists.' }) needed!: boolean;
}

@InputType()
export class RegisterInput {
  @Field(() => String) email!: string;
  @Field(() => String, { description: 'The name other pilots see.' }) displayName!: string;
  @Field(() => String) password!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

/** Says nothing about whether the address had an account: the mail does. */
@ObjectType()
export class RegisterPayload {
  @Field(() => Boolean) ok!: boolean;
}

@InputType()
export class TokenInput {
  @Field(() => String, { description: 'From the link in the mail.' }) token!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@ObjectType()
export class VerifyEmailPayload {
  @Field(() => Boolean) ok!: boolean;
}

@InputType()
export class EmailInput {
  @Field(() => String) email!: string;
}

@InputType()
export class ResetPasswordInput {
  @Field(() => String, { description: 'From the link in the mail.' }) token!: string;
  @Field(() => String) password!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String) currentPassword!: string;
  @Field(() => String) newPassword!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class RequestEmailChangeInput {
  @Field(() => String, { description: 'The new address: a link is mailed there.' }) email!: string;
  @Field(() => String, { nullable: true, description: 'Needed ten minutes after the last time it was given.' }) password?: string | null;
}

@InputType()
export class UpdateProfileInput {
  @Field(() => String) displayName!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@ObjectType()
export class UserPayload {
  @Field(() => Cursor) cursor!: string;
  @Field(() => User) user!: User;
}

@InputType()
export class ReauthInput {
  @Field(() => String, { nullable: true, description: 'Needed ten minutes after the last time it was given.' }) password?: string | null;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@ObjectType()
export class ExportPayload {
  @Field(() => String) filename!: string;
  @Field(() => String, { description: 'Everything about the person, to be saved as a file.' }) json!: string;
}

@ObjectType()
export class AccountDeletionPayload {
  @Field(() => DateTime, { nullable: true, description: 'Until then it can be cancelled; null when the account is gone already.' })
  deletionDueAt!: number | null;
}
