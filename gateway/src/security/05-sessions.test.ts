import { once } from 'node:events';
import { findNatsServer, type NatsServer, startNatsServer } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieIn, password, refreshQuery, signInAs, viewerQuery } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const email = 'admin@example.org';
const ownSessions = '{ viewer { sessions { id current userAgent createdAt lastUsedAt expiresAt } } }';
const revoke = 'mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ok } }';
const everywhere = 'mutation ($keep: Boolean) { signOutEverywhere(input: { keepCurrent: $keep }) { ok } }';
const createKey = 'mutation { createApiKey(input: { name: "a program", scopes: ["airline:create"] }) { secret apiKey { id } } }';
const revokeKey = 'mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { ok } }';

const refresh = (product: Product, cookie: string) => product.ask(refreshQuery, {}, { cookie });
const lives = async (product: Product, token: string) => (await product.ask(viewerQuery, {}, { token })).codes.length === 0;

/** When the socket is closed, and with what. */
async function closing(socket: Awaited<ReturnType<typeof openSocket>>) {
  const code = await socket.closed;
  return { code, at: performance.now() };
}

describe.each(databases)('sessions on %s', (database) => {
  it('5 rotation and reuse: each token works once; one that comes back late ends the whole family', async () => {
    await using product = await startProduct({ database });
    product.pass(0);
    await product.setUp();
    const first = await signInAs(product, email);
    product.pass(60_000);
    const second = await refresh(product, first.cookie);
    product.pass(60_000);
    const third = await refresh(product, cookieIn(second, 'refresh')!);
    expect([second.codes, third.codes]).toEqual([[], []]);
    expect(new Set([first.cookie, cookieIn(second, 'refresh'), cookieIn(third, 'refresh')]).size).toBe(3);

    product.pass(60_000);
    const other = await signInAs(product, email); // another device is not concerned
    const late = await refresh(product, first.cookie);
    expect([late.codes, late.cookies]).toEqual([['UNAUTHENTICATED'], []]);
    for (const token of [first.token, second.data.refreshSession.accessToken, third.data.refreshSession.accessToken])
      expect(await lives(product, token)).toBe(false);
    expect((await refresh(product, cookieIn(third, 'refresh')!)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await lives(product, other.token)).toBe(true);
    const { data } = await product.ask('{ mailOutbox { edges { node { to subject } } } }', {}, { token: other.token });
    expect(data.mailOutbox.edges.map(({ node }: { node: object }) => node)).toEqual([{ to: email, subject: 'We signed a device out' }]);
    await refresh(product, first.cookie);
    const again = await product.ask('{ mailOutbox { totalCount } }', {}, { token: other.token });
    expect(again.data.mailOutbox.totalCount).toBe(1);
  });

  it('5 rotation and reuse: the same token within ten seconds finds the same successor, also when that is spent by then', async () => {
    await using product = await startProduct({ database });
    const now = Date.now();
    product.setClock(now);
    await product.setUp();
    const { cookie } = await signInAs(product, email);
    const one = cookieIn(await refresh(product, cookie), 'refresh')!;
    product.setClock(now + 5_000);
    expect(cookieIn(await refresh(product, cookie), 'refresh')).toBe(one);
    // One tab is a step further when the other's first request arrives.
    const two = cookieIn(await refresh(product, one), 'refresh')!;
    expect(cookieIn(await refresh(product, cookie), 'refresh')).toBe(two);
    product.setClock(now + 10_001);
    expect((await refresh(product, cookie)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await refresh(product, two)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('6 twenty parallel refreshes leave one live child', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const { cookie } = await signInAs(product, email);
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(product, cookie)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(new Set(answers.map((answer) => cookieIn(answer, 'refresh'))).size).toBe(1);
    const unspent = await product.services.storage.reader.all(
      `select 1 from refresh_token t join session s on s.id = t.session_id
       where t.spent_at is null and s.revoked_at is null and s.last_used_at > s.created_at`,
    );
    expect(unspent).toHaveLength(1);
    expect((await refresh(product, cookieIn(answers[7]!, 'refresh')!)).codes).toEqual([]);
  });

  it('lists where one is signed in, and ends one, all others, or all', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const bob = await product.person('bob');
    const here = await signInAs(product, email);
    const there = await signInAs(product, email);
    const list = async (token: string) => (await product.ask(ownSessions, {}, { token })).data.viewer.sessions;
    const sessions = await list(here.token);
    expect(sessions).toHaveLength(3); // with the one that set up
    expect(sessions.map(({ current }: { current: boolean }) => current)).toEqual([false, true, false]);
    expect(Date.parse(sessions[0].expiresAt) - Date.parse(sessions[0].createdAt)).toBe(90 * 24 * 60 * 60_000);

    const [{ id }] = sessions;
    expect((await product.ask(revoke, { id }, { token: bob })).codes).toEqual(['NOT_FOUND']);
    expect((await product.ask(revoke, { id }, { token: here.token })).codes).toEqual([]);
    expect((await product.ask(revoke, { id }, { token: here.token })).codes).toEqual(['NOT_FOUND']);
    expect([await lives(product, there.token), await lives(product, here.token)]).toEqual([false, true]);
    expect((await refresh(product, there.cookie)).codes).toEqual(['UNAUTHENTICATED']);

    const third = await signInAs(product, email);
    expect((await product.ask(everywhere, {}, { token: here.token })).codes).toEqual([]);
    expect([await lives(product, third.token), await lives(product, here.token), await lives(product, bob)]).toEqual([false, true, true]);
    await product.ask(everywhere, { keep: false }, { token: here.token });
    expect([await lives(product, here.token), await lives(product, bob)]).toEqual([false, true]);
  });

  it('ends after two weeks without use, and after ninety days whatever one does', async () => {
    await using product = await startProduct({ database });
    product.pass(0);
    await product.setUp();
    const idle = await signInAs(product, email);
    product.pass(14 * 24 * 60 * 60_000);
    expect((await refresh(product, idle.cookie)).codes).toEqual(['UNAUTHENTICATED']);
    let { cookie } = await signInAs(product, email);
    for (let day = 0; day < 84; day += 12) {
      product.pass(12 * 24 * 60 * 60_000);
      cookie = cookieIn(await refresh(product, cookie), 'refresh')!;
      expect(cookie, `day ${day}`).toBeTruthy();
    }
    product.pass(7 * 24 * 60 * 60_000);
    expect((await refresh(product, cookie)).codes).toEqual(['UNAUTHENTICATED']);
  });

  describe('8 revocation bound', () => {
    let product: Product;
    let elsewhere: Product; // another gateway on the same database, which hears no hint
    beforeAll(async () => {
      product = await startProduct({ database });
      await product.setUp();
      elsewhere = await startProduct({ databaseUrl: product.services.config.databaseUrl });
    });
    afterAll(async () => {
      await elsewhere[Symbol.asyncDispose]();
      await product[Symbol.asyncDispose]();
    });

    const ends: Record<string, (session: { token: string; cookie: string; email: string }) => Promise<unknown>> = {
      'sign-out': ({ token, cookie }) => product.ask('mutation { signOut { ok } }', {}, { token, cookie }),
      'sign-out by the cookie alone': ({ cookie }) => product.ask('mutation { signOut { ok } }', {}, { cookie }),
      revocation: async ({ token, email }) => {
        const { data } = await product.ask(ownSessions, {}, { token });
        const { id } = data.viewer.sessions.find(({ current }: { current: boolean }) => current);
        return product.ask(revoke, { id }, { token: await product.signIn(email) });
      },
      'sign-out everywhere': ({ token }) => product.ask(everywhere, { keep: false }, { token }),
      'a token used twice': async ({ cookie }) => {
        await refresh(product, cookie);
        product.setClock(Date.now() + 20_000);
        return refresh(product, cookie);
      },
      'a new password': ({ token }) =>
        product.ask(
          `mutation ($to: String!, $from: String!) { changePassword(input: { currentPassword: $from, newPassword: $to }) { expiresAt } }`,
          { from: password, to: 'correct horse battery' },
          { token },
        ),
      'a reset': async ({ email }) => {
        await product.ask('mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { ok } }', { email });
        const admin = await product.signIn('admin@example.org');
        const { data } = await product.ask('{ mailOutbox { edges { node { to text } } } }', {}, { token: admin });
        const { node } = data.mailOutbox.edges.find(({ node: { to } }: { node: { to: string } }) => to === email);
        const input = { token: /token=([\w-]+)/.exec(node.text)![1], password: 'correct horse battery' };
        return product.ask('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }', { input });
      },
      'the wish to be erased': ({ token }) =>
        product.ask('mutation { requestAccountDeletion(input: {}) { deletionDueAt } }', {}, { token }),
    };

    it.each(Object.keys(ends))(
      '8 revocation bound: %s closes even idle sockets within 1 s, and within 5 s where no hint comes',
      async (name) => {
        product.setClock(Date.now());
        const email = `${name.replaceAll(' ', '-')}@example.org`;
        await product.person(name.replaceAll(' ', '-'));
        const session = await signInAs(product, email);
        const closed = [closing(await openSocket(product.url, session.token)), closing(await openSocket(elsewhere.url, session.token))];
        await ends[name]!({ ...session, email });
        const ended = performance.now();
        expect(await lives(product, session.token)).toBe(false);
        expect(await lives(elsewhere, session.token)).toBe(false);
        const [near, far] = await Promise.all(closed);
        expect([near!.code, far!.code]).toEqual([4403, 4403]);
        expect(near!.at - ended).toBeLessThan(1_000);
        expect(far!.at - ended).toBeLessThan(5_000);
      },
    );

    it('8 revocation bound: an API key stops at once, on its sockets too', async () => {
      product.setClock(Date.now());
      const { token } = await signInAs(product, email);
      const { data } = await product.ask(createKey, {}, { token });
      const { secret, apiKey } = data.createApiKey;
      const closed = [closing(await openSocket(product.url, secret)), closing(await openSocket(elsewhere.url, secret))];
      await product.ask(revokeKey, { id: apiKey.id }, { token });
      const ended = performance.now();
      expect([await lives(product, secret), await lives(elsewhere, secret)]).toEqual([false, false]);
      const [near, far] = await Promise.all(closed);
      expect([near!.code, far!.code]).toEqual([4403, 4403]);
      expect(near!.at - ended).toBeLessThan(1_000);
      expect(far!.at - ended).toBeLessThan(5_000);
    });

    it('8 revocation bound: who does not close is cut off, and is not listened to meanwhile', async () => {
      product.setClock(Date.now());
      const session = await signInAs(product, email);
      const deaf = await openSocket(product.url, session.token);
      // Answers no closing handshake: the TCP connection ends all the same.
      (deaf.socket as unknown as { _receiver: { removeAllListeners(event: string): void } })._receiver.removeAllListeners('conclude');
      const since = performance.now();
      const gone = once((deaf.socket as unknown as { _socket: NodeJS.EventEmitter })._socket, 'close');
      await product.ask(everywhere, { keep: false }, { token: session.token });
      await gone;
      expect(performance.now() - since).toBeLessThan(1_500);
    });
  });
});

const natsServer = findNatsServer();

describe.skipIf(!natsServer).each(databases)('8 revocation bound: two gateways with NATS on %s', (database) => {
  let nats: NatsServer;
  beforeAll(async () => {
    nats = await startNatsServer(natsServer!);
  });
  afterAll(() => nats[Symbol.asyncDispose]());

  it('8 revocation bound: within 1 s on every gateway', async () => {
    await using here = await startProduct({ database, natsUrl: nats.url });
    await here.setUp();
    await using there = await startProduct({ databaseUrl: here.services.config.databaseUrl, natsUrl: nats.url });
    for (let round = 0; round < 3; round++) {
      const session = await signInAs(here, email);
      const closed = closing(await openSocket(there.url, session.token));
      await here.ask(everywhere, { keep: false }, { token: session.token });
      const ended = performance.now();
      const { code, at } = await closed;
      expect([code, at - ended < 1_000]).toEqual([4403, true]);
    }
  });
});
