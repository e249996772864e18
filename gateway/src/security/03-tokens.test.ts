import { createHmac, generateKeyPairSync } from 'node:crypto';
import { Keyring } from '@jetbridge/schema/storage';
import { testSecret } from '@jetbridge/schema/testing';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieIn, refreshQuery, signInAs, viewerQuery } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());

describe.each(databases)('tokens on %s', (database) => {
  let product: Product;
  let genuine: Awaited<ReturnType<typeof signInAs>>;
  let header: { kid: string };
  let claims: Record<string, unknown>;
  const keyring = new Keyring([testSecret]);
  const [key] = keyring.signing('access-token');

  beforeAll(async () => {
    product = await startProduct({ database });
    await product.setUp();
    genuine = await signInAs(product, 'admin@example.org');
    const [head, payload] = genuine.token.split('.');
    header = decoded(head!);
    claims = decoded(payload!);
  });
  afterAll(() => product[Symbol.asyncDispose]());

  /** Signed as ours are, with anything else in it. */
  const signed = (head: object, payload: object, hash = 'sha256', secret: Parameters<typeof createHmac>[1] = key!.key) => {
    const body = `${encoded(head)}.${encoded(payload)}`;
    return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`;
  };

  const forgeries: Record<string, () => string> = {
    'no algorithm': () => `${encoded({ ...header, alg: 'none' })}.${encoded(claims)}.`,
    'no algorithm, in capitals': () => `${encoded({ ...header, alg: 'NONE' })}.${encoded(claims)}.`,
    'no signature': () => `${genuine.token.split('.').slice(0, 2).join('.')}.`,
    'the signature of other claims': () => {
      const [head, , signature] = genuine.token.split('.');
      return `${head}.${encoded({ ...claims, sub: 'somebody-else' })}.${signature}`;
    },
    'another HMAC with the right key': () => signed({ ...header, alg: 'HS512' }, claims, 'sha512'),
    'RSA, with a key of its own': () => {
      const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
      return jwt.sign(claims, privateKey, { algorithm: 'RS256', keyid: header.kid });
    },
    'a public key taken for a secret': () => {
      const { publicKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      return signed(header, claims, 'sha256', publicKey);
    },
    'a key it brings (jwk)': () => signed({ ...header, jwk: { kty: 'oct', k: encoded({ a: 1 }) } }, claims, 'sha256', encoded({ a: 1 })),
    'a key it points to (jku, x5u)': () =>
      signed({ ...header, kid: 'mine', jku: `${product.url}/keys`, x5u: `${product.url}/keys` }, claims, 'sha256', 'mine'),
    'a kid that is a path': () => signed({ ...header, kid: '../../../../dev/null' }, claims, 'sha256', ''),
    'a kid that is SQL': () => signed({ ...header, kid: "x' union select 'mine" }, claims, 'sha256', 'mine'),
    'a kid that is no text': () => signed({ ...header, kid: ['mine'] }, claims, 'sha256', 'mine'),
    'a kid of another purpose': () => signed({ ...header, kid: keyring.ids('cursor')[0] }, claims, 'sha256', keyring.current('cursor')),
    'no kid': () => signed({ alg: 'HS256', typ: 'JWT' }, claims),
    'something critical it invents (crit)': () => signed({ ...header, crit: ['trust'], trust: 'me', kid: 'mine' }, claims),
    'another type': () => signed(header, { ...claims, typ: 'refresh' }),
    'another issuer': () => signed(header, { ...claims, iss: 'somebody' }),
    'another audience': () => signed(header, { ...claims, aud: 'other-api' }),
    'no end': () => signed(header, { ...claims, exp: undefined }),
    'an end that is past': () => signed(header, { ...claims, exp: 1 }),
    'a beginning to come': () => signed(header, { ...claims, nbf: Number(claims.exp) - 1 }),
    'a session there is not': () => signed(header, { ...claims, sid: '00000000-0000-7000-8000-000000000000' }),
    'no session': () => signed(header, { ...claims, sid: undefined }),
    'something after it': () => `${genuine.token}.${encoded({})}`,
    nonsense: () => 'a.b.c',
    'ten kilobytes': () => `${encoded(header)}.${'A'.repeat(10_000)}.x`,
  };

  it('are taken when they are genuine, and made the same way', async () => {
    const same = signed(header, { ...claims, more: 'said' });
    for (const token of [genuine.token, same]) expect((await product.ask(viewerQuery, {}, { token })).codes).toEqual([]);
  });

  it.each(Object.keys(forgeries))('3 forged tokens: %s', async (name) => {
    const token = forgeries[name]!();
    expect((await product.ask(viewerQuery, {}, { token })).codes).toEqual(['UNAUTHENTICATED']);
    const socket = await openSocket(product.url, token);
    expect(await socket.closed).toBe(4403);
  });

  it('4 refresh, reset, verify and other tokens never work as access tokens, nor the reverse, nor as one another', async () => {
    const setup = await product.services.setupTokens.issue(product.services.now());
    const { data } = await product.ask(
      `mutation { createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret apiKey { id } } }`,
      {},
      { token: genuine.token },
    );
    const { secret, apiKey } = data.createApiKey as { secret: string; apiKey: { id: string } };
    const random = secret.slice(-43);
    const refreshToken = genuine.cookie.split('=')[1]!;
    const mark = genuine.device!.split('=')[1]!;
    for (const token of [
      refreshToken,
      mark,
      setup,
      apiKey.id,
      random,
      `jb_${random}`,
      `jb_${apiKey.id}_${refreshToken}`,
      `jb_${apiKey.id}_`,
    ]) {
      expect((await product.ask(viewerQuery, {}, { token })).codes, token).toEqual(['UNAUTHENTICATED']);
      expect(await (await openSocket(product.url, token)).closed, token).toBe(4403);
    }
    await product.ask(
      `mutation { register(input: { email: "new@example.org", displayName: "N", password: "correct horse battery" }) { ok } }`,
    );
    await product.ask(`mutation { requestPasswordReset(input: { email: "admin@example.org" }) { ok } }`);
    const mails = await product.ask('{ mailOutbox { edges { node { subject text } } } }', {}, { token: genuine.token });
    const linkIn = (subject: RegExp): string => {
      const mail = mails.data.mailOutbox.edges.find(({ node }: { node: { subject: string } }) => subject.test(node.subject));
      return /token=([\w-]+)/.exec(mail.node.text)![1]!;
    };
    const [verify, reset] = [linkIn(/Confirm/), linkIn(/new password/)];
    for (const token of [verify, reset]) {
      expect((await product.ask(viewerQuery, {}, { token })).codes).toEqual(['UNAUTHENTICATED']);
      expect(await (await openSocket(product.url, token)).closed).toBe(4403);
    }
    const use = {
      verify: (token: string) => product.ask('mutation ($input: TokenInput!) { verifyEmail(input: $input) { ok } }', { input: { token } }),
      confirm: (token: string) =>
        product.ask('mutation ($input: TokenInput!) { confirmEmailChange(input: $input) { ok } }', { input: { token } }),
      reset: (token: string) =>
        product.ask('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok } }', {
          input: { token, password: 'another horse battery' },
        }),
    };
    const others = [genuine.token, refreshToken, secret, random, setup, mark];
    for (const [name, tokens] of Object.entries({
      verify: [...others, reset],
      confirm: [...others, verify, reset],
      reset: [...others, verify],
    })) {
      for (const token of tokens) {
        const answer = await use[name as keyof typeof use](token);
        expect(answer.errors?.[0]?.extensions, `${name} ${token}`).toMatchObject({ code: 'INVALID_INPUT', field: 'token' });
      }
    }

    for (const token of [genuine.token, secret, setup, mark, verify, reset]) {
      const answer = await product.ask(refreshQuery, {}, { cookie: `jetbridge_refresh=${token}` });
      expect(answer.codes, token).toEqual(['UNAUTHENTICATED']);
    }
    for (const token of [genuine.token, secret, refreshToken, verify, reset]) {
      const input = { token, email: 'x@example.org', displayName: 'X', password: 'correct horse battery' };
      const answer = await product.ask('mutation ($input: CompleteSetupInput!) { completeSetup(input: $input) { accessToken } }', {
        input,
      });
      expect(answer.data, token).toBeNull();
    }
    const refreshed = await product.ask(refreshQuery, {}, { cookie: genuine.cookie });
    expect(cookieIn(refreshed, 'refresh')).toBeTruthy();
  });
});
