import { AccountChangesDocument, AirlineChangesDocument, type Live } from '@jetbridge/schema';
import type { Client, CombinedError, TypedDocumentNode } from '@urql/core';
import { onEnd, pipe, subscribe } from 'wonka';
import { type AirlineHistory, account } from './airline-history.ts';
import type { Tracer } from './trace.ts';
import type { Value } from './value.ts';

const lingerMs = 20_000; // between two pages of one airline nobody watches for a moment
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

interface Watch {
  count: number;
  /** Ends it, once nobody watches. */
  lingers?: ReturnType<typeof setTimeout>;
  stop(): void;
}

/**
 * Follows airlines, and the account, into the cache. The cache files each change and moves `history` (see cache.ts); this keeps one subscription
 * per topic going from where `history` stands: through reconnects (the socket client sends it again), refusals and completions.
 */
export class AirlineLive implements Live {
  readonly #client: Client;
  readonly #history: AirlineHistory;
  readonly #state: Value<Live['value']>;
  readonly #tracer: Partial<Tracer>;
  readonly #watches = new Map<string, Watch>();

  constructor(client: Client, history: AirlineHistory, state: Value<Live['value']>, tracer: Partial<Tracer> = {}) {
    this.#client = client;
    this.#history = history;
    this.#state = state;
    this.#tracer = tracer;
  }

  get value(): Live['value'] {
    return this.#state.value;
  }

  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  watch = (airlineId: string, cursor: string): (() => void) => {
    this.#history.read(airlineId, cursor);
    const variablesNow = () => ({ airlineId, after: this.#history.cursor(airlineId) });
    const watch = this.#watches.get(airlineId) ?? this.#follow(airlineId, AirlineChangesDocument, variablesNow);
    watch.count++;
    clearTimeout(watch.lingers);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      if (--watch.count === 0) watch.lingers = setTimeout(() => this.#drop(airlineId, watch), lingerMs);
    };
  };

  /** From where the viewer was read, for as long as this person is signed in. */
  watchAccount(): void {
    if (this.#watches.has(account)) return;
    this.#follow(account, AccountChangesDocument, () => ({ after: this.#history.account.cursor(account) }));
  }

  /** Ends all: the next person follows what they may see. */
  stop(): void {
    for (const [topic, watch] of this.#watches) this.#drop(topic, watch);
  }

  #drop(topic: string, watch: Watch): void {
    watch.stop();
    if (this.#watches.get(topic) === watch) this.#watches.delete(topic);
  }

  #follow<Variables extends object>(topic: string, document: TypedDocumentNode<unknown, Variables>, variablesNow: () => Variables): Watch {
    let waitMs = firstWaitMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let close = () => {};
    let stopped = false;

    const again = () => {
      if (stopped) return;
      clearTimeout(timer);
      timer = setTimeout(start, waitMs);
      waitMs = Math.min(waitMs * 2, longestWaitMs);
    };
    const start = () => {
      close = pipe(
        this.#client.subscription(document, variablesNow(), { variablesNow }),
        onEnd(again), // also after an error, which is the last result
        subscribe(({ error, extensions }) => {
          if (extensions?.traceparent) this.#tracer.received?.(extensions.traceparent as string);
          if (!error) waitMs = firstWaitMs;
          else if (isFinal(error)) this.#drop(topic, watch);
        }),
      ).unsubscribe;
    };
    const watch: Watch = {
      count: 0,
      stop: () => {
        stopped = true;
        clearTimeout(timer);
        close();
      },
    };
    this.#watches.set(topic, watch);
    start();
    return watch;
  }
}

/** Asking again would be refused again, until the person or the page changes. */
function isFinal({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => ['FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT'].includes(String(extensions?.code)));
}
