import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** TCP between two that believe they talk to each other, so that somebody can cut it. */
export interface Wire extends AsyncDisposable {
  port: number;
  /** Where new connections lead; nowhere, and they are refused, until it is set. */
  leadTo(port: number | undefined): void;
  /** Resets every connection, on both sides: what is on its way is lost. New ones are reset too, for a moment. */
  cut(awayMs: number): void;
}

export async function openWire(to?: number): Promise<Wire> {
  const sockets = new Set<Socket>();
  let target = to;
  let away = false;
  const server = createServer((near) => {
    if (target === undefined || away) return void near.resetAndDestroy();
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.pipe(other);
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reset = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    leadTo: (port) => {
      target = port;
    },
    cut: (awayMs) => {
      away = true;
      reset();
      setTimeout(() => {
        away = false;
      }, awayMs).unref();
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close');
      server.close();
      reset();
      await closed;
    },
  };
}
