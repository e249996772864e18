import { aFlight } from '@jetbridge/schema/testing';
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isInputObjectType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.ts';
import type { Answer } from '../testing/client.ts';
import { argumentsOf, type Fill, nameOf, type Place, placesIn, selectionOf } from '../testing/every-field.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

/** What the public directory shows of an airline. Everything else of it, whatever is added, does not exist for strangers. */
const directory = ['brandColour', 'code', 'iata', 'id', 'joinPolicy', 'me', 'myApplication', 'name', 'ranks', 'state'];
/** What strangers are meant to do with an airline that is listed: that this one takes nobody is all they learn. */
const forStrangers = ['joinAirline'];
/** Lists of the whole platform, which an airline's admin may not see at all. */
const platform = ['Query.users', 'Query.mailOutbox'];

const schema: GraphQLSchema = await buildBareSchema();
const fields = [...placesIn(schema.getQueryType()!)];
const inAirline = (place: Place) => place.findIndex(({ parent }) => parent === 'Airline');
const hidden = (place: Place) =>
  place[0]!.field.name !== 'viewer' && inAirline(place) >= 0 && !directory.includes(place[inAirline(place)]!.field.name);

/** What leads to the airline itself, as opposed to what is in it. */
const ofAirline = (code: string): Fill => {
  const values: Record<string, string> = { code: `"${code}"`, pilotNumber: '1', search: '"a"', icao: '"ENGM"' };
  return (name, _type, of) => (of === 'airlines' && name === 'search' ? values.code : values[name]);
};

describe.each(databases)('1 cross-tenant on %s', (database) => {
  let product: Product;
  let insider: string;
  let stranger: string;
  let airlineId: string;
  let ownAirlineId: string;
  /** What only members of the first airline may see: ids, cursors, and every word in their answers that no stranger's answer has. */
  let secrets: Set<string>;
  let foreign: { ids: string[]; cursors: string[]; sessionId: string; apiKeyId: string };

  beforeAll(async () => {
    product = await startProduct({ database });
    const admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    ownAirlineId = await product.createAirline(admin, 'OTH');
    const pilot = await product.person('canary-pilot', { airlineId, role: 'PILOT' });
    insider = await product.person('canary-staff', { airlineId, role: 'STAFF' });
    stranger = await product.person('mallory', { airlineId: ownAirlineId, role: 'ADMIN' });
    const file = async (token: string, flight: object) => {
      const query = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
      return (await product.ask(query, { input: aFlight(flight) }, { token })).data.filePirep.pirep.id as string;
    };
    const filed = { airlineId, remarks: 'canary remarks', route: 'CANARY DCT', registration: 'LN-CAN' };
    const pirepId = await file(pilot, { ...filed, flightNumber: '4711', alternate: 'ENZV' });
    await file(pilot, { ...filed, flightNumber: '4712' });
    // Flown lately and accepted, so that what hangs on statistics hangs on something.
    const [offBlockAt, onBlockAt] = [2, 1].map((hours) => new Date(Date.now() - hours * 3_600_000).toISOString());
    const flown = await file(stranger, { airlineId: ownAirlineId, flightNumber: '1', offBlockAt, onBlockAt });
    const accept = 'mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { cursor } }';
    expect((await product.ask(accept, { id: flown }, { token: stranger })).codes).toEqual([]);
    await product.ask(
      'mutation ($id: ID!) { rejectPirep(input: { pirepId: $id, reason: "Canary." }) { pirep { id } } }',
      { id: pirepId },
      { token: insider },
    );
    const query =
      '{ airline(code: "NAX") { cursor members { edges { cursor node { id user { id } } } } pireps { edges { cursor node { id } } } } }';
    const { airline } = (await product.ask(query, {}, { token: insider })).data;
    const edges = [...airline.members.edges, ...airline.pireps.edges] as { cursor: string; node: { id: string; user?: { id: string } } }[];
    const key = await product.ask(
      'mutation { createApiKey(input: { name: "k", scopes: ["pirep:list"] }) { apiKey { id } } }',
      {},
      { token: insider },
    );
    foreign = {
      ids: [airlineId, ...edges.flatMap(({ node }) => [node.id, node.user?.id ?? []].flat())],
      cursors: [airline.cursor, ...edges.map(({ cursor }) => cursor)],
      sessionId: (await product.ask('{ viewer { sessions { id } } }', {}, { token: insider })).data.viewer.sessions[0].id,
      apiKeyId: key.data.createApiKey.apiKey.id,
    };
    const [seenInside, seenOutside] = await Promise.all([everyWord(insider, 'NAX'), everyWord(stranger, 'OTH')]);
    const listed = directory.filter((field) => !['me', 'myApplication', 'ranks'].includes(field)).join(' ');
    const shown = wordsOf((await product.ask(`{ airlines { edges { cursor node { ${listed} } } } }`)).data);
    secrets = new Set([...foreign.ids.slice(1), ...foreign.cursors, ...seenInside]);
    for (const word of [...seenOutside, ...shown]) secrets.delete(word);
  });
  afterAll(() => product[Symbol.asyncDispose]());

  async function everyWord(token: string, code: string): Promise<Set<string>> {
    const words = new Set<string>();
    await inBatches(fields, async (place) => {
      const type = getNamedType(place.at(-1)!.field.type);
      if (!isObjectType(type)) return;
      const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0);
      if (leaves.length === 0) return;
      const query = `{ ${selectionOf(place, ofAirline(code), leaves.map(({ name }) => name).join(' '))} }`;
      for (const word of wordsOf((await product.ask(query, {}, { token })).data)) words.add(word);
    });
    return words;
  }

  function expectNoForeignByte({ data, errors }: Answer, what: string): void {
    const said = JSON.stringify([data, errors]);
    for (const secret of secrets) if (said.includes(secret)) expect.fail(`${what} tells ${secret}: ${said}`);
  }

  it('1 cross-tenant: the matrix knows what it must not see, and insiders do see it', () => {
    const canaries = ['canary-pilot', 'canary remarks', 'CANARY DCT', 'LN-CAN', 'Canary.', 'NAX0001'];
    expect([...secrets]).toEqual(expect.arrayContaining(canaries));
    expect(fields.filter(hidden).length).toBeGreaterThan(300);
    expect(secrets.has('mallory')).toBe(false);
  });

  it('1 cross-tenant: no field of a foreign airline exists for a stranger, however it is reached', async () => {
    await inBatches(fields, async (place) => {
      const answer = await product.ask(`{ ${selectionOf(place, ofAirline('NAX'))} }`, {}, { token: stranger });
      expectNoForeignByte(answer, nameOf(place));
      if (answer.codes.includes('TOO_COMPLEX')) return void expect(place.length).toBeGreaterThan(6); // refused before anything is looked at
      if (hidden(place)) expect(new Set(answer.codes), nameOf(place)).toEqual(new Set(['NOT_FOUND']));
      else if (platform.some((list) => nameOf(place).startsWith(list))) expect(answer.codes, nameOf(place)).toEqual(['FORBIDDEN']);
    });
  });

  it('1 cross-tenant: nor for a visitor', async () => {
    const near = fields.filter(({ length }) => length <= 5); // what is further down hangs on these
    await inBatches(near, async (place) => {
      const answer = await product.ask(`{ ${selectionOf(place, ofAirline('NAX'))} }`);
      expectNoForeignByte(answer, nameOf(place));
      if (hidden(place)) expect(new Set(answer.codes), nameOf(place)).toEqual(new Set(['UNAUTHENTICATED']));
    });
  });

  it('1 cross-tenant: foreign ids and cursors find nothing at home', async () => {
    const takesSome = (place: Place) =>
      place.at(-1)!.field.args.some(({ type }) => isForeign(String(getNamedType(type))) || isInputObjectType(getNamedType(type)));
    const isForeign = (type: string) => type === 'ID' || type === 'Cursor';
    const places = fields.filter((place) => takesSome(place) || place.at(-1)!.field.args.some(({ name }) => name === 'after'));
    expect(places.map(nameOf)).toEqual(expect.arrayContaining(['Query.airline.pirep', 'Query.airline.pireps', 'Query.airline.members']));
    for (const value of [...foreign.ids, ...foreign.cursors]) {
      const fill: Fill = (name, type, of) =>
        isForeign(type.name) || name === 'after' ? JSON.stringify(value) : ofAirline('OTH')(name, type, of);
      await inBatches(places, async (place) => {
        const answer = await product.ask(`{ ${selectionOf(place, fill)} }`, {}, { token: stranger });
        expectNoForeignByte(answer, nameOf(place));
        const { code } = answer.errors?.[0]?.extensions ?? {};
        if (place.slice(0, -1).some(({ field }) => field.args.some(({ type }) => isForeign(String(getNamedType(type)))))) return; // hangs on nothing
        if (code === 'TOO_COMPLEX') return void expect(place.length).toBeGreaterThan(6); // refused before anything is looked at
        const takesCursor = place.some(({ field }) => field.args.some(({ name }) => name === 'after'));
        if (takesCursor && !platform.includes(nameOf(place))) expect(['NOT_FOUND', 'INVALID_INPUT'], nameOf(place)).toContain(code);
        if (takesCursor && foreign.cursors.includes(value) && nameOf(place).startsWith('Query.airline.'))
          expect(code, nameOf(place)).toBe('NOT_FOUND');
      });
    }
  });

  it('1 cross-tenant: no mutation takes a foreign id', async () => {
    const before = await everythingStored();
    const ids: Record<string, string[]> = { sessionId: [foreign.sessionId], apiKeyId: [foreign.apiKeyId] };
    const tried: string[] = [];
    for (const field of Object.values((schema.getMutationType() as GraphQLObjectType).getFields())) {
      const named = idsIn(field.args[0]?.type);
      if (named.length === 0) continue; // names nothing of anybody's
      tried.push(field.name);
      for (const value of named.flatMap((name) => ids[name] ?? foreign.ids)) {
        const flight = aFlight({ airlineId }) as Record<string, unknown>;
        const fill: Fill = (name, type) =>
          named.includes(name)
            ? `"${value}"`
            : name === 'commandId' || flight[name] === undefined || isInputObjectType(type)
              ? undefined
              : JSON.stringify(flight[name]);
        const selection = field.name.includes('Key') || field.name.includes('Session') ? 'ok' : '__typename';
        const answer = await product.ask(`mutation { ${field.name}${argumentsOf(field, fill)} { ${selection} } }`, {}, { token: stranger });
        expectNoForeignByte(answer, field.name);
        expect(answer.codes, `${field.name} ${value}`).toEqual([
          forStrangers.includes(field.name) && value === airlineId ? 'FORBIDDEN' : 'NOT_FOUND',
        ]);
      }
    }
    expect(tried).toEqual(expect.arrayContaining(['acceptPirep', 'filePirep', 'rejectPirep', 'revokeApiKey', 'revokeSession']));
    expect(await everythingStored()).toEqual(before);
  });

  it('1 cross-tenant: no subscription to a foreign airline, and none with a foreign cursor', async () => {
    for (const field of Object.values(schema.getSubscriptionType()!.getFields())) {
      if (!field.args.some(({ name }) => name === 'airlineId')) continue; // of no airline: permissions.test.ts, account-changes.test.ts
      for (const [id, after] of [
        [airlineId, null],
        ...foreign.cursors.map((cursor) => [airlineId, cursor]),
        ...foreign.cursors.map((cursor) => [ownAirlineId, cursor]),
      ]) {
        const fill: Fill = (name) => (name === 'airlineId' ? `"${id}"` : name === 'after' && after ? `"${after}"` : undefined);
        const subscription = product.subscribe(`subscription { ${field.name}${argumentsOf(field, fill)} { __typename } }`, {}, stranger);
        const first = await subscription.next();
        expect(
          first?.errors?.map(({ extensions }) => extensions.code),
          `${id} ${after}`,
        ).toEqual(['NOT_FOUND']);
        await subscription.close();
      }
    }
  });

  async function everythingStored(): Promise<unknown> {
    const { reader } = product.services.storage;
    const tables = ['event', 'rm_airline', 'rm_application', 'invitation', 'rm_member', 'rm_pirep', 'rm_user'];
    const live = ['select * from session order by id', 'select * from api_key order by id'];
    return Promise.all([...tables.map((table) => `select count(*) as count from ${table}`), ...live].map((query) => reader.all(query)));
  }
});

/** Names of ID fields that say what a mutation is about. */
function idsIn(type: Parameters<typeof getNamedType>[0]): string[] {
  const input = getNamedType(type);
  if (!isInputObjectType(input)) return [];
  return Object.values(input.getFields()).flatMap((field) => {
    if (isInputObjectType(getNamedType(field.type))) return idsIn(field.type);
    return String(getNamedType(field.type)) === 'ID' && field.name !== 'commandId' ? field.name : [];
  });
}

async function inBatches<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 20) await Promise.all(all.slice(at, at + 20).map(run));
}

function wordsOf(data: unknown): string[] {
  if (typeof data === 'string') return data.length > 4 ? [data] : [];
  return data && typeof data === 'object' ? Object.values(data).flatMap(wordsOf) : [];
}
