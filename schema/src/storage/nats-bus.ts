import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOptions, connect, type NatsConnection } from '@nats-io/transport-node';
import { type Bus, type Hint, InProcessBus } from './bus.ts';

const retryMs = 1_000;
const prefix = 'jetbridge';
const subjectOf = /^jetbridge[.](appended|projected|ended)[.]([\w-]+)$/;

/**
 * Hints between processes. Listeners here are told at once, others through NATS while it can be reached. It connects in the background and for
 * ever; what is published meanwhile goes to nobody else, and their sweeps find it.
 */
export class NatsBus implements Bus {
  readonly #local = new InProcessBus();
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;
  readonly #onStatus: (status: string, connected: boolean) => void;
  #connection: NatsConnection | undefined;
  #awaySince: number | null = Date.now();

  /** @param onStatus told in one sentence when the connection is made, lost, or cannot be made */
  constructor(url: string, onStatus: (status: string, connected: boolean) => void = () => {}) {
    this.#onStatus = onStatus;
    this.#running = this.#run(natsOptions(url));
  }

  get awaySince(): number | null {
    return this.#awaySince;
  }

  publish(hint: Hint): void {
    this.#local.publish(hint);
    // Disconnected, the client would keep messages for later; a hint that comes late tells nothing.
    if (this.#awaySince !== null) return;
    try {
      this.#connection?.publish(`${prefix}.${hint.about}.${hint.tenant}`, String(hint.sequence));
    } catch {
      // Closed in this very moment: the sweeps do without.
    }
  }

  subscribe(listener: (hint: Hint) => void): () => void {
    return this.#local.subscribe(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#awaySince ??= Date.now();
    await this.#local.close();
    await this.#connection?.close();
    await this.#running;
  }

  async #run(options: ConnectionOptions): Promise<void> {
    const { signal } = this.#closing;
    let told = false;
    while (!signal.aborted) {
      try {
        const connection = await connect(options);
        if (signal.aborted) return await connection.close();
        told = false;
        await this.#use(connection);
      } catch (error) {
        if (!told) this.#onStatus(`NATS cannot be reached (${(error as Error).message}); going on without, a little slower.`, false);
        told = true;
        await sleep(retryMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** Until the connection is closed for good: a lost one is made again by the client. */
  async #use(connection: NatsConnection): Promise<void> {
    connection.subscribe(`${prefix}.*.*`, {
      callback: (error, message) => {
        const hint = error ? undefined : parseHint(message.subject, message.string());
        if (hint) this.#local.publish(hint);
      },
    });
    await connection.flush();
    this.#connection = connection;
    this.#awaySince = null;
    this.#onStatus('NATS is connected.', true);
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') {
        this.#awaySince ??= Date.now();
        this.#onStatus('NATS is lost; going on without, a little slower.', false);
      }
      // Connected is who hears hints: the server knows of the subscription again. Lost before that, a `disconnect` follows.
      const heard =
        type === 'reconnect' &&
        (await connection.flush().then(
          () => true,
          () => false,
        ));
      if (heard) {
        this.#awaySince = null;
        this.#onStatus('NATS is connected.', true);
      }
    }
    this.#awaySince ??= Date.now();
  }
}

/** What anybody may have sent: undefined unless it is a hint. */
export function parseHint(subject: string, payload: string): Hint | undefined {
  const [, about, tenant] = subjectOf.exec(subject) ?? [];
  const sequence = Number(payload);
  if (!about || !tenant || !Number.isSafeInteger(sequence) || sequence < 1) return undefined;
  return { about: about as Hint['about'], tenant, sequence };
}

/** `nats://user:password@host:4222`, `tls://token@host`; several servers of one cluster separated by commas, credentials with the first. */
function natsOptions(url: string): ConnectionOptions {
  const servers = url.split(',').map((server) => new URL(server.trim()));
  const [{ username, password }] = servers as [URL, ...URL[]];
  const credentials = password
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : username
      ? { token: decodeURIComponent(username) }
      : {};
  return {
    ...credentials,
    servers: servers.map(({ host }) => host),
    ...(servers.some(({ protocol }) => protocol === 'tls:') && { tls: {} }),
    name: 'jetbridge',
    noEcho: true, // listeners here were told already
    maxReconnectAttempts: -1,
    reconnectTimeWait: retryMs,
    timeout: 3_000, // ms to connect
    pingInterval: 5_000, // ms; a peer that vanished without a word is noticed after three
  };
}
