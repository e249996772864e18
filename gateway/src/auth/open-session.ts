import { openViewer } from '../accounts/open-viewer.ts';
import type { RequestContext } from '../context.ts';
import { rememberDevice } from './known-devices.ts';
import { setRefreshCookie } from './refresh-cookie.ts';
import type { SessionPayload } from './session.types.ts';
import type { Issued } from './sessions.ts';

/** Hands out both tokens, and lets the rest of the operation be asked by the person who just came in. */
export async function openSession(context: RequestContext, issued: Issued): Promise<SessionPayload> {
  const { accessTokens, now } = context.services;
  const { token, expiresAt } = accessTokens.issue(issued.userId, issued.sessionId, now());
  setRefreshCookie(context, issued);
  rememberDevice(context, issued.userId);
  context.enter({ userId: issued.userId, sessionId: issued.sessionId, apiKey: null, expiresAt });
  return { accessToken: token, expiresAt, viewer: await openViewer(context) };
}

export function userAgent({ http }: RequestContext): string {
  return String(http?.request.headers['user-agent'] ?? '');
}
