import { ObjectType } from 'type-graphql';

/** The caller. Everything about them is resolved from the id. */
@ObjectType()
export class Viewer {
  userId!: string;
}
