import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import { toAirline } from '../airlines/airline.types.ts';
import type { RequestContext } from '../context.ts';
import { toMember } from '../members/member.types.ts';
import { toPirep } from '../pireps/pirep.types.ts';
import { followAirline, startingPosition } from './changes.ts';
import { Change, ChangeNode } from './changes.types.ts';
import { Cursor } from './scalars.ts';

@Resolver(() => Change)
export class ChangesResolver {
  @Subscription(() => Change, {
    description: 'Every change in an airline after the cursor (or from now on), exactly once, in order.',
    subscribe: ({ args, context }) =>
      openFollow(context as RequestContext, args.airlineId as string, (args.after as string | undefined) ?? null),
  })
  airlineChanges(
    @Root() change: Change,
    @Arg('airlineId', () => ID) _airlineId: string,
    @Arg('after', () => Cursor, { nullable: true }) _after: string | null,
  ): Change {
    return change;
  }

  @FieldResolver(() => ChangeNode, { nullable: true })
  async node(@Root() { kind, id }: Change, @Ctx() { loaders }: RequestContext): Promise<typeof ChangeNode | null> {
    if (id === null) return null;
    switch (kind) {
      case 'PIREP': {
        const row = await loaders.pirep.load(id);
        return row && toPirep(row);
      }
      case 'MEMBER': {
        const row = await loaders.member.load(id);
        return row && toMember(row);
      }
      case 'AIRLINE': {
        const row = await loaders.airline.load(id);
        return row && toAirline(row);
      }
      case 'RESYNC':
        return null;
      default:
        return kind satisfies never;
    }
  }

  @FieldResolver(() => User, { nullable: true })
  async actor(@Root() { actorId }: Change, @Ctx() { loaders }: RequestContext): Promise<User | null> {
    const row = actorId && (await loaders.user.load(actorId));
    return row ? toUser(row) : null;
  }
}

/** Ends at once when the client leaves, even while it waits; loads afresh for each change. */
async function openFollow(context: RequestContext, airlineId: string, after: string | null): Promise<AsyncIterable<Change>> {
  const from = await startingPosition(context.services, airlineId, after);
  const leaving = new AbortController();
  const changes = followAirline(context.services, airlineId, from, leaving.signal);
  return {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        const result = await changes.next();
        context.renewLoaders();
        return result;
      },
      return: async (value?: unknown) => {
        leaving.abort();
        await changes.return(undefined);
        return { done: true as const, value };
      },
    }),
  };
}
