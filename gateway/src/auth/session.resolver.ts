import { checkSignIn, Rejected } from '@jetbridge/schema';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { refuse } from '../refuse.ts';
import { countAttempt } from './attempts.ts';
import type { Credential } from './credentials.ts';
import { openSession, userAgent } from './open-session.ts';
import { clearRefreshCookie, readRefreshCookie, requireCookies } from './refresh-cookie.ts';
import { AckPayload, SessionPayload, SignInInput } from './session.types.ts';

@Resolver()
export class SessionResolver {
  @Mutation(() => SessionPayload)
  async signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: RequestContext): Promise<SessionPayload> {
    const { credentials, passwords, sessions, now } = context.services;
    requireCookies(context);
    refuse(checkSignIn(input));
    const credential = await credentials.find(input.email);
    const attempt = await countAttempt(context, 'signIn', { email: input.email, userId: credential?.userId });
    let matches: boolean | undefined;
    try {
      matches = await passwords.verify(input.password, credential?.passwordHash);
    } finally {
      if (matches !== false) await attempt.giveBack(); // right, or nobody had the time to look
    }
    if (!matches || !credential) throw new Rejected('UNAUTHENTICATED', 'E-mail or password is wrong.');
    if (passwords.isOutdated(credential.passwordHash)) await renewHash(context, credential, input.password);
    return openSession(context, await sessions.start(credential.userId, userAgent(context), now()));
  }

  @Mutation(() => SessionPayload, { description: 'A new access token for the refresh token in the cookie, which is replaced.' })
  async refreshSession(@Ctx() context: RequestContext): Promise<SessionPayload> {
    const token = readRefreshCookie(context);
    if (!token) throw new Rejected('UNAUTHENTICATED', 'Sign in first.');
    // Refused, the cookie stays: by now the browser may have a good one, of another tab that signed in, and this answer would take it away.
    return openSession(context, await context.services.sessions.refresh(token, context.services.now()));
  }

  @Mutation(() => AckPayload, { description: 'Ends the session of the access token or, without one, of the cookie.' })
  async signOut(@Ctx() context: RequestContext): Promise<AckPayload> {
    const { sessions, now } = context.services;
    const token = readRefreshCookie(context);
    const ending = new Set([context.caller?.sessionId, token && (await sessions.ofToken(token))]);
    for (const sessionId of ending) if (sessionId) await sessions.end(sessionId, now());
    clearRefreshCookie(context);
    return { ok: true };
  }
}

/** Under load the old hash is good for one more time. */
async function renewHash({ services }: RequestContext, credential: Credential, password: string): Promise<void> {
  try {
    await services.credentials.rehash(credential, await services.passwords.hash(password));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
  }
}
