import { createRequire } from 'node:module';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The one comparison of node:crypto that takes the same time whatever it finds, with a note of what it was given. Nothing is replaced. */
const compared = vi.hoisted(() => [] as { lengths: [number, number]; same: boolean }[]);
vi.mock('node:crypto', async (load) => {
  const original = await load<typeof import('node:crypto')>();
  const timingSafeEqual: typeof original.timingSafeEqual = (a, b) => {
    const same = original.timingSafeEqual(a, b);
    compared.push({ lengths: [a.byteLength, b.byteLength], same });
    return same;
  };
  return { ...original, timingSafeEqual };
});

const { databases, startProduct } = await import('../testing/product.ts');
const { password, signInAs, tryFrom } = await import('../testing/people.ts');

/** Another first, another middle and another last character: an early exit would tell them apart. */
const altered = (secret: string) =>
  [0, Math.floor(secret.length / 2), secret.length - 2].map(
    (at) => `${secret.slice(0, at)}${secret[at] === 'A' ? 'B' : 'A'}${secret.slice(at + 1)}`,
  );

describe.each(databases)('24 constant-time comparison of secrets on %s', (database) => {
  beforeEach(() => void compared.splice(0));

  it('24 constant-time comparison of secrets: API keys, whether the key exists or not', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const created = await product.ask(
      'mutation { createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret } }',
      {},
      { token },
    );
    const secret = created.data.createApiKey.secret as string;
    const [id, random] = [secret.slice(0, -43), secret.slice(-43)];
    const unknown = 'jb_00000000-0000-7000-8000-000000000000_';
    const ask = async (key: string) => {
      compared.splice(0);
      const { codes } = await product.ask('{ viewer { user { id } } }', {}, { token: key });
      return { codes, compared: [...compared] };
    };
    expect(await ask(secret)).toEqual({ codes: [], compared: [{ lengths: [43, 43], same: true }] });
    for (const wrong of [...altered(random).map((text) => id + text), unknown + random])
      expect(await ask(wrong)).toEqual({ codes: ['UNAUTHENTICATED'], compared: [{ lengths: [43, 43], same: false }] });
  });

  it('24 constant-time comparison of secrets: passwords, whether the address is known or not', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const ask = async (email: string, text: string) => {
      compared.splice(0);
      await tryFrom(product.url, '127.0.0.1', email, text);
      return compared.filter(({ lengths }) => lengths[0] === 32);
    };
    expect(await ask('admin@example.org', password)).toEqual([{ lengths: [32, 32], same: true }]);
    for (const [email, text] of [
      ['admin@example.org', 'guess'],
      ['admin@example.org', `${password}!`],
      ['nobody@example.org', password],
    ] as const)
      expect(await ask(email, text)).toEqual([{ lengths: [32, 32], same: false }]);
  });

  it('24 constant-time comparison of secrets: marks of known browsers, cursors', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { device } = await signInAs(product, 'admin@example.org');
    compared.splice(0);
    await tryFrom(product.url, '127.0.0.1', 'admin@example.org', 'guess', device);
    expect(compared).toContainEqual({ lengths: [43, 43], same: true });
    compared.splice(0);
    await tryFrom(product.url, '127.0.0.1', 'admin@example.org', 'guess', altered(device!)[2]);
    expect(compared).toContainEqual({ lengths: [43, 43], same: false });
    compared.splice(0);
    const cursor = product.services.cursors.seal('airlines', 'x');
    expect(() => product.services.cursors.open('users', cursor)).toThrow();
    expect(compared).toEqual([{ lengths: [16, 16], same: false }]);
  });

  it('24 constant-time comparison of secrets: the token of /metrics, whatever its length', async () => {
    const metricsToken = 'the-token-of-those-who-watch';
    await using product = await startProduct({ database, metricsToken });
    const ask = async (token: string) => {
      compared.splice(0);
      const { status } = await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
      return { status, compared: [...compared] };
    };
    expect(await ask(metricsToken)).toEqual({ status: 200, compared: [{ lengths: [43, 43], same: true }] });
    for (const wrong of [...altered(metricsToken), 'x', `${metricsToken}x`])
      expect(await ask(wrong)).toEqual({ status: 404, compared: [{ lengths: [43, 43], same: false }] });
  });

  it('24 constant-time comparison of secrets: signatures of access tokens, before anything in them is believed', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { token } = await signInAs(product, 'admin@example.org');
    const [head, payload, signature] = token.split('.');
    // jsonwebtoken looks node:crypto's function up each time.
    const compare = vi.spyOn(createRequire(import.meta.url)('node:crypto') as typeof import('node:crypto'), 'timingSafeEqual');
    for (const wrong of altered(signature!)) {
      compare.mockClear();
      expect((await product.ask('{ viewer { user { id } } }', {}, { token: `${head}.${payload}.${wrong}` })).codes).toEqual([
        'UNAUTHENTICATED',
      ]);
      expect(compare.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual([[43, 43]]);
      expect(compare.mock.results.map(({ value }) => value)).toEqual([false]);
    }
    compare.mockRestore();
  });
});
