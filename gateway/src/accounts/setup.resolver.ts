import { checkCompleteSetup, Rejected } from '@jetbridge/schema';
import { platformTenant, setupStream, userStream } from '@jetbridge/schema/events';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { refuseCommonPassword } from '../auth/common-passwords.ts';
import { openSession, userAgent } from '../auth/open-session.ts';
import { requireCookies } from '../auth/refresh-cookie.ts';
import { CompleteSetupInput, SessionPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { refuse } from '../refuse.ts';
import { SetupState } from './account.types.ts';
import { setupDecider, userDecider } from './user.decider.ts';

@Resolver()
export class SetupResolver {
  @Query(() => SetupState)
  async setup(@Ctx() { services }: RequestContext): Promise<SetupState> {
    return { needed: await services.setupTokens.needed() };
  }

  @Mutation(() => SessionPayload, { description: 'Makes the first platform admin, with the token from the server log.' })
  async completeSetup(
    @Arg('input', () => CompleteSetupInput) input: CompleteSetupInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionPayload> {
    const { commands, credentials, passwords, sessions, setupTokens, now } = context.services;
    requireCookies(context);
    if (!(await setupTokens.needed())) throw new Rejected('CONFLICT', 'Jetbridge is already set up.');
    await setupTokens.check(input.token, now());
    refuse(checkCompleteSetup(input));
    await refuseCommonPassword(input.password);
    const { email, displayName } = input;
    const passwordHash = await passwords.hash(input.password);
    const at = now();
    const { resultId: userId } = await commands.run({
      operation: 'completeSetup',
      actorId: null,
      commandId: input.commandId,
      input: { token: input.token, email, displayName }, // the password must leave no trace, not even a fast hash
      now: at,
      decide: async (streams) => {
        const userId = uuid();
        return {
          resultId: userId,
          writes: [
            await streams.decide(userDecider, platformTenant, userStream(userId), {
              ...{ type: 'Register', userId, email, displayName },
              verified: true, // whoever reads the server's log needs no mail
              platformAdmin: true,
            }),
            await streams.decide(setupDecider, platformTenant, setupStream, { userId }),
          ],
          statements: [credentials.insert(userId, email, passwordHash, at), { sql: 'delete from setup_token', params: [] }],
        };
      },
    });
    return openSession(context, await sessions.start(userId, userAgent(context), at));
  }
}
