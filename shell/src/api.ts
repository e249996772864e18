import { type Problem, problemOf } from '@jetbridge/schema';
import { formatDocument, stringifyDocument, type TypedDocumentNode } from '@urql/core';

const timeoutMs = 15_000;

/** When the answer was made, by the server's clock: the browser's may be minutes off. */
export type Answer<D> = { data: D; problem: null; serverTime: number | null } | { data: null; problem: Problem };
export type Send = <D, V>(document: TypedDocumentNode<D, V>, variables: V, token?: string | null) => Promise<Answer<D>>;

interface Body<D> {
  data?: D | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** One request past the cache and past the renewal of tokens: what signing in, out and renewing itself are made of. */
export function createSend(fetcher: typeof fetch): Send {
  return async (document, variables, token) => {
    try {
      const response = await fetcher('/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        body: JSON.stringify({ query: stringifyDocument(formatDocument(document)), variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const body = (await response.json()) as Body<never>;
      if (body.errors?.length) return { data: null, problem: problemOf({ graphQLErrors: body.errors }) };
      if (!body.data) throw new Error(`The server answered ${response.status} without data.`);
      const date = response.headers.get('date');
      return { data: body.data, problem: null, serverTime: date ? Date.parse(date) : null };
    } catch (error) {
      return { data: null, problem: problemOf({ networkError: error, graphQLErrors: [] }) };
    }
  };
}
