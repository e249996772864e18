import { aFlight } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases, type Product, startProduct } from '../../gateway/src/testing/product.ts';
import { createSocket } from '../../shell/src/socket.ts';
import { Browser } from './browser.ts';

const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { id cursor previous } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const minute = 60_000;

interface Change {
  id: string;
  cursor: string;
  previous: string;
}

let product: Product;
// The page the socket belongs to.
beforeEach(() => vi.stubGlobal('addEventListener', () => {}));
afterEach(async () => {
  vi.unstubAllGlobals();
  await product[Symbol.asyncDispose]();
});

describe.each(databases)('the socket of a page that stays open on %s', (database) => {
  it('comes back with a fresh token when its own has run out: nobody sees it, no change is lost, no renewal is made for it alone', async () => {
    product = await startProduct({ database });
    product.pass(0);
    vi.stubGlobal('location', new URL(product.url));
    const airlineId = await product.createAirline(await product.setUp(), 'NAX');
    await product.person('pilot', { airlineId, role: 'PILOT' });
    const browser = new Browser(product);
    const session = browser.openTab();
    await session.start();
    await session.signIn({ email: 'pilot@example.org', password: 'a password for tests' });
    const token = async () => (await session.token())!;
    const { data } = await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: await token() });

    const socket = createSocket(session);
    const closes: number[] = [];
    socket.client.on('closed', (event) => closes.push((event as CloseEvent).code));
    const states: string[] = [];
    const got: Change[] = [];
    let after: string = data.airline.cursor;
    const variables = {
      id: airlineId,
      get after() {
        return after;
      },
    };
    const stop = socket.client.subscribe<{ airlineChanges: Change }>(
      { query: changes, variables },
      {
        next: ({ data }) => {
          got.push(data!.airlineChanges);
          after = data!.airlineChanges.cursor;
        },
        error: (error) => expect.unreachable(String(error)),
        complete: () => {},
      },
    );
    const filed: string[] = [];
    const file = async () => {
      const input = aFlight({ airlineId, flightNumber: String(filed.length + 1) });
      const answer = await product.ask(filePirep, { input }, { token: await token() });
      filed.push(answer.data.filePirep.pirep.id);
    };
    await file();
    await vi.waitUntil(() => got.length === 1);
    socket.state.subscribe(() => states.push(socket.state.value));

    for (let life = 1; life <= 3; life++) {
      const renewals = browser.renewals;
      product.pass(9 * minute);
      await session.renew(); // what its timer does by then
      await file();
      product.pass(1 * minute);
      await vi.waitUntil(() => closes.length === life, { timeout: 10_000 });
      await file();
      await file();
      await vi.waitUntil(() => got.length === filed.length, { timeout: 10_000 });
      expect(browser.renewals - renewals).toBe(1);
    }
    expect(closes).toEqual([4403, 4403, 4403]);
    expect(got.map(({ id }) => id)).toEqual(filed);
    expect(got.map(({ previous }) => previous)).toEqual([data.airline.cursor, ...got.slice(0, -1).map(({ cursor }) => cursor)]);
    expect(states.filter((state) => state !== 'live')).toEqual([]);

    // Ended elsewhere: the page finds out through its socket, and stays a visitor.
    const id = product.services.accessTokens.verify(await token(), product.services.now())!.sessionId;
    await product.services.sessions.end(id, product.services.now());
    await vi.waitUntil(() => session.value.status === 'anonymous', { timeout: 10_000 });
    stop();
    socket.client.terminate();
  });
});
