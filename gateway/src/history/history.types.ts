import type { HistoryKind as Kind } from '@jetbridge/schema';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/connection.ts';
import { HistoryKind } from '../graphql/enums.ts';
import { DateTime } from '../graphql/scalars.ts';

@ObjectType({ description: 'One fact that became another; values as text, null where there was or is none.' })
export class FieldChange {
  @Field(() => String) field!: string;
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String, { nullable: true }) to!: string | null;
}

/** Who did what, when, why. `actor`, `pirep` and `member` are resolved from the ids. */
@ObjectType()
export class HistoryEntry {
  actorId!: string | null;
  pirepId!: string | null;
  memberId!: string | null;
  @Field(() => ID) id!: string;
  @Field(() => DateTime) at!: number;
  @Field(() => HistoryKind) kind!: Kind;
  @Field(() => String, { nullable: true, description: 'The reason, question, answer or comment.' }) text!: string | null;
  @Field(() => [FieldChange]) changes!: FieldChange[];
}

export const HistoryConnection = connectionOf('History', () => HistoryEntry);
