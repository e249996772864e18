import { afterEach, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../config.ts';
import { type Database, databases, startProduct } from '../testing/product.ts';

const wrong = '{"query":"mutation { signIn(input: { email: \\"a@example.org\\", password: \\"guess\\" }) { expiresAt } }"}';

/** The address attempts are counted for, as the limits are told it. */
async function clientSeen(database: Database, trustedProxies: string[], headers: Record<string, string>): Promise<string> {
  await using product = await startProduct({ database, trustedProxies });
  const taken = vi.spyOn(product.services.rateLimits, 'take');
  await fetch(`${product.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: wrong });
  return taken.mock.calls[0]![1].ip!;
}

afterEach(() => void vi.restoreAllMocks());

describe.each(databases)('26 proxies on %s', (database) => {
  it.each([
    ['nobody is trusted: who is connected counts', [], { 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'],
    ['another proxy is trusted, not this one', ['10.0.0.0/8'], { 'x-forwarded-for': '203.0.113.7' }, '127.0.0.1'],
    ['the proxy is trusted', ['127.0.0.1'], { 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7'],
    ['its network is', ['127.0.0.0/8'], { 'x-forwarded-for': '203.0.113.7' }, '203.0.113.7'],
    [
      'what the client wrote itself, left of what the proxy saw',
      ['127.0.0.1'],
      { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' },
      '203.0.113.7',
    ],
    ['two proxies, both trusted', ['127.0.0.1', '10.0.0.0/8'], { 'x-forwarded-for': '203.0.113.7, 10.1.2.3' }, '203.0.113.7'],
    [
      'other headers say nothing',
      ['127.0.0.1'],
      { 'x-real-ip': '203.0.113.7', forwarded: 'for=203.0.113.7', 'cf-connecting-ip': '203.0.113.7' },
      '127.0.0.1',
    ],
  ] as const)('26 proxies: %s', async (_, trusted, headers, expected) =>
    expect(await clientSeen(database, [...trusted], headers)).toBe(expected),
  );
});

// Of the configuration alone: no database is opened.
describe('26 proxies', () => {
  it('26 proxies: networks are read from the configuration, and anything else stops the start', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('exit');
    });
    const read = (text: string) => readConfig({ dataDir: '/nowhere' }, { JETBRIDGE_TRUSTED_PROXIES: text }).trustedProxies;
    expect(read(' 10.0.0.0/8, ::1 ,fd00::/8')).toEqual(['10.0.0.0/8', '::1', 'fd00::/8']);
    expect(read('')).toEqual([]);
    for (const bad of ['*', 'true', 'proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '1'])
      expect(() => read(bad), bad).toThrow('exit');
    expect(said.mock.calls[0]![0]).toContain('not "*"');
  });
});
