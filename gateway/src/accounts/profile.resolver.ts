import { platformTenant, userStream } from '@jetbridge/schema/events';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { inTheirAirlines } from '../memberships-of-person.ts';
import { toUser, UpdateProfileInput, UserPayload } from './account.types.ts';
import { userDecider } from './user.decider.ts';

@Resolver()
export class ProfileResolver {
  @Mutation(() => UserPayload)
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) { displayName, commandId }: UpdateProfileInput,
    @Ctx() context: RequestContext,
  ): Promise<UserPayload> {
    const { commands, now } = context.services;
    const { userId } = context;
    const { cursor } = await commands.run({
      operation: 'updateProfile',
      actorId: userId,
      commandId,
      input: { displayName },
      now: now(),
      decide: async (streams) => {
        const changed = await streams.decide(userDecider, platformTenant, userStream(userId), {
          type: 'ChangeProfile',
          userId,
          displayName,
        });
        const told = changed.events.length > 0 ? await inTheirAirlines(context.services, streams, userId, 'Rename') : [];
        return { resultId: userId, writes: [...told, changed] };
      },
    });
    context.renewLoaders();
    return { cursor, user: toUser((await context.loaders.user.load(userId))!) };
  }
}
