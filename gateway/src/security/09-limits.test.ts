import { describe, expect, it } from 'vitest';
import { askFrom, cookieIn, password, signInAs, tryFrom } from '../testing/people.ts';
import { databases, startProduct } from '../testing/product.ts';

const email = 'admin@example.org';
const aliased = (count: number, to: (index: number) => string) =>
  `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: signIn(input: { email: "${to(index)}", password: "guess ${index}" }) { expiresAt }`).join(' ')} }`;
const counted = (codes: string[]) =>
  Object.fromEntries(Object.entries(Object.groupBy(codes, (code) => code)).map(([code, all]) => [code, all!.length]));

describe.each(databases)('limits on %s', (database) => {
  it('9 limits: ten wrong passwords for an address from one client, then one a minute; and it says when', async () => {
    await using product = await startProduct({ database });
    product.pass(0);
    await product.setUp();
    const wrong = () => product.ask(`mutation { signIn(input: { email: "${email}", password: "guess" }) { expiresAt } }`);
    for (let attempt = 0; attempt < 10; attempt++) expect((await wrong()).codes).toEqual(['UNAUTHENTICATED']);
    const refused = await wrong();
    expect(refused.codes).toEqual(['RATE_LIMITED']);
    expect(refused.errors![0]).toMatchObject({
      message: 'Too many attempts; try again in 60 seconds.',
      extensions: { details: { retryAfterSeconds: 60 } },
    });
    expect((await product.ask(`mutation { signIn(input: { email: "${email}", password: "${password}" }) { expiresAt } }`)).codes).toEqual([
      'RATE_LIMITED',
    ]);
    product.pass(60_000);
    expect((await wrong()).codes).toEqual(['UNAUTHENTICATED']);
    expect((await wrong()).codes).toEqual(['RATE_LIMITED']);
    product.pass(60_000);
    expect((await signInAs(product, email)).token).toBeTruthy();
  });

  it('9 limits: an address nobody has is limited just the same', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt++) codes.push(...(await tryFrom(product.url, '127.0.0.1', 'nobody@example.org', 'guess')));
    expect(counted(codes)).toEqual({ UNAUTHENTICATED: 10, RATE_LIMITED: 2 });
  });

  it('9 limits: a hundred aliased sign-ins in one request count as a hundred', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    const one = await product.ask(aliased(100, () => email));
    // However the request is refused, whole or in parts: no more than ten passwords were looked at.
    const looked = one.codes.filter((code) => code === 'UNAUTHENTICATED').length;
    expect(looked).toBeLessThanOrEqual(10);
    const many = await product.ask(aliased(12, () => 'somebody@example.org'));
    expect(many.codes.filter((code) => code === 'UNAUTHENTICATED').length).toBeLessThanOrEqual(10);
  });

  it('9 limits: many attempts at once count one by one, on several gateways together', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    await using second = await startProduct({ databaseUrl: product.services.config.databaseUrl });
    second.setClock(product.services.now());
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => tryFrom([product, second][index % 2]!.url, '127.0.0.1', email, `guess ${index}`)),
    );
    expect(counted(codes.flat())).toEqual({ UNAUTHENTICATED: 10, RATE_LIMITED: 20 });
  });

  it('9 limits: one client that tries one address after another is slowed down too', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    const { rateLimits, now } = product.services;
    for (let attempt = 0; attempt < 300; attempt++) await rateLimits.take('signIn', { ip: '127.0.0.9' }, now());
    expect(await tryFrom(product.url, '127.0.0.9', 'fresh@example.org', 'guess')).toEqual(['RATE_LIMITED']);
    expect(await tryFrom(product.url, '127.0.0.8', 'fresh@example.org', 'guess')).toEqual(['UNAUTHENTICATED']);
  });

  it('9 limits: a stranger cannot lock a victim out', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    const { device } = await signInAs(product, email);
    for (let attempt = 0; attempt < 15; attempt++) await tryFrom(product.url, '127.0.0.66', email, `guess ${attempt}`);
    expect(await tryFrom(product.url, '127.0.0.66', email, password)).toEqual(['RATE_LIMITED']);
    // From anywhere else, with no cookie at all, the owner gets in.
    expect(await tryFrom(product.url, '127.0.0.1', email, password)).toEqual([]);
    // A thousand strangers together can slow the address down, but not the owner's own browser, whatever it connects from.
    const { rateLimits, now } = product.services;
    for (let guess = 0; guess < 90; guess++) await rateLimits.take('signIn', { address: email, ip: `10.0.0.${guess}` }, now());
    expect(await tryFrom(product.url, '127.0.0.77', email, password)).toEqual(['RATE_LIMITED']);
    expect(await tryFrom(product.url, '127.0.0.66', email, password, device)).toEqual([]);
    // The mark of another person, or one made up, is none.
    await product.person('mallory');
    const mallory = await signInAs(product, 'mallory@example.org');
    for (const mark of [mallory.device!, 'jetbridge_device=AAAAAAAAAAAAAAAA.AAAA', `${mallory.device}~${'x'.repeat(60)}.y`])
      expect(await tryFrom(product.url, '127.0.0.77', email, password, mark)).toEqual(['RATE_LIMITED']);
    // And a stolen mark is no licence to guess.
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt++)
      codes.push(...(await tryFrom(product.url, '127.0.0.99', email, `guess ${attempt}`, device)));
    expect(counted(codes)).toEqual({ UNAUTHENTICATED: 10, RATE_LIMITED: 2 });
  });

  it('9 limits: right passwords do not count', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    await product.setUp();
    for (let time = 0; time < 15; time++) expect(await tryFrom(product.url, '127.0.0.5', email, password)).toEqual([]);
  });

  it.each([
    [
      'register',
      5,
      'mutation ($email: String!) { register(input: { email: $email, displayName: "N", password: "correct horse battery" }) { ok } }',
    ],
    ['resendVerification', 3, 'mutation ($email: String!) { resendVerification(input: { email: $email }) { ok } }'],
    ['requestPasswordReset', 3, 'mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { ok } }'],
  ])('9 limits: %s mails an address %i times from one client, and answers alike for one nobody has', async (_, most, query) => {
    await using product = await startProduct({ database });
    product.pass(0);
    await product.setUp();
    for (const address of [email, 'nobody@example.org']) {
      const answers = await Promise.all(
        Array.from({ length: most + 2 }, () => askFrom(product.url, '127.0.0.30', query, { email: address })),
      );
      expect(counted(answers.flatMap(({ codes }) => codes)), address).toEqual({ RATE_LIMITED: 2 });
    }
    expect((await askFrom(product.url, '127.0.0.31', query, { email: 'other@example.org' })).codes).toEqual([]);
  });

  it.each([
    ['verifyEmail', 'mutation { verifyEmail(input: { token: "guess" }) { ok } }'],
    ['resetPassword', 'mutation { resetPassword(input: { token: "guess", password: "correct horse battery" }) { ok } }'],
    ['confirmEmailChange', 'mutation { confirmEmailChange(input: { token: "guess" }) { ok } }'],
  ])('9 limits: %s is tried sixty times by one client, whatever it tries', async (_, query) => {
    await using product = await startProduct({ database });
    product.pass(0);
    await product.setUp();
    const answers = await Promise.all(Array.from({ length: 63 }, () => askFrom(product.url, '127.0.0.40', query, {})));
    expect(counted(answers.flatMap(({ codes }) => codes))).toEqual({ INVALID_INPUT: 60, RATE_LIMITED: 3 });
    expect((await askFrom(product.url, '127.0.0.41', query, {})).codes).toEqual(['INVALID_INPUT']);
  });

  it('9 limits: giving the password again is limited for the session, whoever holds it', async () => {
    await using product = await startProduct({ database });
    product.setClock(Date.now());
    const token = await product.setUp();
    const other = await product.signIn(email);
    const guess = (by: string) =>
      product.ask(
        `mutation { createApiKey(input: { name: "k", scopes: ["airline:create"], password: "guess" }) { secret } }`,
        {},
        { token: by },
      );
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt++) codes.push(...(await guess(token)).codes);
    expect(counted(codes)).toEqual({ FORBIDDEN: 10, RATE_LIMITED: 2 });
    expect((await guess(other)).codes).toEqual(['FORBIDDEN']);
  });

  it('keeps no address and no client in the table of limits', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    await tryFrom(product.url, '127.0.0.42', email, 'guess');
    const rows = JSON.stringify(await product.services.storage.reader.all('select * from rate_limit'));
    expect(rows).toContain('empty_at');
    expect(rows).not.toMatch(/example|127[.]0/);
  });

  it('remembers a browser by a cookie no script and no other site can use', async () => {
    await using product = await startProduct({ database });
    await product.setUp();
    const answer = await product.ask(`mutation { signIn(input: { email: "${email}", password: "${password}" }) { expiresAt } }`);
    const set = answer.cookies.find((cookie) => cookie.startsWith('jetbridge_device='));
    expect(set).toMatch(/HttpOnly; SameSite=Strict/);
    const again = await product.ask(
      `mutation { signIn(input: { email: "${email}", password: "${password}" }) { expiresAt } }`,
      {},
      { cookie: cookieIn(answer, 'device')! },
    );
    expect(cookieIn(again, 'device')).toBeUndefined();
  });
});
