import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../testing/client.ts';
import { type Database, databases, type Product, startProduct } from '../testing/product.ts';

const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor pirep { id } } }`;
const acceptPirep = `mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { cursor } }`;
const changes = `subscription ($id: ID!, $after: Cursor) {
  airlineChanges(airlineId: $id, after: $after) {
    cursor previous kind id actor { displayName }
    node { __typename ... on Pirep { state pilot { minutes } } ... on Member { minutes flights } ... on Airline { code } }
  }
}`;

interface Change {
  cursor: string;
  previous: string;
  kind: string;
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a union, and each test knows which
  node: any;
}
const changesIn = (answers: Answer[]) => answers.map(({ data }) => data.airlineChanges as Change);

async function open(database: Database) {
  const product = await startProduct({ database });
  const token = await product.setUp();
  const airlineId = await product.createAirline(token, 'NAX');
  const { data } = await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token });
  return { product, token, airlineId, start: data.airline.cursor as string, [Symbol.asyncDispose]: () => product[Symbol.asyncDispose]() };
}

async function file({ product, token, airlineId }: { product: Product; token: string; airlineId: string }, flightNumber = '417') {
  const { data } = await product.ask(filePirep, { input: aFlight({ airlineId, flightNumber }) }, { token });
  return data.filePirep as { cursor: string; pirep: { id: string } };
}

describe.each(databases)('changes on %s', (database) => {
  it('delivers what happens, with its effect readable', async () => {
    await using world = await open(database);
    const live = world.product.subscribe(changes, { id: world.airlineId, after: world.start }, world.token);
    const { pirep, cursor } = await file(world);
    const [filed] = changesIn(await live.take(1));
    expect(filed).toMatchObject({
      kind: 'PIREP',
      id: pirep.id,
      cursor,
      previous: world.start,
      actor: { displayName: 'Ada Admin' },
      node: { state: 'PENDING' },
    });
    const accepted = await world.product.ask(acceptPirep, { id: pirep.id }, { token: world.token });
    const [changed, member] = changesIn(await live.take(2));
    expect(changed).toMatchObject({ kind: 'PIREP', node: { state: 'ACCEPTED', pilot: { minutes: 55 } }, previous: cursor });
    expect(member).toMatchObject({
      kind: 'MEMBER',
      node: { minutes: 55, flights: 1 },
      previous: changed!.cursor,
      cursor: accepted.data.acceptPirep.cursor,
    });
    await live.close();
  });

  it('goes on from any cursor it ever gave: no gap, no double, in order', async () => {
    await using world = await open(database);
    for (let n = 1; n <= 5; n++) {
      const { pirep } = await file(world, String(n));
      await world.product.ask(acceptPirep, { id: pirep.id }, { token: world.token });
    }
    const whole = world.product.subscribe(changes, { id: world.airlineId, after: world.start }, world.token);
    const all = changesIn(await whole.take(15));
    await whole.close();
    expect(all.map(({ previous }) => previous)).toEqual([world.start, ...all.slice(0, -1).map(({ cursor }) => cursor)]);
    expect(new Set(all.map(({ cursor }) => cursor)).size).toBe(15);
    for (const [index, { cursor }] of all.slice(0, 14).entries()) {
      const rest = world.product.subscribe(changes, { id: world.airlineId, after: cursor }, world.token);
      expect(changesIn(await rest.take(14 - index)).map((change) => change.cursor)).toEqual(
        all.slice(index + 1).map((change) => change.cursor),
      );
      await rest.close();
    }
  });

  it('misses nothing that happens while it joins', async () => {
    await using world = await open(database);
    const filing = Promise.all(Array.from({ length: 40 }, (_, n) => file(world, String(n + 1))));
    const joining = Array.from({ length: 5 }, () =>
      world.product.subscribe(changes, { id: world.airlineId, after: world.start }, world.token),
    );
    const filed = (await filing).map(({ pirep }) => pirep.id).sort();
    for (const live of joining) {
      const seen = changesIn(await live.take(40));
      expect(seen.map(({ id }) => id).sort()).toEqual(filed);
      expect(seen.map(({ previous }) => previous)).toEqual([world.start, ...seen.slice(0, -1).map(({ cursor }) => cursor)]);
      await live.close();
    }
  });

  it('refuses a cursor of another airline, and nonsense', async () => {
    await using world = await open(database);
    await world.product.createAirline(world.token, 'OTH');
    const { data } = await world.product.ask('{ airline(code: "OTH") { cursor } }', {}, { token: world.token });
    for (const [after, code] of [
      [data.airline.cursor, 'NOT_FOUND'],
      ['nonsense', 'INVALID_INPUT'],
    ]) {
      const live = world.product.subscribe(changes, { id: world.airlineId, after }, world.token);
      expect((await live.next())?.errors?.[0]?.extensions.code).toBe(code);
      await live.close();
    }
  });
});
