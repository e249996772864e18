import type { ChangeKind as Kind } from '@jetbridge/schema';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { User } from '../accounts/account.types.ts';
import { Airline } from '../airlines/airline.types.ts';
import { Application } from '../members/application.types.ts';
import { Member } from '../members/member.types.ts';
import { Pirep } from '../pireps/pirep.types.ts';
import { ChangeKind } from './enums.ts';
import { Cursor, DateTime } from './scalars.ts';

export const ChangeNode = createUnionType({
  name: 'ChangeNode',
  types: () => [Pirep, Member, Airline, Application, User] as const,
  resolveType: (node) => {
    if ('flightNumber' in node) return 'Pirep';
    if ('pilotNumber' in node) return 'Member';
    if ('appliedAt' in node) return 'Application';
    return 'displayName' in node ? 'User' : 'Airline';
  },
});

/** One step in a history. `node` and `actor` are resolved from the ids when it is delivered. */
@ObjectType()
export class Change {
  actorId!: string | null;
  /** Told to the person it is about. */
  own!: boolean;
  @Field(() => Cursor, { description: 'Where the history stands after this change: the `after` of a later subscription.' }) cursor!: string;
  @Field(() => Cursor, {
    nullable: true,
    description: 'The cursor before it: differs from the last one received when something was missed.',
  })
  previous!: string | null;
  @Field(() => ChangeKind) kind!: Kind;
  @Field(() => ID, { nullable: true }) id!: string | null;
  @Field(() => DateTime) at!: number;
}
