import { closeCodes } from '@jetbridge/schema';
import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const changes = 'subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor } }';
const perUser = 50;
const perSocket = 50;
const visitors = 1_000;

describe.each(databases)('21 caps on %s', (database) => {
  it('21 caps: a person has so many sockets, and another one theirs; who leaves makes room', async () => {
    await using product = await startProduct({ database });
    const airlineId = await product.createAirline(await product.setUp(), 'NAX');
    const [greedy, other] = [await product.person('greedy', { airlineId, role: 'PILOT' }), await product.person('other')];
    const sockets = await Promise.all(Array.from({ length: perUser }, () => openSocket(product.url, greedy)));
    expect(await (await openSocket(product.url, greedy)).closed).toBe(closeCodes.TOO_MANY_SOCKETS);
    const free = await openSocket(product.url, other);
    expect(free.messages[0]?.type).toBe('connection_ack');
    await sockets.pop()!.close();
    const again = await openSocket(product.url, greedy);
    expect(again.messages[0]?.type).toBe('connection_ack');
    await Promise.all([free, again, ...sockets].map((socket) => socket.close()));
  });

  it('21 caps: a socket carries so many operations, and says so for each beyond', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    const socket = await openSocket(product.url, token);
    for (let id = 0; id < perSocket; id++) socket.subscribe(String(id), changes, { id: airlineId });
    for (const id of ['a', 'b']) socket.subscribe(id, changes, { id: airlineId });
    await socket.until(() => socket.of('a').length > 0 && socket.of('b').length > 0);
    for (const id of ['a', 'b'])
      expect(socket.of(id)[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'TOO_COMPLEX' } }] });
    expect(socket.of('0')).toEqual([]);
    socket.complete('0');
    socket.subscribe('c', '{ setup { needed } }');
    await socket.until(() => socket.of('c').length > 1);
    expect(socket.of('c')[0]!.payload.data).toEqual({ setup: { needed: false } });
    await socket.close();
  });

  it('21 caps: visitors together have so many sockets, and take none from who is signed in', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const open = [];
    for (let batch = 0; batch < visitors / 50; batch++) {
      open.push(...(await Promise.all(Array.from({ length: 50 }, () => openSocket(product.url)))));
    }
    expect(await (await openSocket(product.url)).closed).toBe(closeCodes.TOO_MANY_SOCKETS);
    expect((await openSocket(product.url, token)).messages[0]?.type).toBe('connection_ack');
    for (const { socket } of open) socket.terminate();
  });
});
