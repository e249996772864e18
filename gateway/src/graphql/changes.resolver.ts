import { allows } from '@jetbridge/schema';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import { toAirline } from '../airlines/airline.types.ts';
import type { RequestContext, Services } from '../context.ts';
import { toApplication } from '../members/application.types.ts';
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
  async node(@Root() { kind, id }: Change, @Ctx() context: RequestContext): Promise<typeof ChangeNode | null> {
    if (id === null) return null;
    const { loaders } = context;
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
      case 'APPLICATION': {
        // Who may not decide about it learns that something happened, not what.
        const row = await context.loaders.application.load(id);
        return row && allows('application:decide', await context.standing(row.airlineId)) ? toApplication(row) : null;
      }
      case 'INVITATION':
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
