import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import { toAirline } from '../airlines/airline.types.ts';
import type { RequestContext, Services } from '../context.ts';
import { toMember } from '../members/member.types.ts';
import { toPirep } from '../pireps/pirep.types.ts';
import { AirlineChanges, startingPosition } from './changes.ts';
import { Change, ChangeNode } from './changes.types.ts';
import { Cursor } from './scalars.ts';

@Resolver(() => Change)
export class ChangesResolver {
  @Subscription(() => Change, {
    description: 'Every change in an airline after the cursor (or from now on), exactly once, in order.',
    subscribe: async ({ args: { airlineId, after }, context: { services } }) =>
      new AirlineChanges(airlineId, await startingPosition(services as Services, airlineId, after ?? null)),
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
