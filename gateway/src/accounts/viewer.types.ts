import { Field, ObjectType } from 'type-graphql';
import { Cursor } from '../graphql/scalars.ts';

/** The caller. Everything about them is resolved from the id. */
@ObjectType()
export class Viewer {
  userId!: string;
  @Field(() => Cursor, {
    nullable: true,
    description:
      'Where the account stood before the rest of this was read: what to give `accountChanges` as `after`. Null with an API key.',
  })
  cursor!: string | null;
}
