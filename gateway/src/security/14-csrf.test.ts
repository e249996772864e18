import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const signOut = 'mutation { signOut { ok } }';
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe.each(databases)('14 CSRF on %s', (database) => {
  let product: Product;
  let cookie: string;
  beforeAll(async () => {
    product = await startProduct({ database });
    await product.setUp();
    ({ cookie } = await signInAs(product, 'admin@example.org'));
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const send = async (init: RequestInit & { search?: string }) => {
    const headers = { cookie, origin: 'https://evil.example', ...(init.headers as Record<string, string>) };
    const response = await fetch(`${product.url}/graphql${init.search ?? ''}`, { ...init, headers });
    return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] }) };
  };
  const stillSignedIn = async () =>
    (await product.services.storage.reader.all('select id from session where revoked_at is not null')).length === 0;

  it.each([
    ['plain', {}],
    ['with what would make it a request of ours', { 'apollo-require-preflight': '1' }],
    ['with a content type', { 'content-type': 'application/json' }],
  ])('14 CSRF: no mutation by GET, %s', async (_, headers) => {
    const { status, data } = await send({ search: `?${new URLSearchParams({ query: signOut })}`, headers });
    expect([400, 405]).toContain(status);
    expect(data).toBeUndefined();
    expect(await stillSignedIn()).toBe(true);
  });

  it('14 CSRF: a query by GET only with a header no link or form can send', async () => {
    const search = '?query={__typename}';
    expect((await send({ search })).status).toBe(400);
    expect((await send({ search, headers: { 'apollo-require-preflight': '1' } })).data).toEqual({ __typename: 'Query' });
  });

  it.each([
    ['a form', new URLSearchParams({ query: signOut }), undefined],
    ['a form with files', form({ query: signOut, operations: JSON.stringify({ query: signOut }), map: '{}' }), undefined],
    ['text', JSON.stringify({ query: signOut }), 'text/plain'],
    ['text that says it is JSON too', JSON.stringify({ query: signOut }), 'text/plain; application/json'],
    ['JSON as a form', JSON.stringify({ query: signOut }), 'application/x-www-form-urlencoded'],
    ['GraphQL', signOut, 'application/graphql'],
    ['a body of no type', new Blob([JSON.stringify({ query: signOut })]), undefined],
    ['XML', '<query/>', 'application/xml'],
  ])('14 CSRF: %s is refused', async (_, body, type) => {
    const answer = await send({ method: 'POST', body, headers: type ? { 'content-type': type } : {} });
    expect([400, 415]).toContain(answer.status);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(await stillSignedIn()).toBe(true);
  });

  it('14 CSRF: several operations in one request are refused', async () => {
    const body = JSON.stringify([{ query: signOut }, { query: signOut }]);
    const answer = await send({ method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.data]).toEqual([400, undefined]);
    expect(await stillSignedIn()).toBe(true);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'])('14 CSRF: %s does nothing', async (method) => {
    const response = await fetch(`${product.url}/graphql`, { method, headers: { cookie } });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await stillSignedIn()).toBe(true);
  });

  it('14 CSRF: the cookie is sent to no other site, and read by no script', async () => {
    const answer = await product.ask(
      'mutation { signIn(input: { email: "admin@example.org", password: "a password for tests" }) { expiresAt } }',
    );
    expect(answer.cookies.length).toBeGreaterThan(0);
    for (const set of answer.cookies) expect(set).toMatch(/; HttpOnly.*; SameSite=Strict/);
  });
});
