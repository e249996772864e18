import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { useSockets } from './api-socket.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

/** A server whose clock goes when told, and whose callers' tokens all end at second 60. */
async function open() {
  const state = { now: 0, errors: [] as unknown[] };
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const transport = useSockets<{ fail?: boolean }>(
    {
      onConnect: ({ connectionParams, extra }) => {
        extra.greeted = true;
        extra.caller = { userId: 'u', sessionId: 's', apiKey: null, expiresAt: 60_000 };
        if (connectionParams?.fail) throw new Error('the hook failed');
      },
    },
    { server: http },
    { parse: (text) => JSON.parse(text), now: () => state.now, error: (error) => state.errors.push(error), slow: () => {} },
  );
  const connect = async (options = {}) => {
    const { port } = http.address() as AddressInfo;
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, 'graphql-transport-ws', options);
    const closed = once(socket, 'close').then(([code]) => code as number);
    await once(socket, 'open');
    return { socket, closed, begin: (payload = {}) => socket.send(JSON.stringify({ type: 'connection_init', payload })) };
  };
  const pass = (seconds: number) => {
    state.now += seconds * 1_000;
    vi.advanceTimersByTime(seconds * 1_000);
  };
  const dispose = async () => {
    for (const client of transport.clients) client.terminate();
    await transport.dispose();
    http.close();
  };
  return { ...state, errors: state.errors, connect, pass, [Symbol.asyncDispose]: dispose };
}

it('closes a socket that does not begin', async () => {
  await using server = await open();
  const { closed } = await server.connect();
  server.pass(4);
  expect(await closed).toBe(4408);
});

it('closes a socket when the token that opened it ends', async () => {
  await using server = await open();
  const { socket, closed, begin } = await server.connect();
  begin();
  await once(socket, 'message');
  for (let second = 0; second < 60; second += 12) {
    expect(socket.readyState).toBe(WebSocket.OPEN);
    const pinged = once(socket, 'ping');
    server.pass(12);
    await Promise.race([pinged, closed]);
    socket.send('{"type":"ping"}'); // its answer comes after the pong was read
    await Promise.race([once(socket, 'message'), closed]);
  }
  expect(await closed).toBe(4403);
});

it('ends a socket whose other end is gone without a word', async () => {
  await using server = await open();
  const { socket, closed, begin } = await server.connect({ autoPong: false });
  begin();
  await once(socket, 'message');
  server.pass(12);
  await once(socket, 'ping');
  server.pass(12);
  expect(await closed).toBe(1006);
});

it('closes on nonsense, and on a failure of ours, which it reports', async () => {
  await using server = await open();
  const nonsense = await server.connect();
  nonsense.socket.send('{');
  expect(await nonsense.closed).toBe(4400);
  const failing = await server.connect();
  failing.begin({ fail: true });
  expect(await failing.closed).toBe(4500);
  expect(server.errors).toMatchObject([{ message: 'the hook failed' }]);
});
