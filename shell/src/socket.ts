import type { Live } from '@jetbridge/schema';
import { type Client, createClient } from 'graphql-ws/client';
import type { Tokens } from './auth-fetch.ts';
import { Value } from './value.ts';

const idleCloseMs = 30_000; // a change of page releases the last subscription and makes the next
const pingMs = 12_000;
const pongWithinMs = 5_000;
const firstWaitMs = 300;
const longestWaitMs = 10_000;
const idle = 1_000; // Normal Closure: no subscription is left
const unauthorized = [4_401, 4_403]; // the token expired, or was revoked
const offlineAfterMs = 4_000; // a gateway that restarts is back sooner; no need to alarm anyone

export interface Socket {
  client: Client;
  state: Value<Live['value']>;
  /** Whether anything has asked for it yet: before that its state means nothing. */
  used: Value<boolean>;
  /** Closes and connects again, as someone else. */
  reconnect(): void;
  /** Nobody is there to need it: a visitor is not told of a connection that was lost before. */
  rest(): void;
}

/** The one WebSocket of the page. It opens with the first subscription, reconnects for ever, and says how it is. */
export function createSocket(tokens: Tokens): Socket {
  const used = new Value(false);
  const state = new Value<Live['value']>('connecting');
  let pongTimer: ReturnType<typeof setTimeout> | undefined;
  let offlineTimer: ReturnType<typeof setTimeout> | undefined;
  let wake = () => {};
  let refused = false;
  let sent: string | null = null; // the token this socket, or the last one, came with
  let asleep = true; // no subscription needs it

  const lost = () => {
    clearTimeout(pongTimer);
    // A token that ran out is replaced within a moment: nobody has to see it.
    if (state.value === 'live' && !refused) state.set('connecting');
    offlineTimer ??= setTimeout(() => state.set('offline'), offlineAfterMs);
  };
  const found = () => {
    clearTimeout(offlineTimer);
    offlineTimer = undefined;
    state.set('live');
  };

  let operations = 0;
  const client = createClient({
    // Short and counted: people on the same page have the same ids, so the gateway can send them all the very same bytes.
    generateID: () => String(++operations),
    url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: async () => {
      // Most often the session has a newer one by now; if not, the one it has was revoked.
      if (refused && (await tokens.token()) === sent) await tokens.renew();
      refused = false;
      sent = await tokens.token();
      return sent === null ? {} : { authorization: `Bearer ${sent}` };
    },
    lazyCloseTimeout: idleCloseMs,
    keepAlive: pingMs,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) =>
      new Promise((resolve) => {
        const delayMs = refused && retries === 0 ? 0 : Math.min(firstWaitMs * 2 ** retries, longestWaitMs);
        const timer = setTimeout(resolve, delayMs * (0.5 + Math.random())); // spread, or all come back at once after a restart
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    on: {
      connecting: () => {
        asleep = false;
        used.set(true);
      },
      connected: found,
      closed: (event) => {
        const { code } = event as CloseEvent;
        refused = unauthorized.includes(code);
        asleep = code === idle;
        if (!asleep && used.value) lost();
      },
      error: lost,
      // A network that vanished closes nothing: only a missing answer tells.
      ping: (received) => {
        if (!received) pongTimer = setTimeout(() => client.terminate(), pongWithinMs);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimer);
      },
    },
  });

  addEventListener('offline', () => {
    state.set('offline');
    client.terminate();
  });
  addEventListener('online', () => {
    state.set(asleep ? 'live' : 'connecting');
    wake();
  });
  const rest = () => {
    clearTimeout(offlineTimer);
    offlineTimer = undefined;
    used.set(false);
    state.set('connecting');
    client.terminate();
  };
  return { client, state, used, reconnect: () => client.terminate(), rest };
}
