import { Rejected } from '@jetbridge/schema';
import type { RequestContext } from '../context.ts';
import { cookieOf, setCookie } from './cookies.ts';
import type { Issued } from './sessions.ts';

export function readRefreshCookie(context: RequestContext): string | undefined {
  return context.http?.request.cookies[cookieOf(context, 'refresh').name];
}

/** Before anything is tried: a session whose cookie cannot be set is nobody's. */
export function requireCookies({ http }: RequestContext): void {
  if (!http) throw new Rejected('INVALID_INPUT', 'Sign in over HTTP: a socket cannot carry the cookie.');
}

export function setRefreshCookie(context: RequestContext, { refreshToken, expiresAt }: Issued): void {
  requireCookies(context);
  setCookie(context, 'refresh', refreshToken, expiresAt);
}

export function clearRefreshCookie(context: RequestContext): void {
  const { name, secure } = cookieOf(context, 'refresh');
  context.http?.reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
