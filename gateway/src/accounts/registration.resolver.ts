import { createHmac } from 'node:crypto';
import { checkEmailInput, checkRegister } from '@jetbridge/schema';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import { StatementRefused } from '@jetbridge/schema/storage';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { v7 as uuid } from 'uuid';
import { countAttempt } from '../auth/attempts.ts';
import { refuseCommonPassword } from '../auth/common-passwords.ts';
import { inEvenTime } from '../auth/even-time.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { alreadyRegistered, verifyEmail } from '../mail/notes.ts';
import { refuse } from '../refuse.ts';
import { EmailInput, RegisterInput, RegisterPayload, TokenInput, VerifyEmailPayload } from './account.types.ts';
import { loadUser } from './load-user.ts';
import { mailedLink } from './mailed-links.ts';
import { userDecider } from './user.decider.ts';

@Resolver()
export class RegistrationResolver {
  @Mutation(() => RegisterPayload, {
    description: 'A new account, and a mail to prove its address. An address that has an account gets a mail that says so.',
  })
  async register(@Arg('input', () => RegisterInput) input: RegisterInput, @Ctx() context: RequestContext): Promise<RegisterPayload> {
    refuse(checkRegister(input));
    await refuseCommonPassword(input.password);
    await countAttempt(context, 'register', { email: input.email });
    return inEvenTime(async () => {
      const { commands, credentials, passwords } = context.services;
      const passwordHash = await passwords.hash(input.password); // also where it is of no use: it takes the time it takes
      const commandId = input.commandId && ownId(context, input, input.commandId);
      if (commandId && (await commands.wasDone(null, commandId))) return { ok: true };
      const known = await credentials.find(input.email);
      if (known) await remind(context, known.userId, commandId);
      else await create(context, input, passwordHash, commandId);
      return { ok: true };
    });
  }

  @Mutation(() => VerifyEmailPayload)
  async verifyEmail(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() context: RequestContext): Promise<VerifyEmailPayload> {
    const { commands, oneTimeTokens, now } = context.services;
    await countAttempt(context, 'useToken');
    const at = now();
    await commands.run({
      operation: 'verifyEmail',
      actorId: null,
      commandId: input.commandId,
      input: { token: input.token },
      now: at,
      decide: (streams) =>
        oneTimeTokens.spending('VERIFY_EMAIL', input.token, at, async (token) => {
          const { userId } = token;
          return {
            resultId: userId,
            writes: [await streams.decide(userDecider, platformTenant, userStream(userId), { type: 'VerifyEmail', userId })],
            statements: [oneTimeTokens.consume(token)],
          };
        }),
    });
    return { ok: true };
  }

  @Mutation(() => AckPayload, { description: 'Mails a new link to an address that waits to be verified.' })
  async resendVerification(@Arg('input', () => EmailInput) input: EmailInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    refuse(checkEmailInput(input));
    await countAttempt(context, 'resendVerification', { email: input.email });
    return inEvenTime(async () => {
      const { services } = context;
      const known = await services.credentials.find(input.email);
      if (!known) return { ok: true };
      const { email, emailVerified } = await loadUser(services, known.userId);
      const addressee = { userId: known.userId, email };
      if (!emailVerified) {
        await services.credentials.whileThere(known.userId, mailedLink(services, 'VERIFY_EMAIL', addressee, verifyEmail, services.now()));
      }
      return { ok: true };
    });
  }
}

async function create(context: RequestContext, input: RegisterInput, passwordHash: string, commandId?: string | null): Promise<void> {
  const { commands, credentials, now } = context.services;
  const { email, displayName } = input;
  const at = now();
  try {
    await commands.run({
      operation: 'register',
      actorId: null,
      commandId,
      input: { email, displayName },
      now: at,
      readable: false, // waiting for it would tell that there is something to wait for
      decide: async (streams) => {
        const userId = uuid();
        const register = { ...{ type: 'Register' as const, userId, email, displayName }, verified: false, platformAdmin: false };
        return {
          resultId: userId,
          writes: [await streams.decide(userDecider, platformTenant, userStream(userId), register)],
          statements: [
            credentials.insert(userId, email, passwordHash, at),
            ...mailedLink(context.services, 'VERIFY_EMAIL', { userId, email: email.trim() }, verifyEmail, at),
          ],
        };
      },
    });
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    const other = await credentials.find(email); // registered while we were at it
    if (other) await remind(context, other.userId, commandId);
  }
}

async function remind({ services }: RequestContext, userId: string, commandId?: string | null): Promise<void> {
  const { email } = await loadUser(services, userId);
  const delivery = { now: services.now(), ...(commandId && { key: `register ${commandId}` }) };
  await services.credentials.whileThere(userId, [services.mail.post({ userId, email }, alreadyRegistered, delivery)]);
}

/** A command id is good for one input only, and saying so would tell that it was used: so each input makes an id of its own of it. */
function ownId({ services }: RequestContext, { email, displayName }: RegisterInput, commandId: string): string {
  const key = services.keyring.current('input-hash');
  return createHmac('sha256', key)
    .update(JSON.stringify([commandId, email, displayName]))
    .digest('base64url');
}
