import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';

const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt viewer { user { displayName } } } }`;
const refresh = `mutation { refreshSession { accessToken viewer { user { displayName } } } }`;
const good = { email: ' ADMIN@example.org ', password: 'a password for tests' };
const cookieOf = (cookies: string[]) => cookies[0]!.split(';')[0]!;

describe.each(databases)('sessions on %s', (database) => {
  it('signs in with the address in any case, and tells nobody which half was wrong', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { data } = await product.ask(signIn, { input: good });
    expect(data.signIn.viewer.user.displayName).toBe('Ada Admin');
    const wrong = await product.ask(signIn, { input: { ...good, password: 'wrong' } });
    const unknown = await product.ask(signIn, { input: { ...good, email: 'nobody@example.org' } });
    expect(wrong.codes).toEqual(['UNAUTHENTICATED']);
    expect(unknown.errors?.[0]?.message).toBe(wrong.errors?.[0]?.message);
  });

  it('trades the cookie for a new token, and each cookie once', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const first = cookieOf((await product.ask(signIn, { input: good })).cookies);
    const second = await product.ask(refresh, {}, { cookie: first });
    expect(second.data.refreshSession.viewer.user.displayName).toBe('Ada Admin');
    const third = await product.ask(refresh, {}, { cookie: cookieOf(second.cookies) });
    expect(third.data.refreshSession.accessToken).toBeTruthy();
    // The first one again, two successors later: it is in two hands, so nobody keeps it.
    expect((await product.ask(refresh, {}, { cookie: first })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.ask(refresh, {}, { cookie: cookieOf(third.cookies) })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('repeats the answer when it was lost on the way, for ten seconds', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    const cookie = cookieOf((await product.ask(signIn, { input: good })).cookies);
    const [one, two] = await Promise.all([product.ask(refresh, {}, { cookie }), product.ask(refresh, {}, { cookie })]);
    expect(cookieOf(two.cookies)).toBe(cookieOf(one.cookies));
    product.setClock(product.services.now() + 10_001);
    expect((await product.ask(refresh, {}, { cookie })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('ends a session that was idle for two weeks', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const cookie = cookieOf((await product.ask(signIn, { input: good })).cookies);
    product.setClock(Date.now() + 14 * 24 * 60 * 60_000);
    expect((await product.ask(refresh, {}, { cookie })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('signs out: neither the token nor the cookie works afterwards', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { data, cookies } = await product.ask(signIn, { input: good });
    const [token, cookie] = [data.signIn.accessToken, cookieOf(cookies)];
    const out = await product.ask('mutation { signOut { ok } }', {}, { token, cookie });
    expect(out.data.signOut.ok).toBe(true);
    expect(out.cookies[0]).toMatch(/^jetbridge_refresh=;/);
    expect((await product.ask('{ viewer { user { id } } }', {}, { token })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.ask(refresh, {}, { cookie })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('takes no token but its own', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { data, cookies } = await product.ask(signIn, { input: good });
    const [header, payload] = data.signIn.accessToken.split('.');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    for (const token of [`${none}.${payload}.`, `${header}.${payload}.`, cookieOf(cookies).split('=')[1]!, 'nonsense']) {
      expect((await product.ask('{ viewer { user { id } } }', {}, { token })).codes, token.slice(0, 20)).toEqual(['UNAUTHENTICATED']);
    }
    product.setClock(Date.now() + 11 * 60_000);
    expect((await product.ask('{ viewer { user { id } } }', {}, { token: data.signIn.accessToken })).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('keeps no usable token in the database', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { data, cookies } = await product.ask(signIn, { input: good });
    const tables = await Promise.all(
      ['session', 'refresh_token', 'credential', 'setup_token', 'event'].map((table) =>
        product.services.storage.reader.all(`select * from ${table}`),
      ),
    );
    const dump = JSON.stringify(tables);
    expect(dump).not.toContain(cookieOf(cookies).split('=')[1]);
    expect(dump).not.toContain(data.signIn.accessToken);
    expect(dump).not.toContain('admin@example.org');
  });
});
