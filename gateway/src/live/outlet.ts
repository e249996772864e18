import type { Socket } from 'node:net';
import { closeCodes } from '@jetbridge/schema';
import type { WebSocket } from 'ws';

/** Where the frames of one socket go. */
export interface Outlet {
  readonly open: boolean;
  /** Bytes written that the reader has not taken. */
  readonly pending: number;
  /** Whole WebSocket frames. */
  write(frames: Buffer): void;
  /** Calls back once, when the reader has taken all of it. */
  whenDrained(callback: () => void): void;
  /** Ends the socket of a reader that does not keep up; it comes back with its cursor. */
  closeSlow(): void;
}

const closingHandshakeMs = 5_000; // a reader that does not read will not answer either

/** A socket of the `ws` library. Frames go straight to TCP: between two messages of its own the library holds nothing back. */
export class SocketOutlet implements Outlet {
  #onDrain: (() => void)[] = [];

  constructor(
    private readonly socket: WebSocket,
    private readonly tcp: Socket,
  ) {}

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  get pending(): number {
    return this.tcp.writableLength;
  }

  write(frames: Buffer): void {
    this.tcp.write(frames);
  }

  whenDrained(callback: () => void): void {
    if (!this.tcp.writableNeedDrain) return void setImmediate(callback);
    if (this.#onDrain.push(callback) > 1) return;
    this.tcp.once('drain', () => {
      for (const call of this.#onDrain.splice(0)) call();
    });
  }

  closeSlow(): void {
    this.socket.close(closeCodes.SLOW_READER, 'Reading too slowly: come back with your cursor');
    setTimeout(() => this.socket.terminate(), closingHandshakeMs).unref();
  }
}
