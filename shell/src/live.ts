import { AirlineChangesDocument, type Live } from '@jetbridge/schema';
import type { Client, CombinedError } from '@urql/core';
import { onEnd, pipe, subscribe } from 'wonka';
import type { AirlineHistory } from './airline-history.ts';
import type { Value } from './value.ts';

const lingerMs = 20_000; // between two pages of one airline nobody watches for a moment
const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

interface Watch {
  count: number;
  stop(): void;
}

/**
 * Follows airlines into the cache. The cache files each change and moves `history` (see cache.ts); this keeps one subscription per
 * airline going from where `history` stands: through reconnects (the socket client sends it again), refusals and completions.
 */
export class AirlineLive implements Live {
  readonly #client: Client;
  readonly #history: AirlineHistory;
  readonly #state: Value<Live['value']>;
  readonly #watches = new Map<string, Watch>();

  constructor(client: Client, history: AirlineHistory, state: Value<Live['value']>) {
    this.#client = client;
    this.#history = history;
    this.#state = state;
  }

  get value(): Live['value'] {
    return this.#state.value;
  }

  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  watch = (airlineId: string, cursor: string): (() => void) => {
    this.#history.read(airlineId, cursor);
    const watch = this.#watches.get(airlineId) ?? this.#follow(airlineId);
    watch.count++;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      watch.count--;
      setTimeout(() => {
        if (watch.count === 0) this.#drop(airlineId, watch);
      }, lingerMs);
    };
  };

  /** Ends all: the next person follows what they may see. */
  stop(): void {
    for (const [airlineId, watch] of this.#watches) this.#drop(airlineId, watch);
  }

  #drop(airlineId: string, watch: Watch): void {
    watch.stop();
    if (this.#watches.get(airlineId) === watch) this.#watches.delete(airlineId);
  }

  #follow(airlineId: string): Watch {
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
      const variablesNow = () => ({ airlineId, after: this.#history.cursor(airlineId) });
      close = pipe(
        this.#client.subscription(AirlineChangesDocument, variablesNow(), { variablesNow }),
        onEnd(again), // also after an error, which is the last result
        subscribe(({ error }) => {
          if (!error) waitMs = firstWaitMs;
          else if (isFinal(error)) this.#drop(airlineId, watch);
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
    this.#watches.set(airlineId, watch);
    start();
    return watch;
  }
}

/** Asking again would be refused again, until the person or the page changes. */
function isFinal({ graphQLErrors }: CombinedError): boolean {
  return graphQLErrors.some(({ extensions }) => ['FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT'].includes(String(extensions?.code)));
}
