import { createGraphiQLFetcher, type Fetcher, type FetcherOpts } from '@graphiql/toolkit';
import { type Client, createClient } from 'graphql-ws';
import type { Session } from './session.ts';

const endpoint = '/graphql';
const forbidden = 4403; // closes a socket whose token is refused, or has just expired

/** Sends operations as the pasted `Authorization` header says, else as the session: subscriptions by WebSocket, all else by HTTP. */
export function createFetcher(session: Session): Fetcher {
  const clients = new Map<string | null, Client>();

  function createSocketClient(pasted: string | null): Client {
    return createClient({
      url: new URL(endpoint, location.href.replace(/^http/, 'ws')).href,
      connectionParams: async () => authorize(pasted ?? (await session.authorization())),
      // Only a session comes back with a fresh token; anybody else is told at once why the socket closed.
      shouldRetry: (reason) => reason instanceof CloseEvent && (reason.code !== forbidden || (pasted === null && session.signedIn)),
    });
  }

  return async (params, options) => {
    const pasted = pastedAuthorization(options);
    const wsClient = clients.get(pasted) ?? createSocketClient(pasted);
    clients.set(pasted, wsClient);
    const headers = authorize(pasted === null ? await session.authorization() : null);
    return createGraphiQLFetcher({ url: endpoint, headers, wsClient, enableIncrementalDelivery: false })(params, options);
  };
}

function pastedAuthorization(options?: FetcherOpts): string | null {
  const entry = Object.entries(options?.headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  return entry ? String(entry[1]) : null;
}

function authorize(authorization: string | null): Record<string, string> {
  return authorization === null ? {} : { authorization };
}
