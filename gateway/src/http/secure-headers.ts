import type { FastifyInstance } from 'fastify';

const shellPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html vue',
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'self'", // /compare shows front ends in documents of their own
  "form-action 'self'",
].join('; ');
// Monaco writes style elements and attributes, and draws its icons from a font and data images; Trusted Types it does not know.
const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** A worker is held to the policy of its own script. */
const scriptPolicy = "default-src 'self'; frame-ancestors 'none'";
/** For what is no page, opened as one all the same. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

const ofEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp', // nothing of others is in our pages, so browsers may tell them more exactly what they cost
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};
const oneYear = 31_536_000; // seconds

/** On every answer there is: pages, files, the API, and errors of each. `https` says whether people reach us that way. */
export function secureHeaders(app: FastifyInstance, { https }: { https: boolean }): void {
  const fixed = headersOf({ https });
  app.addHook('onSend', async (request, reply) => {
    reply.headers(fixed);
    // "Not modified" says nothing of its type, and what it says here would replace the policy of the page the browser has kept.
    if (reply.statusCode === 304) return;
    if (!reply.getHeader('cache-control')) reply.header('cache-control', 'no-store'); // files say for themselves how long they are good
    const policy = policyFor(request.url, String(reply.getHeader('content-type')));
    reply.header('content-security-policy', policy);
    if (policy === shellPolicy) reply.header('x-frame-options', 'SAMEORIGIN');
  });
}

/** For what is answered before there is a request. */
export function bareHeaders(options: { https: boolean }): Record<string, string> {
  return { ...headersOf(options), 'cache-control': 'no-store', 'content-security-policy': dataPolicy };
}

function headersOf({ https }: { https: boolean }): Record<string, string> {
  return { ...ofEveryAnswer, ...(https && { 'strict-transport-security': `max-age=${oneYear}` }) };
}

function policyFor(url: string, type: string): string {
  if (type.startsWith('text/html')) return url.startsWith('/graphiql') ? graphiqlPolicy : shellPolicy;
  return /^(text|application)\/javascript/.test(type) ? scriptPolicy : dataPolicy;
}
