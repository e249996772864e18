import { Rejected } from '@jetbridge/schema';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Viewer } from '../accounts/viewer.types.ts';
import type { RequestContext } from '../context.ts';
import { clearRefreshCookie } from './refresh-cookie.ts';
import { AckPayload, RevokeSessionInput, Session, SignOutEverywhereInput } from './session.types.ts';

@Resolver(() => Viewer)
export class OwnSessionsResolver {
  @FieldResolver(() => [Session], { description: 'Where one is signed in, newest use first.' })
  async sessions(@Root() { userId }: Viewer, @Ctx() { services, caller }: RequestContext): Promise<Session[]> {
    const sessions = await services.sessions.ofUser(userId, services.now());
    return sessions.map((session) => ({ ...session, current: session.id === caller?.sessionId }));
  }

  @Mutation(() => AckPayload, { description: 'Signs that device out; what it holds open is closed.' })
  async revokeSession(
    @Arg('input', () => RevokeSessionInput) { sessionId }: RevokeSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { sessions, now } = context.services;
    if (!(await sessions.end(sessionId, now(), context.userId))) throw new Rejected('NOT_FOUND', 'You have no such session.');
    if (sessionId === context.caller?.sessionId) clearRefreshCookie(context);
    return { ok: true };
  }

  @Mutation(() => AckPayload)
  async signOutEverywhere(
    @Arg('input', () => SignOutEverywhereInput) { keepCurrent }: SignOutEverywhereInput,
    @Ctx() context: RequestContext,
  ): Promise<AckPayload> {
    const { sessions, now } = context.services;
    await sessions.endAll(context.userId, now(), keepCurrent === false ? null : context.caller?.sessionId);
    if (keepCurrent === false) clearRefreshCookie(context);
    return { ok: true };
  }
}
