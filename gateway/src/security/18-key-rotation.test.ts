import { randomBytes } from 'node:crypto';
import { testSecret } from '@jetbridge/schema/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cookieIn, refreshQuery, signInAs } from '../testing/people.ts';
import { databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';
import { renewSecrets } from '../verbs/secrets.ts';

const email = 'admin@example.org';
const fresh = () => randomBytes(32).toString('base64url');
const me = '{ viewer { user { displayName email } } }';
const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid as string;

afterEach(() => void vi.restoreAllMocks());

describe.each(databases)('key rotation on %s', (database) => {
  it('18 key rotation without sign-out: a new secret in front, then the old one taken away', async () => {
    await using before = await startProduct({ database });
    const admin = await before.setUp();
    const airlineId = await before.createAirline(admin, 'NAX');
    const { databaseUrl } = before.services.config;
    const { token, cookie, device } = await signInAs(before, email);
    const created = await before.ask(
      'mutation { createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret } }',
      {},
      { token },
    );
    const key = created.data.createApiKey.secret as string;
    const { data } = await before.ask('{ airline(code: "NAX") { cursor } }', {}, { token });
    const { cursor } = data.airline;

    const secret = fresh();
    await using during = await startProduct({ databaseUrl, secrets: [secret, testSecret] });
    // All that was handed out before: access token, socket, cursor, API key, refresh token, known browser, names in the log.
    expect((await during.ask(me, {}, { token })).data.viewer.user).toEqual({ displayName: 'Ada Admin', email });
    const socket = await openSocket(during.url, token);
    socket.subscribe('1', 'subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { kind } }', {
      id: airlineId,
      after: cursor,
    });
    await before.createAirline(admin, 'OTH');
    socket.subscribe('2', '{ viewer { user { id } } }');
    await socket.until(() => socket.of('2').length > 0);
    expect(socket.of('1')).toEqual([]); // neither refused nor told to read again
    await socket.close();
    expect((await during.ask('{ viewer { user { id } } }', {}, { token: key })).codes).toEqual([]);
    const refreshed = await during.ask('mutation { refreshSession { accessToken } }', {}, { cookie });
    const newToken = refreshed.data.refreshSession.accessToken as string;
    expect(kidOf(newToken)).not.toBe(kidOf(token));
    // The answer was lost, and the next gateway has not heard of the new secret first: the same successor.
    const again = await during.ask(refreshQuery, {}, { cookie });
    expect(cookieIn(again, 'refresh')).toBe(cookieIn(refreshed, 'refresh'));
    expect((await signInAs(during, email, { cookie: device! })).device).toBeUndefined();
    await during.person('newcomer');

    vi.spyOn(console, 'log').mockImplementation(() => {});
    await renewSecrets(during.services.config);
    const said = vi.mocked(console.log).mock.calls.flat().join('\n');
    expect(said).toMatch(/^1 personal keys and 1 addresses are under the first secret now/);

    await using after = await startProduct({ databaseUrl, secrets: [secret] });
    expect((await after.ask(me, {}, { token: newToken })).data.viewer.user).toEqual({ displayName: 'Ada Admin', email });
    expect((await after.ask('{ viewer { user { id } } }', {}, { token: key })).codes).toEqual([]);
    expect((await after.ask(refreshQuery, {}, { cookie: cookieIn(refreshed, 'refresh')! })).codes).toEqual([]);
    for (const who of [email, 'newcomer@example.org']) expect((await signInAs(after, who)).token).toBeTruthy();
    expect((await after.ask(me, {}, { token })).codes).toEqual(['UNAUTHENTICATED']); // signed by what is gone
    const { storage, codec } = after.services;
    const [registered] = await storage.log.readTenant('platform', 0, 1);
    expect((await codec.decode(registered!)).data).toMatchObject({ displayName: 'Ada Admin', email });
  });

  it('18 key rotation: refreshes by gateways that have the secrets in different order find one successor', async () => {
    await using one = await startProduct({ database });
    await one.setUp();
    const secret = fresh();
    const { databaseUrl } = one.services.config;
    await using behind = await startProduct({ databaseUrl, secrets: [testSecret, secret] });
    await using front = await startProduct({ databaseUrl, secrets: [secret, testSecret] });
    const { cookie } = await signInAs(one, email);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => [behind, front][index % 2]!.ask(refreshQuery, {}, { cookie })),
    );
    expect(new Set(answers.map((answer) => cookieIn(answer, 'refresh'))).size).toBe(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  });

  it('18 key rotation: a database made with another secret is not opened', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { databaseUrl } = product.services.config;
    await expect(startProduct({ databaseUrl, secrets: [fresh()] })).rejects.toThrow('made with another secret');
  });
});
