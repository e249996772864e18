import { once } from 'node:events';
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';

const json = { 'content-type': 'application/json' };
/** Something of every kind that answers: pages, files, the API, and errors of each. */
const requests: [string, string, RequestInit?][] = [
  ['the shell', '/'],
  ['a page of the shell', '/react/sign-in'],
  ['side by side', '/compare'],
  ['GraphiQL', '/graphiql/'],
  ['a redirect', '/graphiql', { redirect: 'manual' }],
  ['health', '/livez'],
  ['readiness', '/readyz'],
  ['an answer', '/graphql', { method: 'POST', headers: json, body: '{"query":"{ setup { needed } }"}' }],
  ['a refusal', '/graphql', { method: 'POST', headers: json, body: '{"query":"{ nothing }"}' }],
  ['broken JSON', '/graphql', { method: 'POST', headers: json, body: '{' }],
  ['a form', '/graphql', { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) }],
  ['a GET', '/graphql?query={__typename}'],
  ['a method nobody takes', '/graphql', { method: 'PUT' }],
  ['nothing', '/nowhere'],
  ['a broken address', '/%E0%A4%A'],
];

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
/** Their own pages may frame them, as /compare does. */
const framed = ['the shell', 'a page of the shell', 'side by side'];

async function ofEach(product: Product, check: (headers: Headers, what: string) => void): Promise<void> {
  for (const [what, path, init] of requests) check((await fetch(`${product.url}${path}`, init)).headers, what);
  const script = /src="(\/[^"]+\.js)"/.exec(await (await fetch(`${product.url}/`)).text())?.[1];
  if (script) check((await fetch(`${product.url}${script}`)).headers, script);
  check(await ofGarbage(product), 'what is no request');
}

async function answerTo(url: string, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const [response] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  return response.resume();
}

function ofGarbage({ url }: Product): Promise<Headers> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write('GARBAGE\r\n\r\n'));
    socket.on('error', reject).on('data', (part) => {
      heard += part;
    });
    socket.on('close', () => {
      const lines = heard.split('\r\n\r\n')[0]!.split('\r\n').slice(1);
      resolve(new Headers(lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string])));
    });
  });
}

describe.each(databases)('28 headers on %s', (database) => {
  it('28 headers: type, frame, referrer and policy are on every answer', async () => {
    await using product = await startProduct({ database, graphiql: true });
    await ofEach(product, (headers, what) => {
      for (const [name, value] of Object.entries(always)) expect(headers.get(name), `${name} of ${what}`).toBe(value);
      const policy = headers.get('content-security-policy') ?? '';
      const [ancestors, option] = framed.includes(what) ? ["'self'", 'SAMEORIGIN'] : ["'none'", 'DENY'];
      expect(policy, what).toContain(`frame-ancestors ${ancestors}`);
      expect(headers.get('x-frame-options'), what).toBe(option);
      expect(policy, what).toMatch(/default-src '(none|self)'/);
      expect(policy, what).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
      expect(headers.get('x-powered-by'), what).toBeNull();
      expect(headers.get('server'), what).toBeNull();
    });
  });

  it('28 headers: "not modified" leaves the policy of the page alone', async () => {
    await using product = await startProduct({ database });
    const first = await answerTo(`${product.url}/`);
    if (first.statusCode === 404) return; // the shell is not built
    // Not fetch: it would ask for no stored answer at all.
    const again = await answerTo(`${product.url}/`, { 'if-none-match': first.headers.etag });
    expect([again.statusCode, again.headers['content-security-policy']]).toEqual([304, undefined]);
  });

  it('28 headers: the API may not be kept by caches', async () => {
    await using product = await startProduct({ database });
    const { headers } = await fetch(`${product.url}/graphql`, { method: 'POST', headers: json, body: '{"query":"{ setup { needed } }"}' });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('28 headers: HSTS where people come by https, and only there', async () => {
    {
      await using secure = await startProduct({ database, publicUrl: 'https://flights.example' });
      await ofEach(secure, (headers, what) => expect(headers.get('strict-transport-security'), what).toBe('max-age=31536000'));
    }
    await using plain = await startProduct({ database });
    await ofEach(plain, (headers, what) => expect(headers.get('strict-transport-security'), what).toBeNull());
  });

  it.each([
    ['https://flights.example', /^__Host-jetbridge_\w+=.*; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/],
    [null, /^jetbridge_\w+=.*; Path=\/; .*HttpOnly; SameSite=Strict$/],
  ])('28 headers: cookies of %s are for one host, no script, no other site', async (publicUrl, form) => {
    await using product = await startProduct({ database, publicUrl });
    await product.setUp();
    const input = { email: 'admin@example.org', password: 'a password for tests' };
    const { cookies } = await product.ask('mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }', { input });
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(form);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  it('28 headers: a fault inside has them too', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    vi.spyOn(product.services.sessions, 'isLive').mockRejectedValue(new Error('a fault'));
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(500);
    for (const [name, value] of Object.entries(always)) expect(response.headers.get(name), name).toBe(value);
  });
});
