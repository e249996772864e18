import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildApiSchema } from '../graphql/build-schema.ts';
import { Documents } from '../graphql/documents.ts';
import { most } from '../graphql/limits.ts';
import type { ApiError } from '../testing/client.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const schema = await buildApiSchema();
const times = (count: number, text: (index: number) => string) => Array.from({ length: count }, (_, index) => text(index)).join(' ');
const page = (first: number | string, inner: string) =>
  `{ airline(code: "NAX") { pireps(first: ${first}) { edges { node { ${inner} } } } } }`;
const nested = (first: number | string) => `members(first: ${first}) { edges { node { id } } }`;
/** A fragment that spreads another ten times, and so on: small to write, endless to read. */
const laughs = `${times(12, (n) => `fragment F${n} on Pirep { ${n === 11 ? 'id' : times(10, () => `...F${n + 1}`)} }`)} query ${page(1, '...F0')}`;

/** What is too much, one by one, each just beyond what is allowed, and which code says so. */
const excesses: Record<string, { query: string; variables?: object; code?: string; says: RegExp }> = {
  depth: { query: page(1, 'pilot { airline { me { airline { me { airline { id } } } } } }'), says: /depth limit of 10/ },
  'depth through fragments': {
    query: `${times(8, (n) => `fragment F${n} on Member { airline { me { ...F${n + 1} } } }`)} fragment F8 on Member { id } query ${page(1, 'pilot { ...F0 }')}`,
    says: /depth limit of 10/,
  },
  aliases: { query: `{ ${times(31, (n) => `a${n}: setup { needed }`)} }`, says: /Aliases limit of 30/ },
  directives: { query: `{ setup { needed ${times(31, () => '@include(if: true)')} } }`, says: /Directives limit of 30/ },
  'unknown directives': { query: `{ setup { needed ${times(31, () => '@aa')} } }`, says: /Directives limit of 30/ },
  tokens: { query: `query (${times(300, (n) => `$v${n}: Int`)}) { setup { needed } }`, says: /more than 1000 tokens/ },
  fields: { query: `{ setup { ${times(301, () => 'needed')} } }`, says: /more than 300 fields/ },
  characters: { query: `{ setup { needed } } #${'x'.repeat(most.characters)}`, says: /longer than 16384 characters/ },
  cost: { query: page(100, `id pilot { airline { ${nested(100)} } }`), says: /costs \d+ of 10000/ },
  'cost by variables': {
    query: `query ($first: Int) ${page('$first', `id pilot { airline { ${nested('$first')} } }`)}`,
    variables: { first: 100 },
    says: /costs \d+ of 10000/,
  },
  'cost by default': {
    query: `query ($first: Int = 99) ${page('$first', `id pilot { airline { ${nested('$first')} } }`)}`,
    says: /costs \d+ of/,
  },
  'cost of lists that are no pages': {
    query: `{ viewer { memberships { airline { pireps(first: 100) { edges { node { ${times(12, () => 'id')} } } } } } } }`,
    says: /costs \d+ of 10000/,
  },
  'fragments of fragments': { query: laughs, says: /costs \d+ of 10000/ },
  'list size': { query: page(101, 'id'), code: 'INVALID_INPUT', says: /1 to 100/ },
  'list size by a variable': {
    query: `query ($first: Int) ${page('$first', 'id')}`,
    variables: { first: 2_000_000_000 },
    code: 'INVALID_INPUT',
    says: /1 to 100/,
  },
};

describe.each(databases)('12 complexity on %s', (database) => {
  let product: Product;
  let token: string;
  beforeAll(async () => {
    product = await startProduct({ database });
    token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    await product.ask(
      'mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }',
      { input: aFlight({ airlineId }) },
      { token },
    );
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const paths: Record<string, (query: string, variables: object) => Promise<ApiError[] | undefined>> = {
    POST: async (query, variables) => (await product.ask(query, variables, { token })).errors,
    GET: async (query, variables) => {
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      const headers = { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' };
      return ((await (await fetch(`${product.url}/graphql?${search}`, { headers })).json()) as { errors: ApiError[] }).errors;
    },
    socket: async (query, variables) => {
      const socket = await openSocket(product.url, token);
      socket.subscribe('1', query, variables);
      await socket.until(() => socket.of('1').length > 0);
      await socket.close();
      const [{ type, payload }] = socket.of('1') as unknown as [{ type: string; payload: ApiError[] & { errors?: ApiError[] } }];
      return type === 'error' ? payload : payload.errors;
    },
  };

  describe.each(Object.keys(paths))('by %s', (path) => {
    it.each(Object.keys(excesses).filter((name) => path !== 'GET' || name !== 'characters'))(
      '12 complexity: %s is refused before anything runs',
      async (name) => {
        const { query, variables = {}, code = 'TOO_COMPLEX', says } = excesses[name]!;
        const read = vi.spyOn(product.services, 'readRows');
        const errors = (await paths[path]!(query, variables)) ?? [];
        expect(errors[0]?.message).toMatch(says);
        expect([...new Set(errors.map(({ extensions }) => extensions.code))]).toEqual([code]);
        expect(read).not.toHaveBeenCalled();
        read.mockRestore();
      },
    );

    it('12 complexity: what is just within is answered', async () => {
      for (const query of [
        `{ ${times(30, (n) => `a${n}: setup { needed }`)} }`,
        `{ setup { ${times(30, () => 'needed @include(if: true)')} } }`,
        page(
          100,
          'id flightNumber pilot { callsign user { displayName } } departure { icao name } arrival { icao name } aircraftType state',
        ),
        `query ($first: Int) ${page('$first', `id pilot { airline { ${nested('$first')} } }`)}`,
      ]) {
        expect(await paths[path]!(query, { first: 10 }), query).toBeUndefined();
      }
    });
  });
});

// Judged by the schema alone, before any database is asked.
describe('12 complexity', () => {
  it('12 complexity: the largest that is allowed, and the largest that is refused, cost little', () => {
    const documents = new Documents(schema, { introspection: false });
    const spent = (run: () => void, count: number) => {
      const before = process.cpuUsage();
      for (let round = 0; round < count; round++) run();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000 / count; // ms
    };
    documents.check(laughs);
    let round = 0;
    for (const { query, variables } of Object.values(excesses)) {
      const fresh = spent(() => void documents.check(`${query.slice(0, 16_000)} #${round++}`), 10);
      expect(fresh, query.slice(0, 80)).toBeLessThan(100);
      expect(
        spent(() => void documents.check(query).refuse?.(null, variables as Record<string, unknown>), 1_000),
        query.slice(0, 80),
      ).toBeLessThan(1);
    }
  });

  it('12 complexity: what was said of one length is not said of another', () => {
    const documents = new Documents(schema, { introspection: false });
    const { query } = excesses['cost by variables']!;
    const verdict = (first: unknown) => documents.check(query).refuse?.(null, { first })?.code;
    for (let round = 0; round < 2; round++) {
      expect([10, '100', 100, [100], 101, null, undefined, 10].map(verdict)).toEqual([
        ...[undefined, undefined, 'TOO_COMPLEX', undefined, 'INVALID_INPUT', undefined, undefined, undefined],
      ]);
    }
  });

  it('12 complexity: a document is checked once, however often it is asked, and what is kept is bounded', () => {
    const documents = new Documents(schema, { introspection: false });
    const first = documents.check('{ setup { needed } }');
    expect(documents.check('{ setup { needed } }')).toBe(first);
    for (let n = 0; n < 300; n++) documents.check(`{ broken${n} } #${'x'.repeat(8_000)}`);
    expect(documents.check('{ setup { needed } }')).not.toBe(first);
    const latest = documents.check(`{ broken299 } #${'x'.repeat(8_000)}`);
    expect(documents.check(`{ broken299 } #${'x'.repeat(8_000)}`)).toBe(latest);
  });
});
