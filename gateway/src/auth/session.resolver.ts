import { checkSignIn, Rejected } from '@jetbridge/schema';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.ts';
import { refuse } from '../refuse.ts';
import { openSession, userAgent } from './open-session.ts';
import { clearRefreshCookie, readRefreshCookie } from './refresh-cookie.ts';
import { AckPayload, SessionPayload, SignInInput } from './session.types.ts';

@Resolver()
export class SessionResolver {
  @Mutation(() => SessionPayload)
  async signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() context: RequestContext): Promise<SessionPayload> {
    const { credentials, passwords, sessions, now } = context.services;
    refuse(checkSignIn(input));
    const credential = await credentials.find(input.email);
    const matches = await passwords.verify(input.password, credential?.passwordHash);
    if (!matches || !credential) throw new Rejected('UNAUTHENTICATED', 'E-mail or password is wrong.');
    return openSession(context, await sessions.start(credential.userId, userAgent(context), now()));
  }

  @Mutation(() => SessionPayload, { description: 'A new access token for the refresh token in the cookie, which is replaced.' })
  async refreshSession(@Ctx() context: RequestContext): Promise<SessionPayload> {
    const token = readRefreshCookie(context);
    if (!token) throw new Rejected('UNAUTHENTICATED', 'Sign in first.');
    try {
      return openSession(context, await context.services.sessions.refresh(token, context.services.now()));
    } catch (error) {
      if (error instanceof Rejected) clearRefreshCookie(context);
      throw error;
    }
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
