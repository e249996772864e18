import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

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

  it('signs in nobody over a socket, which cannot carry the cookie, and tries no password there', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const socket = await openSocket(product.url);
    for (const [id, password] of [good.password, 'wrong'].entries()) socket.subscribe(String(id), signIn, { input: { ...good, password } });
    await socket.until(() => ['0', '1'].every((id) => socket.of(id).length > 0));
    const answers = ['0', '1'].map((id) => socket.of(id)[0]!.payload.errors[0]);
    expect(answers[0].extensions.code).toBe('INVALID_INPUT');
    expect(answers[1].message).toBe(answers[0].message);
    await socket.close();
  });

  it('takes a password whose hash is of an older kind, and keeps it under a newer one', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { storage, credentials } = product.services;
    const salt = Buffer.from('sixteen bytes...');
    const tag = argon2Sync('argon2id', { message: good.password, nonce: salt, memory: 8_192, passes: 1, parallelism: 1, tagLength: 32 });
    const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
    const old = `$argon2id$v=19$m=8192,t=1,p=1$${plain(salt)}$${plain(tag)}`;
    await storage.transaction((sql) => sql.run('update credential set password_hash = ?', [old]));
    for (let time = 0; time < 2; time++) expect((await product.ask(signIn, { input: good })).codes).toEqual([]);
    const kept = (await credentials.find(good.email))!.passwordHash;
    expect(kept).toMatch(/^[$]argon2id[$]v=19[$]m=19456,t=2,p=1[$]/);
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
});
