import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { DateTime } from '../graphql/scalars.ts';

/** A mail that waits to be sent, or was sent a short while ago. */
@ObjectType()
export class Mail {
  @Field(() => ID) id!: string;
  @Field(() => String) to!: string;
  @Field(() => String) subject!: string;
  @Field(() => String, { nullable: true, description: 'Only while no mail server is configured: there is no other way to its links.' })
  text!: string | null;
  @Field(() => DateTime) createdAt!: number;
  @Field(() => DateTime, { nullable: true }) sentAt!: number | null;
  @Field(() => Int) attempts!: number;
  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' }) error!: string | null;
}

export const MailConnection = connectionOf('Mail', () => Mail);
