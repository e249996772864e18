import { allows, Rejected } from '@jetbridge/schema';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { toUser, User } from '../accounts/account.types.ts';
import { toAirline } from '../airlines/airline.types.ts';
import type { RequestContext, Services } from '../context.ts';
import { toApplication } from '../members/application.types.ts';
import { toMember } from '../members/member.types.ts';
import { toPirep } from '../pireps/pirep.types.ts';
import { OpenTopic, startingPosition } from './changes.ts';
import { Change, ChangeNode } from './changes.types.ts';
import { Cursor } from './scalars.ts';
import { accountTopic, airlineTopic, platformTopic, type Topic } from './topics.ts';

@Resolver(() => Change)
export class ChangesResolver {
  @Subscription(() => Change, {
    description: 'Every change in an airline after the cursor (or from now on), exactly once, in order.',
    subscribe: async ({ args, context }) => {
      // Platform admins pass the rule for whatever they name; what is no airline's has rules of its own.
      if (!(await context.loaders.airline.load(args.airlineId))) throw new Rejected('NOT_FOUND', 'There is no such thing here.');
      return open(context, airlineTopic(args.airlineId), args);
    },
  })
  airlineChanges(
    @Root() change: Change,
    @Arg('airlineId', () => ID) _airlineId: string,
    @Arg('after', () => Cursor, { nullable: true }) _after: string | null,
  ): Change {
    return change;
  }

  @Subscription(() => Change, {
    description:
      "What changes about the caller's account, and about them in airlines, after the cursor (or from now on): exactly once, in order.",
    subscribe: ({ args, context }) => open(context, accountTopic(context.userId), args),
  })
  accountChanges(@Root() change: Change, @Arg('after', () => Cursor, { nullable: true }) _after: string | null): Change {
    return change;
  }

  @Subscription(() => Change, {
    description: 'For platform admins: every change of an account, and of the directory of airlines, exactly once, in order.',
    subscribe: ({ args, context }) => open(context, platformTopic, args),
  })
  platformChanges(@Root() change: Change, @Arg('after', () => Cursor, { nullable: true }) _after: string | null): Change {
    return change;
  }

  @FieldResolver(() => ChangeNode, { nullable: true })
  async node(@Root() { kind, id, own }: Change, @Ctx() context: RequestContext): Promise<typeof ChangeNode | null> {
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
        return row && (own || allows('application:decide', await context.standing(row.airlineId))) ? toApplication(row) : null;
      }
      case 'USER': {
        const row = await loaders.user.load(id);
        return row && toUser(row);
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

async function open({ services }: { services: Services }, topic: Topic, { after }: { after?: string | null }): Promise<OpenTopic> {
  return new OpenTopic(topic, await startingPosition(services, topic, after ?? null));
}
