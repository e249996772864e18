/** What a request needs of the session. */
export interface Tokens {
  token(): Promise<string | null>;
  renew(): Promise<'renewed' | 'ended' | 'unreachable'>;
}

/** `fetch` with the access token, and once more with a renewed one when it was refused: revoked early, or signed by a retired key. */
export function authFetch(fetcher: typeof fetch, tokens: Tokens): typeof fetch {
  return async (input, init) => {
    const token = await tokens.token();
    const response = await fetcher(input, withToken(init, token));
    if (token === null) return response;
    const text = await response.text();
    if (isRefused(text) && (await tokens.renew()) === 'renewed') return fetcher(input, withToken(init, await tokens.token()));
    return new Response(text, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
}

function withToken(init: RequestInit | undefined, token: string | null): RequestInit {
  const headers = new Headers(init?.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

function isRefused(body: string): boolean {
  if (!body.includes('"UNAUTHENTICATED"')) return false;
  const { errors } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ?? false;
}
