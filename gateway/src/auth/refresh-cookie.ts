import { Rejected } from '@jetbridge/schema';
import type { RequestContext } from '../context.ts';
import type { Issued } from './sessions.ts';

/** `__Host-` binds the cookie to this very host over TLS; plain http on a loopback address cannot have it. */
function cookieOf({ services }: RequestContext): { name: string; secure: boolean } {
  const secure = services.config.publicUrl?.startsWith('https:') ?? false;
  return { name: secure ? '__Host-jetbridge_refresh' : 'jetbridge_refresh', secure };
}

export function readRefreshCookie(context: RequestContext): string | undefined {
  return context.http?.request.cookies[cookieOf(context).name];
}

export function setRefreshCookie(context: RequestContext, { refreshToken, expiresAt }: Issued): void {
  const { name, secure } = cookieOf(context);
  if (!context.http) throw new Rejected('INVALID_INPUT', 'Sign in over HTTP: a socket cannot carry the cookie.');
  context.http.reply.setCookie(name, refreshToken, { path: '/', httpOnly: true, sameSite: 'strict', secure, expires: new Date(expiresAt) });
}

export function clearRefreshCookie(context: RequestContext): void {
  const { name, secure } = cookieOf(context);
  context.http?.reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}
