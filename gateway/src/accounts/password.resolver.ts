import { checkChangePassword, checkEmailInput, checkResetPassword, Rejected } from '@jetbridge/schema';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { countAttempt } from '../auth/attempts.ts';
import { refuseCommonPassword } from '../auth/common-passwords.ts';
import { inEvenTime } from '../auth/even-time.ts';
import { openSession, userAgent } from '../auth/open-session.ts';
import { requireFreshAuthentication } from '../auth/reauthentication.ts';
import { requireCookies } from '../auth/refresh-cookie.ts';
import { AckPayload, SessionPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { passwordChanged, resetPassword } from '../mail/notes.ts';
import { refuse } from '../refuse.ts';
import { ChangePasswordInput, EmailInput, ResetPasswordInput } from './account.types.ts';
import { loadUser } from './load-user.ts';
import { mailedLink } from './mailed-links.ts';
import { userDecider } from './user.decider.ts';

@Resolver()
export class PasswordResolver {
  @Mutation(() => AckPayload, { description: 'Mails a link to choose a new password, if the address has an account.' })
  async requestPasswordReset(@Arg('input', () => EmailInput) input: EmailInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    refuse(checkEmailInput(input));
    const { services } = context;
    const known = await services.credentials.find(input.email);
    await countAttempt(context, 'requestPasswordReset', { email: input.email, userId: known?.userId });
    return inEvenTime(async () => {
      if (!known) return { ok: true };
      const addressee = { userId: known.userId, email: (await loadUser(services, known.userId)).email };
      const link = mailedLink(services, 'RESET_PASSWORD', addressee, resetPassword, services.now());
      await services.credentials.whileThere(known.userId, link);
      return { ok: true };
    });
  }

  @Mutation(() => AckPayload, { description: 'Ends every session, and every other mailed link.' })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput) input: ResetPasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { apiKeys, commands, credentials, mail, oneTimeTokens, passwords, sessions, now } = context.services;
    refuse(checkResetPassword(input));
    await refuseCommonPassword(input.password);
    await countAttempt(context, 'useToken');
    const at = now();
    let passwordHash: string | undefined;
    const { resultId: userId } = await commands.run({
      operation: 'resetPassword',
      actorId: null,
      commandId: input.commandId,
      input: { token: input.token },
      now: at,
      decide: (streams) =>
        oneTimeTokens.spending('RESET_PASSWORD', input.token, at, async ({ userId }) => {
          passwordHash ??= await passwords.hash(input.password);
          const { email, emailVerified } = await loadUser(context.services, userId);
          const command = { type: 'ChangePassword' as const, userId, how: 'RESET' as const };
          return {
            resultId: userId,
            writes: [await streams.decide(userDecider, platformTenant, userStream(userId), command)],
            statements: [
              credentials.changePassword(userId, passwordHash, at),
              oneTimeTokens.voidAll(userId),
              sessions.ending(userId, at),
              // Whoever registered an address that is not theirs may have left keys to it.
              ...(emailVerified ? [] : [apiKeys.ending(userId, at)]),
              mail.post({ userId, email }, passwordChanged, { now: at }),
            ],
          };
        }),
    });
    sessions.announceEnd(userId);
    return { ok: true };
  }

  @Mutation(() => SessionPayload, { description: 'Ends every session; the caller gets a new one.' })
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<SessionPayload> {
    const { commands, credentials, mail, oneTimeTokens, passwords, sessions, now } = context.services;
    requireCookies(context);
    refuse(checkChangePassword(input));
    const { userId } = await requireFreshAuthentication(context, input.currentPassword, 'currentPassword');
    if (input.newPassword === input.currentPassword) {
      throw new Rejected('INVALID_INPUT', 'This is the password you have now; choose another.', 'newPassword');
    }
    await refuseCommonPassword(input.newPassword, 'newPassword');
    const passwordHash = await passwords.hash(input.newPassword);
    const at = now();
    const { issued, statements } = sessions.starting(userId, userAgent(context), at);
    const { resultId } = await commands.run({
      operation: 'changePassword',
      actorId: userId,
      commandId: input.commandId,
      input: {},
      now: at,
      decide: async (streams) => ({
        resultId: issued.sessionId,
        writes: [await streams.decide(userDecider, platformTenant, userStream(userId), { type: 'ChangePassword', userId, how: 'CHANGED' })],
        statements: [
          credentials.changePassword(userId, passwordHash, at),
          oneTimeTokens.voidAll(userId),
          sessions.ending(userId, at),
          ...statements,
          mail.post({ userId, email: (await loadUser(context.services, userId)).email }, passwordChanged, { now: at }),
        ],
      }),
    });
    sessions.announceEnd(userId);
    const repeated = resultId !== issued.sessionId; // the session of the first answer is lost with it
    return openSession(context, repeated ? await sessions.start(userId, userAgent(context), at) : issued);
  }
}
