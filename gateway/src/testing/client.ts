import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface ApiError {
  message: string;
  path?: string[];
  extensions: { code: string; field?: string; details?: unknown };
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, and each test knows its own
  data: any;
  errors: ApiError[] | undefined;
  /** Codes of the errors, in order. */
  codes: string[];
  cookies: string[];
}

/** A client of the API like anybody's: HTTP, and a socket per subscription. */
export function connectTo(url: string) {
  const ask = async (
    query: string,
    variables: object = {},
    { token, cookie }: { token?: string; cookie?: string } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...(cookie && { cookie }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: ApiError[] };
    const codes = (errors ?? []).map(({ extensions }) => extensions.code);
    return { status: response.status, data, errors, codes, cookies: response.headers.getSetCookie() };
  };

  const subscribe = (query: string, variables: Record<string, unknown>, token?: string) => {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token && { connectionParams: { authorization: `Bearer ${token}` } }),
    });
    const messages = client.iterate({ query, variables });
    return {
      next: async () => (await messages.next()).value as Answer | undefined,
      take: async (count: number) => {
        const taken: Answer[] = [];
        while (taken.length < count) taken.push((await messages.next()).value as Answer);
        return taken;
      },
      close: async () => {
        await messages.return?.();
        await client.dispose();
      },
    };
  };
  return { ask, subscribe };
}
