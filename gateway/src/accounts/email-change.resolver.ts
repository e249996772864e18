import { checkEmailInput, Rejected } from '@jetbridge/schema';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import { open, StatementRefused, seal } from '@jetbridge/schema/storage';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { countAttempt } from '../auth/attempts.ts';
import { inEvenTime } from '../auth/even-time.ts';
import type { OneTimeToken } from '../auth/one-time-tokens.ts';
import { requireFreshAuthentication } from '../auth/reauthentication.ts';
import { AckPayload } from '../auth/session.types.ts';
import type { RequestContext } from '../context.ts';
import { alreadyRegistered, confirmEmailChange, emailChanged, emailChangeRequested } from '../mail/notes.ts';
import { refuse } from '../refuse.ts';
import { RequestEmailChangeInput, TokenInput } from './account.types.ts';
import { loadUser } from './load-user.ts';
import { mailedLink } from './mailed-links.ts';
import { userDecider } from './user.decider.ts';

@Resolver()
export class EmailChangeResolver {
  @Mutation(() => AckPayload, {
    description: 'Mails a link to the new address, and a notice to the old one. Nothing changes before the link is used.',
  })
  async requestEmailChange(
    @Arg('input', () => RequestEmailChangeInput) input: RequestEmailChangeInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    refuse(checkEmailInput(input));
    const { services } = context;
    const { credentials, mail, now } = services;
    const { userId } = await requireFreshAuthentication(context, input.password);
    await countAttempt(context, 'requestEmailChange', { email: input.email, account: userId });
    const known = await credentials.find(input.email);
    if (known?.userId === userId) throw new Rejected('INVALID_INPUT', 'This is the address you have now.', 'email');
    return inEvenTime(async () => {
      const at = now();
      const { email: oldEmail } = await loadUser(services, userId);
      const notice = mail.post({ userId, email: oldEmail }, emailChangeRequested, { now: at });
      if (known) {
        const owner = { userId: known.userId, email: (await loadUser(services, known.userId)).email };
        await credentials.whileThere(known.userId, [mail.post(owner, alreadyRegistered, { now: at })]);
        await credentials.whileThere(userId, [notice]);
      } else {
        const email = input.email.trim();
        const sealed = await sealFor(context, userId, email);
        const link = mailedLink(services, 'CHANGE_EMAIL', { userId, email }, confirmEmailChange, at, sealed);
        await credentials.whileThere(userId, [...link, notice]);
      }
      return { ok: true };
    });
  }

  @Mutation(() => AckPayload, { description: 'With the link that was mailed to the new address; voids every other link.' })
  async confirmEmailChange(@Arg('input', () => TokenInput) input: TokenInput, @Ctx() context: RequestContext): Promise<AckPayload> {
    const { commands, credentials, mail, oneTimeTokens, now } = context.services;
    await countAttempt(context, 'useToken');
    const at = now();
    try {
      await commands.run({
        operation: 'confirmEmailChange',
        actorId: null,
        commandId: input.commandId,
        input: { token: input.token },
        now: at,
        decide: (streams) =>
          oneTimeTokens.spending('CHANGE_EMAIL', input.token, at, async (token) => {
            const { userId } = token;
            const email = await openFor(context, token);
            const { email: oldEmail } = await loadUser(context.services, userId);
            return {
              resultId: userId,
              writes: [await streams.decide(userDecider, platformTenant, userStream(userId), { type: 'ChangeEmail', userId, email })],
              statements: [
                credentials.changeEmail(userId, email, at),
                oneTimeTokens.voidAll(userId),
                mail.post({ userId, email: oldEmail }, emailChanged, { now: at }),
              ],
            };
          }),
      });
    } catch (error) {
      if (!(error instanceof StatementRefused)) throw error;
      throw new Rejected('CONFLICT', 'Another account has this address by now.');
    }
    return { ok: true };
  }
}

/** The new address waits under the person's own key: where that is destroyed, it is gone too. */
async function sealFor({ services }: RequestContext, userId: string, email: string): Promise<(hash: string) => string> {
  const own = await services.personKeys.ofPerson(userId);
  if (!own) throw new Rejected('NOT_FOUND', 'This account does not exist any more.');
  return (hash) => seal(own.key, email, hash);
}

async function openFor({ services }: RequestContext, { userId, hash, sealed }: OneTimeToken): Promise<string> {
  const own = await services.personKeys.ofPerson(userId);
  const email = own && sealed && open(own.key, sealed, hash)?.toString();
  if (!email) throw new Rejected('INVALID_INPUT', 'This link is no longer good; ask for a new one.', 'token');
  return email;
}
