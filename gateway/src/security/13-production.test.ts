import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import type { ApiError } from '../testing/client.ts';
import { databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const remote = { JETBRIDGE_PUBLIC_URL: 'https://flights.example' };
const switches = (env: Record<string, string>) => {
  const { graphiql, introspection } = readConfig({ dataDir: '/nowhere' }, env);
  return { graphiql, introspection };
};
const both = (on: boolean) => ({ graphiql: on, introspection: on });

// Of the configuration alone: no database is opened.
describe('13 switches', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each(['', 'http://localhost:4000', 'http://127.0.0.1:4000', 'https://[::1]', 'http://jetbridge.localhost'])(
    '13 production: at home, %s, both are on',
    (url) => expect(switches({ JETBRIDGE_PUBLIC_URL: url })).toEqual(both(true)),
  );
  it.each([
    'https://flights.example',
    'http://192.168.1.7:4000',
    'https://localhost.example',
    'http://127.0.0.1.example',
    'https://flights.example/127.0.0.1',
  ])('13 production: where others reach it, %s, both are off', (url) =>
    expect(switches({ JETBRIDGE_PUBLIC_URL: url })).toEqual(both(false)),
  );
  it('13 production: each is switched by itself, and wins', () => {
    expect(switches({ ...remote, JETBRIDGE_GRAPHIQL: 'on' })).toEqual({ graphiql: true, introspection: false });
    expect(switches({ ...remote, JETBRIDGE_INTROSPECTION: 'true' })).toEqual({ graphiql: false, introspection: true });
    expect(switches({ JETBRIDGE_INTROSPECTION: 'off', JETBRIDGE_GRAPHIQL: '0' })).toEqual(both(false));
  });
  it('13 production: metrics are for everybody at home, else for whoever has the token, if there is one', () => {
    const metrics = (env: Record<string, string>) => {
      const { openMetrics, metricsToken } = readConfig({ dataDir: '/nowhere' }, env);
      return { openMetrics, metricsToken };
    };
    expect(metrics({})).toEqual({ openMetrics: true, metricsToken: null });
    expect(metrics(remote)).toEqual({ openMetrics: false, metricsToken: null });
    const JETBRIDGE_METRICS_TOKEN = 'the-token-of-those-who-watch';
    expect(metrics({ ...remote, JETBRIDGE_METRICS_TOKEN }).metricsToken).toBe(JETBRIDGE_METRICS_TOKEN);
  });
  it.each(['short', 'with spaces in between it'])(
    '13 production: a token of metrics that is %s stops the start, and is not repeated',
    (text) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {});
      vi.spyOn(process, 'exit').mockImplementation((code) => {
        throw new Error(`exit ${code}`);
      });
      expect(() => switches({ JETBRIDGE_METRICS_TOKEN: text })).toThrow('exit 78');
      expect(said).toHaveBeenCalledWith('JETBRIDGE_METRICS_TOKEN has 16 characters or more, and no spaces.');
    },
  );
  it('13 production: a switch that says neither stops the start', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    expect(() => switches({ JETBRIDGE_GRAPHIQL: 'maybe' })).toThrow('exit 78');
    expect(said).toHaveBeenCalledWith('JETBRIDGE_GRAPHIQL is on or off, not "maybe".');
  });
});

describe.each(databases)('13 production on %s', (database) => {
  const inProduction = (env: Record<string, string> = {}) =>
    startProduct({ database, publicUrl: 'https://flights.example', ...switches({ ...remote, ...env }) });
  const introspections = ['{ __schema { types { name } } }', '{ __type(name: "User") { fields { name } } }', getIntrospectionQuery()];

  it('13 production: no introspection, by HTTP or socket', async () => {
    await using product = await inProduction();
    const socket = await openSocket(product.url);
    for (const [index, query] of introspections.entries()) {
      const { data, codes } = await product.ask(query);
      expect([data, new Set(codes)]).toEqual([undefined, new Set(['INVALID_INPUT'])]);
      socket.subscribe(String(index), query);
      await socket.until(() => socket.of(String(index)).length > 0);
      const [{ type, payload }] = socket.of(String(index)) as unknown as [{ type: string; payload: ApiError[] }];
      expect([type, new Set(payload.map(({ extensions }) => extensions.code))]).toEqual(['error', new Set(['INVALID_INPUT'])]);
    }
    expect((await product.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
    await socket.close();
  });

  it('13 production: switched on, it is told', async () => {
    await using product = await inProduction({ JETBRIDGE_INTROSPECTION: 'on' });
    for (const query of introspections) expect((await product.ask(query)).errors).toBeUndefined();
    expect((await product.ask('{ airportz }')).errors?.[0]?.message).toContain('Did you mean');
  });

  it('13 production: no suggestion of what was meant', async () => {
    await using product = await inProduction();
    const wrong: [string, object?][] = [
      ['{ airportz }'],
      ['{ setup { neededd } }'],
      ['{ airport(icaoo: "ENGM") { icao } }'],
      ['{ setup { needed @inclde(if: true) } }'],
      ['{ setup { ...on Airlin { id } } }'],
      ['query ($i: SignInInpt!) { setup { needed } }'],
      ['mutation { signIn(input: { emaill: "a@b.c", password: "x" }) { expiresAt } }'],
      ['mutation ($i: SignInInput!) { signIn(input: $i) { expiresAt } }', { i: { emaill: 'a@b.c', password: 'x' } }],
      ['query ($r: MemberRole) { airline(code: "X") { members(role: $r) { totalCount } } }', { r: 'PILO' }],
      ['{ airline(code: "X") { members(role: PILO) { totalCount } } }'],
    ];
    const socket = await openSocket(product.url);
    for (const [index, [query, variables]] of wrong.entries()) {
      const { errors } = await product.ask(query, variables);
      expect(errors, query).toBeDefined();
      expect(JSON.stringify(errors), query).not.toMatch(/did you mean/i);
      socket.subscribe(String(index), query, variables);
      await socket.until(() => socket.of(String(index)).length > 0);
      expect(JSON.stringify(socket.of(String(index))), query).not.toMatch(/did you mean/i);
    }
    await socket.close();
  });

  it('13 production: no GraphiQL, unless switched on', async () => {
    const statuses = async (product: { url: string }) =>
      Promise.all(['/graphiql', '/graphiql/'].map(async (path) => (await fetch(`${product.url}${path}`, { redirect: 'manual' })).status));
    {
      await using product = await inProduction();
      expect(await statuses(product)).toEqual([404, 404]);
    }
    await using product = await inProduction({ JETBRIDGE_GRAPHIQL: 'on' });
    expect((await statuses(product))[0]).toBe(302);
  });

  it.each(['production', 'development', 'test'])('13 production: no stack trace with NODE_ENV %s', async (environment) => {
    vi.stubEnv('NODE_ENV', environment);
    await using product = await inProduction();
    vi.spyOn(product.services, 'setupTokens', 'get').mockImplementation(() => {
      throw new Error('a fault at /srv/secret.ts');
    });
    const { errors } = await product.ask('{ setup { needed } }');
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(JSON.stringify(errors)).not.toMatch(/stack|secret|\.ts/);
    vi.unstubAllEnvs();
  });
});
