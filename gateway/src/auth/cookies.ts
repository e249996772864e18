import type { RequestContext } from '../context.ts';

/** `__Host-` binds a cookie to this very host over TLS; plain http on a loopback address cannot have it. */
export function cookieOf({ services }: Pick<RequestContext, 'services'>, what: 'refresh' | 'device'): { name: string; secure: boolean } {
  const secure = services.config.publicUrl?.startsWith('https:') ?? false;
  return { name: `${secure ? '__Host-' : ''}jetbridge_${what}`, secure };
}

/** For no script and no other site. */
export function setCookie(context: RequestContext, what: 'refresh' | 'device', value: string, expiresAt: number): void {
  const { name, secure } = cookieOf(context, what);
  context.http?.reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'strict', secure, expires: new Date(expiresAt) });
}
