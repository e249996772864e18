import { once } from 'node:events';
import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { cookieIn, refreshQuery, signInAs } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { id cursor previous } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;

describe.each(databases)('11 subscriptions on %s', (database) => {
  let product: Product;
  let airlineId: string;
  let pilot: string;
  let flights = 0;

  beforeAll(async () => {
    product = await startProduct({ database });
    product.pass(0);
    const admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    pilot = await product.person('pilot', { airlineId, role: 'PILOT' });
    await product.person('leaver', { airlineId, role: 'PILOT' });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const file = async () => {
    const { data } = await product.ask(filePirep, { input: aFlight({ airlineId, flightNumber: String(++flights) }) }, { token: pilot });
    return data.filePirep as { cursor: string; pirep: { id: string } };
  };
  const cursorNow = async (token: string) =>
    (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token })).data.airline.cursor as string;

  it('11 subscriptions: a visitor is refused before the source opens', async () => {
    const watch = vi.spyOn(product.services.projected, 'watch');
    const socket = await openSocket(product.url);
    socket.subscribe('1', changes, { id: airlineId });
    await socket.until(() => socket.of('1').length > 1);
    expect(socket.of('1').map(({ type }) => type)).toEqual(['next', 'complete']);
    expect(socket.of('1')[0]!.payload.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(watch).not.toHaveBeenCalled();
    watch.mockRestore();
    await socket.close();
  });

  it('11 subscriptions: role removed, next event not delivered', async () => {
    const { token } = await signInAs(product, 'leaver@example.org');
    const socket = await openSocket(product.url, token);
    socket.subscribe('1', changes, { id: airlineId, after: await cursorNow(token) });
    const { pirep } = await file();
    await socket.until(() => socket.of('1').length > 0);
    expect(socket.of('1')[0]!.payload.data.airlineChanges.id).toBe(pirep.id);

    await product.services.storage.transaction((sql) =>
      sql.run(`delete from rm_member where user_id = (select id from rm_user where display_name = 'leaver')`),
    );
    const secret = await file();
    await socket.until(() => socket.of('1').length > 1);
    expect(JSON.stringify(socket.of('1').slice(1))).toContain('NOT_FOUND');
    expect(JSON.stringify(socket.of('1'))).not.toContain(secret.pirep.id);
    socket.subscribe('2', changes, { id: airlineId });
    await socket.until(() => socket.of('2').length > 0);
    expect(socket.of('2')[0]!.payload.errors[0].extensions.code).toBe('NOT_FOUND');
    await socket.close();
  });

  it('11 subscriptions: the socket closes at token expiry; with a fresh token and the last cursor nothing is lost', async () => {
    const { token, cookie } = await signInAs(product, 'pilot@example.org');
    const socket = await openSocket(product.url, token);
    socket.subscribe('1', changes, { id: airlineId, after: await cursorNow(token) });
    await file();
    await socket.until(() => socket.of('1').length > 0);
    product.pass(10 * 60_000 - 1_000);
    pilot = await product.signIn('pilot@example.org');
    const last = await file();
    await socket.until(() => socket.of('1').length > 1);

    product.pass(1_000);
    expect(await socket.closed).toBe(4403);
    const missed = [await file(), await file()];
    expect(await (await openSocket(product.url, token)).closed).toBe(4403);
    const refreshed = await product.ask(refreshQuery, {}, { cookie });
    expect(cookieIn(refreshed, 'refresh')).toBeTruthy();
    const again = await openSocket(product.url, refreshed.data.refreshSession.accessToken);
    const after = socket.of('1').at(-1)!.payload.data.airlineChanges.cursor;
    again.subscribe('1', changes, { id: airlineId, after });
    missed.push(await file());
    await again.until(() => again.of('1').length > 2);
    const got = again.of('1').map(({ payload }) => payload.data.airlineChanges);
    expect(got.map(({ id }) => id)).toEqual(missed.map(({ pirep }) => pirep.id));
    expect(got.map(({ previous }) => previous)).toEqual([last.cursor, ...got.slice(0, -1).map(({ cursor }) => cursor)]);
    await again.close();
  });

  it.each([
    ['https://evil.example', 'https://flights.example'],
    ['null', 'https://flights.example'],
    ['http://127.0.0.1.evil.example', null],
    ['https://flights.example.evil.example', 'https://flights.example'],
  ])('11 subscriptions: a page of %s may not connect', async (origin, publicUrl) => {
    await using other = await startProduct({ database, publicUrl });
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('401');
    const own = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin: publicUrl ?? other.url });
    await once(own, 'open');
    own.terminate();
  });

  it('11 subscriptions: who does not begin within 3 s is shown out', async () => {
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(socket, 'open');
    const since = performance.now();
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4408);
    expect(performance.now() - since).toBeLessThan(4_500);
  });
});
