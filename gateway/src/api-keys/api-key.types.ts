import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/scalars.ts';

/** What a program acts with in a person's name. */
@ObjectType()
export class ApiKey {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => [String], { description: 'Permissions: it may do what is here and what its owner may, where they meet.' })
  scopes!: readonly string[];
  @Field(() => DateTime) createdAt!: number;
  @Field(() => DateTime, { nullable: true, description: 'Null when it does not end by itself.' }) expiresAt!: number | null;
  @Field(() => DateTime, { nullable: true, description: 'To the minute; null when it was never used.' }) lastUsedAt!: number | null;
}

@InputType()
export class CreateApiKeyInput {
  @Field(() => String, { description: 'To tell it from the others.' }) name!: string;
  @Field(() => [String], { description: 'Permissions of yours that it gets.' }) scopes!: string[];
  @Field(() => DateTime, { nullable: true }) expiresAt?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed ten minutes after the last time it was given.' }) password?: string | null;
}

@ObjectType()
export class CreateApiKeyPayload {
  @Field(() => ApiKey) apiKey!: ApiKey;
  @Field(() => String, { description: 'Sent as `Authorization: Bearer …`. Shown here, once.' }) secret!: string;
}

@InputType()
export class RevokeApiKeyInput {
  @Field(() => ID) apiKeyId!: string;
}
