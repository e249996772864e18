import type { ChangeKind as Kind } from '@jetbridge/schema';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { Airline } from '../airlines/airline.types.ts';
import { Application } from '../members/application.types.ts';
import { Member } from '../members/member.types.ts';
import { Pirep } from '../pireps/pirep.types.ts';
import { ChangeKind } from './enums.ts';
import { Cursor, DateTime } from './scalars.ts';

export const ChangeNode = createUnionType({
  name: 'ChangeNode',
  types: () => [Pirep, Member, Airline, Application] as const,
  resolveType: (node) =>
    'flightNumber' in node ? 'Pirep' : 'pilotNumber' in node ? 'Member' : 'appliedAt' in node ? 'Application' : 'Airline',
});

/** One step in a history. `node` and `actor` are resolved from the ids when it is delivered. */
@ObjectType()
export class Change {
  actorId!: string | null;
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
