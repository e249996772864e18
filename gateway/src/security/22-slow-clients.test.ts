import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const megabyte = 1024 * 1024;
const largeAnswer = `{ ${Array.from({ length: 15 }, (_, n) => `a${n}: airports(search: "a", first: 100) { icao name city timezone country }`).join(' ')} }`;

function reach(product: Product): Promise<Socket> {
  const { hostname, port } = new URL(product.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  return once(socket, 'connect').then(() => socket);
}

/** Goes on sending without reading until it is shown out; how much more memory there ever was meanwhile. */
async function pourInto(socket: Awaited<ReturnType<typeof openSocket>>, send: () => void): Promise<number> {
  socket.socket.on('error', () => {});
  (socket.socket as unknown as { _socket: Socket })._socket.pause();
  const used = () => process.memoryUsage().rss;
  const before = used();
  let most = 0;
  const pouring = setInterval(() => {
    most = Math.max(most, used() - before);
    for (let n = 0; n < 20 && socket.socket.bufferedAmount < megabyte; n++) send();
  }, 10);
  await socket.closed;
  clearInterval(pouring);
  return most;
}

describe.each(databases)('22 slow clients on %s', (database) => {
  it('22 slow clients: who asks on without reading is shown out, and little is held for them', async () => {
    await using product = await startProduct({ database });
    const socket = await openSocket(product.url);
    socket.subscribe('size', largeAnswer);
    await socket.until(() => socket.of('size').length > 0);
    expect(JSON.stringify(socket.of('size')[0]).length).toBeGreaterThan(100_000);
    let asked = 0;
    expect(await pourInto(socket, () => socket.subscribe(String(asked++), largeAnswer))).toBeLessThan(200 * megabyte);
    expect(await (await fetch(`${product.url}/metrics`)).text()).toContain('\njetbridge_live_slow_closes_total 1\n');
    expect((await fetch(`${product.url}/livez`)).status).toBe(200);
  });

  it('22 slow clients: nor do answers to pings pile up', async () => {
    await using product = await startProduct({ database });
    const socket = await openSocket(product.url);
    expect(await pourInto(socket, () => socket.socket.ping('x'.repeat(120)))).toBeLessThan(200 * megabyte);
    expect((await fetch(`${product.url}/livez`)).status).toBe(200);
  });

  it('22 slow clients: a frame too large ends its socket before it is read', async () => {
    await using product = await startProduct({ database });
    const socket = await openSocket(product.url);
    socket.socket.send('x'.repeat(megabyte + 1));
    expect(await socket.closed).toBe(1009);
    const second = await openSocket(product.url);
    const half = 'x'.repeat(megabyte * 0.6);
    second.socket.send(half, { fin: false });
    second.socket.send(half, { fin: true });
    expect(await second.closed).toBe(1009);
  });

  it('22 slow clients: a body too large is refused by its announced length', async () => {
    await using product = await startProduct({ database });
    const socket = await reach(product);
    socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${100 * megabyte}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  it.each([
    ['headers that never end', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X-A: b\r\n'],
    ['nothing but a connection and half a line', 'GE', ''],
  ])('22 slow clients: %s end the connection within seconds', async (_, first, drip) => {
    await using product = await startProduct({ database });
    const sockets = await Promise.all(Array.from({ length: 50 }, () => reach(product)));
    const since = performance.now();
    const dripping = setInterval(() => {
      for (const socket of sockets) if (drip && socket.writable) socket.write(drip);
    }, 500);
    for (const socket of sockets) socket.resume().write(first);
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
    clearInterval(dripping);
    expect(performance.now() - since).toBeLessThan(20_000);
    expect((await fetch(`${product.url}/livez`)).status).toBe(200);
  });
});
