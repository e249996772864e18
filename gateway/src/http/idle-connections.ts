import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const endEveryMs = 50;

/**
 * Ends connections that nobody waits on, from when the server is to close until it has: a client's kept-alive connection would hold it for ten
 * seconds, one on which nothing was ever asked for a minute. Browsers open such ahead of need, and Node counts as idle only what was answered.
 */
export function endIdleConnections(app: FastifyInstance): void {
  const open = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', async () => {
    const ending = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    }, endEveryMs);
    app.server.once('close', () => clearInterval(ending));
  });
}
