import { AirlineChangesDocument, ViewerDocument, type ViewerFieldsFragment } from '@jetbridge/schema';
import {
  type Client,
  type CombinedError,
  createClient,
  createRequest,
  type Exchange,
  fetchExchange,
  gql,
  makeResult,
  subscriptionExchange,
} from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { retryExchange } from '@urql/exchange-retry';
import type { Client as SocketClient } from 'graphql-ws/client';
import { filter, map, merge, pipe, publish, share } from 'wonka';
import type { AirlineHistory, Change } from './airline-history.ts';
import { authFetch, type Tokens } from './auth-fetch.ts';
import { type CacheJob, cacheOptions, dropAll } from './cache.ts';
import type { FirstAnswers } from './first-answer.ts';
import { createOvertaken } from './overtaken.ts';
import type { PersonalCache } from './session.ts';

const attempts = 4;
const firstDelayMs = 400;
const longestDelayMs = 4_000;

declare module '@urql/core' {
  interface OperationContext {
    /** The answer, already known: the operation reaches the cache, but no server. */
    known?: object;
    /** Variables as of now, for a subscription that is sent again after its socket was lost. */
    variablesNow?: () => object;
  }
}

const inCacheDocument = gql`mutation InCache { inCache }`;

interface Ports {
  /** What comes first: it sees an operation before the cache does. */
  first?: Exchange;
  fetcher: typeof fetch;
  tokens: Tokens;
  socket: Pick<SocketClient, 'subscribe'>;
  history: AirlineHistory;
  /** What came with the page. */
  answers?: FirstAnswers;
}

export interface ShellClient {
  client: Client;
  personal: PersonalCache;
}

export function createShellClient({ first, fetcher, tokens, socket, history, answers }: Ports): ShellClient {
  const jobs: CacheJob[] = [];
  let ownKey = 0;
  const replay = (airlineId: string, changes: Change[]) =>
    queueMicrotask(() => {
      for (const change of changes) {
        const request = createRequest(AirlineChangesDocument, { airlineId });
        // A key of its own, or it would be taken for, and end, a subscription that is running.
        const operation = { ...request, key: --ownKey };
        pipe(client.executeSubscription(operation, { known: { airlineChanges: change } }), publish);
      }
    });
  const afterwards = (job: CacheJob) => queueMicrotask(() => void inCache(job));
  const overtaken = createOvertaken();
  const news = { heard: () => answers?.forget(), overtake: overtaken.overtake };
  const client: Client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    fetch: authFetch(fetcher, tokens),
    exchanges: [
      ...(first ? [first] : []),
      cacheExchange(cacheOptions({ history, takeJobs: () => jobs.splice(0), replay, afterwards, ...news })),
      overtaken.exchange,
      knownExchange(answers),
      retryExchange({
        retryIf: (error, operation) => operation.kind === 'query' && isPassing(error),
        maxNumberAttempts: attempts,
        initialDelayMs: firstDelayMs,
        maxDelayMs: longestDelayMs,
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }, { context }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              {
                query,
                // Read each time the socket client sends it, so that after a reconnect it resumes from the last cursor.
                get variables() {
                  return { ...variables, ...context.variablesNow?.() };
                },
              },
              sink as never,
            ),
          }),
        }),
      }),
    ],
  });

  /** Graphcache may be changed only while it handles a result; so one is made. */
  const inCache = (job: CacheJob) => {
    jobs.push(job);
    return client.mutation(inCacheDocument, {}, { known: { inCache: true } }).toPromise();
  };
  const keep = async (viewer: ViewerFieldsFragment) => {
    // A key of its own here too, or whoever follows the viewer would be answered with this one again whenever it is dropped from the cache.
    const operation = { ...createRequest(ViewerDocument, {}), key: --ownKey };
    await client.executeQuery(operation, { known: { viewer }, requestPolicy: 'network-only' }).toPromise();
  };
  return {
    client,
    personal: {
      keep,
      async reset(viewer) {
        history.forget();
        answers?.forget();
        await inCache(dropAll);
        if (viewer) await keep(viewer);
      },
      async reload() {
        await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
      },
    },
  };
}

/** The network, or a gateway that says so of itself: the same may succeed in a moment. */
function isPassing({ networkError, graphQLErrors }: CombinedError): boolean {
  return Boolean(networkError) || graphQLErrors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE');
}

const knownExchange =
  (answers: FirstAnswers | undefined): Exchange =>
  ({ forward }) =>
  (operations$) => {
    const shared$ = pipe(
      operations$,
      map((operation) => ({ operation, known: operation.context.known ?? answers?.take(operation) })),
      share,
    );
    const answered$ = pipe(
      shared$,
      filter(({ operation, known }) => operation.kind !== 'teardown' && known !== undefined),
      map(({ operation, known }) => makeResult(operation, { data: known, hasNext: false })),
    );
    const rest$ = pipe(
      shared$,
      filter(({ operation, known }) => operation.kind === 'teardown' || known === undefined),
      map(({ operation }) => operation),
    );
    return merge([answered$, forward(rest$)]);
  };
