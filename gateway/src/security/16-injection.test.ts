import { errorCodes } from '@jetbridge/schema';
import { aFlight } from '@jetbridge/schema/testing';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildBareSchema } from '../graphql/build-schema.ts';
import { askFrom } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const megabyte = 1024 * 1024;
const texts = [
  `' or 1=1; drop table event; --`,
  `"; select pg_sleep(10); --`,
  `%' escape '%`,
  'nul \u0000 inside',
  'half a pair \ud800',
  'other way \u202e round',
  'a\r\nBcc: everybody@example.org',
  '<script>alert(1)</script>',
  `\${7*7}{{7*7}}#{7*7}`,
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  '$1 ? :name @p',
  '9'.repeat(400),
  'x'.repeat(megabyte),
  'a@'.repeat(megabyte / 2),
];
const deep = (levels: number): unknown => (levels === 0 ? [] : [deep(levels - 1)]);
const anything: unknown[] = [null, [], {}, [[]], { __proto__: { x: 1 } }, deep(500)];
const numbers = [-1, -0, 1.5, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324, '1', 'NaN'];
const manyOf = 100_000;

/** What a field of this type is tried with: all a client could send. */
function hostile(type: GraphQLInputType): unknown[] {
  const named = getNamedType(type);
  if (isListType(getNullableType(type))) {
    const item = isEnumType(named) ? named.getValues()[0]!.name : 'x';
    return [...anything, Array(manyOf).fill(item), Array(manyOf).fill(null), ...texts.map((text) => [text])];
  }
  if (isEnumType(named)) return [...anything, ...numbers, 'NOPE', '__proto__', 'constructor'];
  if (named.name === 'Int' || named.name === 'Float') return [...anything, ...numbers, 'x'.repeat(megabyte)];
  if (named.name === 'Boolean') return [...anything, 'true', 1];
  return [...anything, ...numbers, ...texts];
}

interface Input {
  /** Names from the field's argument down. */
  path: string[];
  type: GraphQLInputType;
}

/** Every value a field takes, down to the leaves of its input objects. */
function inputsOf(path: string[], type: GraphQLInputType): Input[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [{ path, type }];
  return [{ path, type }, ...Object.values(named.getFields()).flatMap((field) => inputsOf([...path, field.name], field.type))];
}

const schema = await buildBareSchema();
const root = (name: string, kind: string, around: [string, string] = ['', '']) =>
  Object.values((schema.getType(name) as GraphQLObjectType).getFields())
    .filter(({ args }) => args.length > 0)
    .map((field) => ({ field, kind, around, inputs: field.args.flatMap((arg) => inputsOf([arg.name], arg.type)) }));
const asked = [
  ...root('Query', 'query'),
  ...root('Mutation', 'mutation'),
  ...root('Airline', 'query', ['airline(code: "NAX") {', '}']),
  ...root('Viewer', 'query', ['viewer {', '}']),
];

describe.each(databases)('16 injection on %s', (database) => {
  let product: Product;
  let admin: string;
  let airlineId: string;
  let pirepId: string;
  let people = 0;
  let clients = 0;

  beforeAll(async () => {
    product = await startProduct({ database });
    admin = await product.setUp();
    airlineId = await product.createAirline(admin, 'NAX');
    const file = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
    pirepId = (await product.ask(file, { input: aFlight({ airlineId }) }, { token: admin })).data.filePirep.pirep.id;
  });
  afterAll(() => product[Symbol.asyncDispose]());

  /** What would be accepted, or come close: so that the hostile value is what is looked at. */
  function valid(name: string, type: GraphQLInputType): unknown {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      const needed = Object.values(named.getFields()).filter(isRequiredInputField);
      return Object.fromEntries(needed.map((field) => [field.name, valid(field.name, field.type)]));
    }
    const known: Record<string, unknown> = {
      ...aFlight({ airlineId }),
      ...{
        pirepId,
        airlineId,
        email: `p${++people}@example.org`,
        password: 'a password for tests',
        currentPassword: 'a password for tests',
      },
      ...{ newPassword: 'another good passphrase', displayName: 'Maja', scopes: ['pirep:file'], code: 'QQQ', pilotNumber: 1, value: 1 },
    };
    return known[name] ?? (isEnumType(named) ? named.getValues()[0]!.name : isListType(getNullableType(type)) ? [] : 'x');
  }

  function variablesFor(field: GraphQLField<unknown, unknown>, { path }: Input, value: unknown): Record<string, unknown> {
    const variables: Record<string, unknown> = {};
    for (const arg of field.args) if (isRequiredArgument(arg) || arg.name === path[0]) variables[arg.name] = valid(arg.name, arg.type);
    let place = variables;
    for (const name of path.slice(0, -1)) {
      place[name] ??= {};
      place = place[name] as Record<string, unknown>;
    }
    place[path.at(-1)!] = value;
    return variables;
  }

  async function attempt(query: string, variables: object, token: string): Promise<string[]> {
    // Each from an address of its own, or the limits would answer before anything looks at what was sent.
    const from = `127.${database === 'sqlite' ? 1 : 2}.${(clients >> 8) + 1}.${clients++ % 256 || 1}`;
    const { status, errors, data } = await askFrom(product.url, from, query, variables, { token });
    const sent = JSON.stringify(variables).slice(0, 200);
    expect(status, `${query} ${sent}`).toBeLessThan(500);
    for (const { message, extensions } of errors ?? []) {
      expect(Object.keys(errorCodes), `${query} ${sent}`).toContain(extensions.code);
      expect(extensions.code, `${query} ${sent} ${message}`).not.toMatch(/INTERNAL|PROJECTION_LAGGING/);
      expect(message, `${query} ${sent}`).not.toContain('cannot reach our data');
      expect(message.length, message.slice(0, 500)).toBeLessThan(400);
    }
    if (!errors) expect(data, `${query} ${sent}`).toBeTruthy();
    return (errors ?? []).map(({ extensions }) => extensions.code);
  }

  it.each(asked.map(({ field, inputs, ...rest }) => [field.name, { field, inputs, ...rest }] as const))(
    '16 injection: %s takes whatever is sent',
    async (_, { field, kind, around, inputs }) => {
      const failed = vi.spyOn(product.log, 'error');
      const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
      const leaf = getNamedType(field.type).toString() === 'String' ? '' : '{ __typename }';
      const query = `${kind} (${declared}) { ${around[0]} ${field.name}(${given}) ${leaf} ${around[1]} }`;
      let refused = 0;
      let token = admin;
      for (const input of inputs) {
        // What succeeds may end the session, or the account; and nobody lends theirs for that.
        const { data } = await product.ask('{ viewer { user { platformAdmin } } }', {}, { token });
        const spent = !data.viewer || (data.viewer.user.platformAdmin && kind === 'mutation' && field.name !== 'createAirline');
        if (spent) token = await product.person(`p${++people}`, { airlineId, role: 'ADMIN' });
        const codes = await Promise.all(hostile(input.type).map((value) => attempt(query, variablesFor(field, input, value), token)));
        refused += codes.flat().length;
      }
      expect(refused).toBeGreaterThan(0);
      expect(failed).not.toHaveBeenCalled();
      failed.mockRestore();
    },
  );

  it('16 injection: a subscription takes whatever is sent', async () => {
    const failed = vi.spyOn(product.log, 'error');
    const token = await product.person('listener', { airlineId, role: 'ADMIN' });
    for (const { field, inputs } of root('Subscription', 'subscription')) {
      const declared = field.args.map(({ name, type }) => `$${name}: ${type}`).join(', ');
      const query = `subscription (${declared}) { ${field.name}(${field.args.map(({ name }) => `${name}: $${name}`).join(', ')}) { __typename } }`;
      for (const input of inputs) {
        const values = hostile(input.type).filter((value) => value !== null && JSON.stringify(value).length < megabyte / 2);
        const socket = await openSocket(product.url, token);
        for (const [index, value] of values.entries()) {
          socket.subscribe(String(index), query, variablesFor(field, input, value));
          await socket.until(() => socket.of(String(index)).length > 0);
          expect(JSON.stringify(socket.of(String(index))[0])).not.toMatch(/INTERNAL|UNAVAILABLE/);
        }
        await socket.close();
      }
    }
    expect(failed).not.toHaveBeenCalled();
    failed.mockRestore();
  });

  it('16 injection: everything is still there, and what was stored is what was sent', async () => {
    const { data } = await product.ask(
      '{ airline(code: "NAX") { pireps(first: 1) { totalCount edges { node { id } } } } }',
      {},
      { token: admin },
    );
    expect(data.airline.pireps.totalCount).toBeGreaterThan(0);
    const remarks = `Robert'); drop table event; -- <b>bold</b> \${7*7} \u{1f6eb}`;
    const file = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { remarks } } }';
    const filed = await product.ask(file, { input: aFlight({ airlineId, flightNumber: '9', remarks }) }, { token: admin });
    expect(filed.data.filePirep.pirep.remarks).toBe(remarks);
  });
});
