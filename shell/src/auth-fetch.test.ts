import { describe, expect, it } from 'vitest';
import { authFetch } from './auth-fetch.ts';

const refused = { errors: [{ message: 'Sign in.', extensions: { code: 'UNAUTHENTICATED' } }] };
const fine = { data: { setup: { needed: false } } };

function server(...bodies: object[]) {
  const sent: (string | null)[] = [];
  const fetcher = (async (_input: unknown, init?: RequestInit) => {
    sent.push(new Headers(init?.headers).get('authorization'));
    return new Response(JSON.stringify(bodies.shift()));
  }) as typeof fetch;
  return { sent, fetcher };
}

function tokens(first: string | null, outcome: 'renewed' | 'ended' | 'unreachable' = 'renewed') {
  let token = first;
  return {
    token: async () => token,
    renew: async () => {
      if (outcome === 'renewed') token = 'second';
      return outcome;
    },
  };
}

describe('authFetch', () => {
  it('sends the token, and nothing for a visitor', async () => {
    const { sent, fetcher } = server(fine, refused);
    await authFetch(fetcher, tokens('first'))('/graphql');
    await authFetch(fetcher, tokens(null))('/graphql');
    expect(sent).toEqual(['Bearer first', null]);
  });

  it('renews once and asks again when the token is refused', async () => {
    const { sent, fetcher } = server(refused, refused);
    const response = await authFetch(fetcher, tokens('first'))('/graphql');
    expect([sent, await response.json()]).toEqual([['Bearer first', 'Bearer second'], refused]);
  });

  it('hands on the refusal when the session has ended', async () => {
    const { sent, fetcher } = server(refused);
    const response = await authFetch(fetcher, tokens('first', 'ended'))('/graphql');
    expect([sent.length, await response.json()]).toEqual([1, refused]);
  });

  it('is not misled by a word in the data', async () => {
    const { sent, fetcher } = server({ data: { pirep: { remarks: 'UNAUTHENTICATED' } } });
    await authFetch(fetcher, tokens('first'))('/graphql');
    expect(sent).toHaveLength(1);
  });
});
