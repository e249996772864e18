import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';

type Body = { data?: unknown; errors?: { message: string; extensions?: object }[] };

/** The thirteen checks of graphql-cop, sent as it sends them, against the product as it runs where others reach it. */
describe.each(databases)('graphql-cop in production mode on %s', (database) => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ database, publicUrl: 'https://flights.example' });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const send = async (init: RequestInit & { path?: string } = {}) => {
    const response = await fetch(`${product.url}${init.path ?? '/graphql'}`, init);
    const text = await response.text();
    return { status: response.status, text, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}) as Body };
  };
  const post = (body: object, headers: Record<string, string> = {}) =>
    send({ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const codes = ({ body }: { body: Body }) => [...new Set(body.errors?.map(({ extensions }) => (extensions as { code: string }).code))];

  it('alias overloading', async () => {
    const answer = await post({ query: `query cop { ${Array.from({ length: 101 }, (_, n) => `alias${n}:__typename`).join(' \n')} }` });
    expect([answer.body.data, codes(answer)]).toEqual([undefined, ['TOO_COMPLEX']]);
  });
  it('directive overloading', async () => {
    const answer = await post({
      query: 'query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }',
    });
    expect([codes(answer), answer.body.errors?.length]).toEqual([['TOO_COMPLEX'], 1]);
  });
  it('batching', async () => {
    const answer = await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })));
    expect([answer.status, answer.text.includes('"Query"')]).toEqual([400, false]);
  });
  it('circular introspection', async () => {
    const answer = await post({
      query: 'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    });
    expect(answer.body.data).toBeUndefined();
  });
  it('field duplication', async () => {
    const answer = await post({ query: `query cop { ${'__typename \n'.repeat(500)} }` });
    expect([answer.body.data, codes(answer)]).toEqual([undefined, ['TOO_COMPLEX']]);
  });
  it('suggestions', async () => {
    for (const query of ['query cop { __schema { directive } }', 'query cop { setu { needed } }']) {
      expect((await post({ query })).text).not.toMatch(/did you mean/i);
    }
  });
  it('GET mutation', async () => {
    const answer = await send({ path: `/graphql?${new URLSearchParams({ query: 'mutation cop { __typename }' })}` });
    expect([answer.body.data, answer.status]).toEqual([undefined, 400]);
  });
  it('GET query', async () => {
    const answer = await send({ path: `/graphql?${new URLSearchParams({ query: 'query cop { __typename }' })}` });
    expect([answer.body.data, answer.status]).toEqual([undefined, 400]);
  });
  it('GraphiQL', async () => {
    for (const path of ['/graphql', '/graphiql', '/graphiql/', '/playground', '/console', '/v1/graphiql']) {
      const { status, text } = await send({ path, headers: { accept: 'text/html' } });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(text, path).not.toMatch(/graphiql|graphql[- ]?playground|<html/i);
    }
  });
  it('introspection', async () => {
    expect((await post({ query: 'query cop { __schema { types { name fields { name } } } }' })).body.data).toBeUndefined();
  });
  it('urlencoded POST', async () => {
    const answer = await send({ method: 'POST', body: new URLSearchParams({ query: 'query cop { __typename }' }) });
    expect([answer.body.data, answer.status]).toEqual([undefined, 415]);
  });
  it('trace mode', async () => {
    const answer = await post(
      { query: 'query cop { __typename }' },
      { 'x-apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' },
    );
    expect(answer.body).toEqual({ data: { __typename: 'Query' } });
  });
  it('unhandled errors', async () => {
    const answer = await post({ query: 'qwerty cop { abc }' });
    expect(codes(answer)).toEqual(['INVALID_INPUT']);
    expect(answer.text).not.toMatch(/exception|stack|\.js|\.ts/i);
  });
});
