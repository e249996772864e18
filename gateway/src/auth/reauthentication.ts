import { limits, Rejected } from '@jetbridge/schema';
import type { RequestContext } from '../context.ts';

const freshMs = 10 * 60_000;

/**
 * What cannot be undone, or opens a door, needs the person and not only their session: the password now, or within the last ten minutes. A
 * password that is given must be right, whatever the session says, and renews that moment.
 */
export async function requireFreshAuthentication(
  context: RequestContext,
  password?: string | null,
  field = 'password',
): Promise<{ userId: string; sessionId: string }> {
  const { credentials, passwords, rateLimits, sessions, now } = context.services;
  const { userId } = context;
  const sessionId = context.caller?.sessionId;
  if (!sessionId) throw new Rejected('FORBIDDEN', 'An API key cannot do this: sign in.');
  if (password == null || password === '') {
    if (now() - (await sessions.authenticatedAt(sessionId)) < freshMs) return { userId, sessionId };
    throw new Rejected('FORBIDDEN', 'Enter your password again.', field);
  }
  const attempt = await rateLimits.take('reauthenticate', { session: sessionId, account: userId }, now());
  let wrong = false;
  try {
    const hashable = password.length <= limits.passwordMaxLength;
    wrong = !hashable || !(await passwords.verify(password, await credentials.passwordHashOf(userId)));
  } finally {
    if (!wrong) await attempt.giveBack();
  }
  if (wrong) throw new Rejected('FORBIDDEN', 'This is not your password.', field);
  await sessions.authenticated(sessionId, now());
  return { userId, sessionId };
}
