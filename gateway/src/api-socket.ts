import type { Socket } from 'node:net';
import { closeCodes } from '@jetbridge/schema';
import { CloseCode, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import { type RawData, WebSocket, WebSocketServer, type ServerOptions as WebSocketServerOptions } from 'ws';
import type { Caller } from './context.ts';
import type { OpenSocket } from './live/open-sockets.ts';
import type { Outlet } from './live/outlet.ts';

const tickMs = 1_000;
const pingEvery = 12; // ticks
const initWithin = 4; // ticks; the first may come at once
const expelWithinMs = 500; // whoever may no longer be here need not agree
const mostUnread = 2 * 1024 * 1024; // bytes; who asks on without reading the answers is shown out
const closingHandshakeMs = 5_000; // a reader that does not read will not answer either

/**
 * A socket as `ws` has it, which graphql-ws talks to directly, and the outlet the hub writes to. Thousands of them stand idle, so what each
 * holds on to counts: no request, no timer, no listener of its own.
 */
export class ApiSocket extends WebSocket implements Outlet, OpenSocket {
  caller: Caller | null = null;
  staleToken = false;
  /** The client has begun. */
  greeted = false;
  tcp: Socket | undefined;
  /** Tells the library. */
  closed: ((code: number, reason: string) => Promise<void>) | undefined;
  #age = 0; // ticks
  #answered = true;
  #receive: ((message: string) => Promise<void>) | undefined;
  #onDrain: (() => void)[] | undefined;

  onMessage(receive: (message: string) => Promise<void>): void {
    this.#receive = receive;
  }

  /** The library takes a message that is parsed already as it is; the text, and the buffer it came in, are not kept as long as the operation. */
  receive(message: unknown): Promise<void> | undefined {
    return this.#receive?.(message as string);
  }

  answered(): void {
    this.#answered = true;
  }

  /** Once a second: ends what is over, and asks now and then whether anybody is there. */
  tick(now: number): void {
    if (this.readyState !== this.OPEN) return;
    this.#age++;
    if (this.caller && this.caller.expiresAt <= now) this.expel('Token expired');
    else if (!this.greeted && this.#age >= initWithin) {
      this.close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
    } else if (this.unread) {
      this.closeSlow();
    } else if (this.#age % pingEvery === 0) {
      if (this.#answered) this.ping();
      else this.terminate();
      this.#answered = false;
    }
  }

  get open(): boolean {
    return this.readyState === this.OPEN;
  }

  get unread(): boolean {
    return this.pending > mostUnread;
  }

  get pending(): number {
    return this.tcp?.writableLength ?? 0;
  }

  /** Straight to TCP: between two messages of its own, `ws` holds nothing back. */
  write(frames: Buffer): void {
    this.tcp?.write(frames);
  }

  whenDrained(callback: () => void): void {
    if (!this.tcp?.writableNeedDrain) return void setImmediate(callback);
    this.#onDrain ??= [];
    if (this.#onDrain.push(callback) > 1) return;
    this.tcp.once('drain', () => {
      for (const call of this.#onDrain?.splice(0) ?? []) call();
    });
  }

  closeSlow(): void {
    this.close(closeCodes.SLOW_READER, 'Reading too slowly: come back with your cursor');
    setTimeout(() => this.terminate(), closingHandshakeMs).unref();
  }

  expel(reason: string): void {
    this.close(CloseCode.Forbidden, reason);
    setTimeout(() => this.terminate(), expelWithinMs).unref();
  }
}

export interface Transport {
  readonly clients: Set<ApiSocket>;
  /** Ends when every socket is closed. */
  dispose(): Promise<void>;
}

interface Watch {
  parse(text: string): unknown;
  now(): number;
  error(error: unknown): void;
  /** A socket is closed because its reader does not keep up. */
  slow(): void;
}

/** What `graphql-ws/use/ws` does, with one clock for all sockets. */
export function useSockets<Params extends Record<string, unknown>>(
  options: ServerOptions<Params, ApiSocket>,
  listening: WebSocketServerOptions,
  { parse, now, error: report, slow }: Watch,
): Transport {
  const server = new WebSocketServer({
    ...listening,
    autoPong: false, // or answers to pings would pile up before a reader that does not read
    handleProtocols: (protocols) => handleProtocols(protocols),
    WebSocket: class extends ApiSocket {
      override closeSlow(): void {
        if (this.open) slow();
        super.closeSlow();
      }
    },
  });
  const protocol = makeServer<Params, ApiSocket>({ ...options, connectionInitWaitTimeout: 0 }); // the clock looks after that

  function hear(this: WebSocket, data: RawData): void {
    const socket = this as ApiSocket;
    if (socket.readyState !== socket.OPEN) return; // told to go, and still talking
    if (socket.unread) {
      socket.closeSlow();
      return;
    }
    let message: unknown;
    try {
      message = parse(String(data));
    } catch {
      socket.close(CloseCode.BadRequest, 'Invalid message received');
      return;
    }
    socket.receive(message)?.catch((error: unknown) => {
      report(error);
      socket.close(CloseCode.InternalServerError, 'Internal server error');
    });
  }
  function ping(this: WebSocket, data: Buffer): void {
    const socket = this as ApiSocket;
    if (socket.open && !socket.unread) socket.pong(data);
  }
  function pong(this: WebSocket): void {
    (this as ApiSocket).answered();
  }
  function over(this: WebSocket, code: number, reason: Buffer): void {
    (this as ApiSocket).closed?.(code, String(reason)).catch(report);
  }

  server.on('connection', (socket, { socket: tcp }) => {
    socket.tcp = tcp;
    socket.closed = protocol.opened(socket, socket);
    socket.on('message', hear);
    socket.on('ping', ping);
    socket.on('pong', pong);
    socket.on('error', ignore);
    socket.on('close', over);
  });
  const clock = setInterval(() => {
    for (const socket of server.clients) socket.tick(now());
  }, tickMs);

  return {
    clients: server.clients,
    dispose: async () => {
      clearInterval(clock);
      await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
    },
  };
}

/** A client that breaks the protocol: `ws` has closed the socket and said why. */
function ignore(): void {}
