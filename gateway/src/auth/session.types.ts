import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Viewer } from '../accounts/viewer.types.ts';
import { Cursor, DateTime } from '../graphql/scalars.ts';

@InputType()
export class CompleteSetupInput {
  @Field(() => String, { description: 'From the setup link in the server log.' }) token!: string;
  @Field(() => String) email!: string;
  @Field(() => String) displayName!: string;
  @Field(() => String) password!: string;
  @Field(() => ID, { nullable: true }) commandId?: string | null;
}

@InputType()
export class SignInInput {
  @Field(() => String) email!: string;
  @Field(() => String) password!: string;
}

/** The refresh token is not here: it travels in an HttpOnly cookie. */
@ObjectType()
export class SessionPayload {
  @Field(() => String) accessToken!: string;
  @Field(() => DateTime, { description: 'When the access token ends.' }) expiresAt!: number;
  @Field(() => Viewer) viewer!: Viewer;
}

@ObjectType()
export class AckPayload {
  @Field(() => Boolean) ok!: boolean;
  @Field(() => Cursor, { nullable: true, description: 'The place after it in the history of the airline, where it changed one.' })
  cursor?: string;
}

/** A device that is signed in. */
@ObjectType()
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => Boolean, { description: 'The one that asks.' }) current!: boolean;
  @Field(() => String, { description: 'What its browser says of itself.' }) userAgent!: string;
  @Field(() => DateTime) createdAt!: number;
  @Field(() => DateTime) lastUsedAt!: number;
  @Field(() => DateTime, { description: 'At the latest; two weeks without use end it sooner.' }) expiresAt!: number;
}

@InputType()
export class RevokeSessionInput {
  @Field(() => ID) sessionId!: string;
}

@InputType()
export class SignOutEverywhereInput {
  @Field(() => Boolean, { nullable: true, defaultValue: true }) keepCurrent?: boolean | null;
}
