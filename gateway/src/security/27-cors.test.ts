import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../config.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const friend = 'https://ops.example';
const strangers = [
  'https://evil.example',
  'https://ops.example.evil.example',
  'http://ops.example',
  'https://ops.example:8443',
  'https://sub.ops.example',
  'null',
  '*',
];

const preflight = ({ url }: Product, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });
const post = ({ url }: Product, origin: string) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: '{"query":"{ setup { needed } }"}',
  });
const allowed = ({ headers }: Response) => [headers.get('access-control-allow-origin'), headers.get('access-control-allow-credentials')];

describe.each(databases)('27 CORS on %s', (database) => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ database, corsOrigins: [friend] });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  it('27 CORS: a named origin may, with credentials, and only it is named', async () => {
    const asked = await preflight(product, friend);
    expect([asked.status, ...allowed(asked)]).toEqual([204, friend, 'true']);
    expect(asked.headers.get('access-control-allow-methods')).toBe('GET, POST');
    const answered = await post(product, friend);
    expect(allowed(answered)).toEqual([friend, 'true']);
    expect(answered.headers.get('vary')).toContain('Origin');
  });

  it.each(strangers)('27 CORS: %s may not', async (origin) => {
    for (const response of [await preflight(product, origin), await post(product, origin)]) {
      expect(response.headers.get('access-control-allow-origin') ?? '').not.toBe(origin);
      expect(response.headers.get('access-control-allow-origin')).not.toBe('*');
    }
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('401');
  });

  it('27 CORS: a named origin may open a socket too', async () => {
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { origin: friend });
    await once(socket, 'open');
    socket.terminate();
  });

  it('27 CORS: without configuration nobody may', async () => {
    await using closed = await startProduct({ database });
    for (const origin of [friend, ...strangers]) {
      for (const response of [await preflight(closed, origin), await post(closed, origin)]) expect(allowed(response)).toEqual([null, null]);
    }
  });
});

// Of the configuration alone: no database is opened.
describe('27 CORS', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('27 CORS: origins are read exactly, and a wildcard stops the start', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('exit');
    });
    const read = (text: string) => readConfig({ dataDir: '/nowhere' }, { JETBRIDGE_CORS_ORIGINS: text }).corsOrigins;
    expect(read('https://ops.example, http://localhost:3000')).toEqual(['https://ops.example', 'http://localhost:3000']);
    for (const bad of [
      '*',
      'https://*.example',
      'null',
      'ops.example',
      'https://ops.example/',
      'https://ops.example/path',
      'ftp://ops.example',
    ]) {
      expect(() => read(bad), bad).toThrow('exit');
    }
  });
});
