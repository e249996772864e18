import { platformTenant, userStream } from '@jetbridge/schema/events';
import { UserRow } from '@jetbridge/schema/storage';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireFreshAuthentication } from '../auth/reauthentication.ts';
import { clearRefreshCookie } from '../auth/refresh-cookie.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext, Services } from '../context.ts';
import { deletionRequested } from '../mail/notes.ts';
import { refuseWhileNeeded } from '../memberships-of-person.ts';
import { AccountDeletionPayload, ExportPayload, ReauthInput } from './account.types.ts';
import { erase } from './erasure.ts';
import { exportOf } from './export.ts';
import { loadUser } from './load-user.ts';
import { userDecider } from './user.decider.ts';

const dayMs = 24 * 60 * 60_000;

@Resolver()
export class OwnDataResolver {
  @Mutation(() => ExportPayload, { description: 'Everything about the caller, as one JSON file.' })
  async exportMyData(@Arg('input', () => ReauthInput) input: ReauthInput, @Ctx() context: RequestContext): Promise<ExportPayload> {
    const { rateLimits, now } = context.services;
    const { userId, sessionId } = await requireFreshAuthentication(context, input.password);
    await rateLimits.take('reauthenticate', { session: sessionId, account: userId }, now());
    const day = new Date(now()).toISOString().slice(0, 10);
    return { filename: `jetbridge-${day}.json`, json: await exportOf(context.services, userId) };
  }

  @Mutation(() => AccountDeletionPayload, {
    description:
      'Ends every session and API key. The account is erased when the grace is over, unless its owner signs in and cancels that.',
  })
  async requestAccountDeletion(
    @Arg('input', () => ReauthInput) input: ReauthInput,
    @Ctx() context: RequestContext,
  ): Promise<AccountDeletionPayload> {
    const { apiKeys, commands, config, mail, oneTimeTokens, sessions, now } = context.services;
    const { userId } = await requireFreshAuthentication(context, input.password);
    const at = now();
    const dueAt = at + config.deletionGraceDays * dayMs;
    await commands.run({
      operation: 'requestAccountDeletion',
      actorId: userId,
      commandId: input.commandId,
      input: {},
      now: at,
      decide: async (streams) => {
        await refuseWhileNeeded(context.services, streams, userId);
        const { email, platformAdmin } = await loadUser(context.services, userId);
        const onlyAdmin = platformAdmin && !(await hasOtherAdmins(context.services, userId));
        const command = { type: 'RequestDeletion' as const, userId, dueAt, onlyAdmin };
        return {
          resultId: userId,
          writes: [await streams.decide(userDecider, platformTenant, userStream(userId), command)],
          statements: [
            sessions.ending(userId, at),
            apiKeys.ending(userId, at),
            oneTimeTokens.voidAll(userId),
            ...(dueAt > at
              ? [mail.post({ userId, email }, (links) => deletionRequested(links, dueAt), { now: at, key: `deletion ${userId} ${dueAt}` })]
              : []),
          ],
        };
      },
    });
    sessions.announceEnd(userId);
    clearRefreshCookie(context);
    if (dueAt <= at) await erase(context.services, userId);
    const { deletionDueAt } = await loadUser(context.services, userId);
    return { deletionDueAt };
  }

  @Mutation(() => AckPayload)
  async cancelAccountDeletion(@Ctx() context: RequestContext): Promise<AckPayload> {
    const { commands, now } = context.services;
    const { userId } = context;
    await commands.run({
      operation: 'cancelAccountDeletion',
      actorId: userId,
      input: {},
      now: now(),
      decide: async (streams) => ({
        resultId: userId,
        writes: [await streams.decide(userDecider, platformTenant, userStream(userId), { type: 'CancelDeletion', userId })],
      }),
    });
    return { ok: true };
  }
}

/** Somebody else who can help people here, and is not about to leave. */
async function hasOtherAdmins({ storage }: Services, userId: string): Promise<boolean> {
  return (await storage.em().count(UserRow, { platformAdmin: true, deletionDueAt: null, id: { $ne: userId } })) > 0;
}
