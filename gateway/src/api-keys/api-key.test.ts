import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { password } from '../testing/people.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';

const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id name scopes createdAt expiresAt lastUsedAt } } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const acceptPirep = `mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { pirep { state } } }`;
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { kind id } }`;
const keysOf = '{ viewer { apiKeys { id name scopes lastUsedAt expiresAt } } }';
const minute = 60_000;

describe.each(databases)('API keys on %s', (database) => {
  let product: Product;
  let airlineId: string;
  const tokens: Record<'platform' | 'pilot' | 'staff', string> = { platform: '', pilot: '', staff: '' };

  beforeAll(async () => {
    product = await startProduct({ database });
    product.pass(0);
    tokens.platform = await product.setUp();
    airlineId = await product.createAirline(tokens.platform, 'NAX');
    tokens.pilot = await product.person('pilot', { airlineId, role: 'PILOT' });
    tokens.staff = await product.person('staff', { airlineId, role: 'STAFF' });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const keyOf = async (who: keyof typeof tokens, scopes: string[], more: object = {}) => {
    const { data } = await product.ask(create, { input: { name: 'a program', scopes, ...more } }, { token: tokens[who] });
    return data.createApiKey as { secret: string; apiKey: { id: string; expiresAt: string | null } };
  };
  const file = (token: string, flightNumber: string) => product.ask(filePirep, { input: aFlight({ airlineId, flightNumber }) }, { token });

  it('show their secret once, and work over HTTP and on a socket', async () => {
    const { secret, apiKey } = await keyOf('pilot', ['pirep:file', 'changes:subscribe']);
    expect(secret).toMatch(/^jb_[0-9a-f-]{36}_[\w-]{43}$/);
    const { data } = await product.ask(keysOf, {}, { token: tokens.pilot });
    expect(data.viewer.apiKeys).toEqual([
      { id: apiKey.id, name: 'a program', scopes: ['pirep:file', 'changes:subscribe'], lastUsedAt: null, expiresAt: null },
    ]);
    const socket = await openSocket(product.url, secret);
    const { data: now } = await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: secret });
    socket.subscribe('1', changes, { id: airlineId, after: now.airline.cursor });
    const filed = await file(secret, '11');
    expect(filed.codes).toEqual([]);
    await socket.until(() => socket.of('1').length > 0);
    expect(socket.of('1')[0]!.payload.data.airlineChanges).toEqual({ kind: 'PIREP', id: filed.data.filePirep.pirep.id });
    socket.subscribe('2', '{ viewer { user { displayName } permissions(airlineCode: "NAX") } }');
    await socket.until(() => socket.of('2').length > 0);
    expect(socket.of('2')[0]!.payload.data.viewer).toEqual({
      user: { displayName: 'pilot' },
      permissions: ['airline:list', 'changes:subscribe', 'pirep:file'],
    });
    await socket.close();
  });

  it('may do what their scopes and their owner may, where they meet', async () => {
    const { data } = await file(tokens.pilot, '12');
    const { id } = data.filePirep.pirep;
    const reads = await keyOf('staff', ['pirep:read']);
    expect((await product.ask(acceptPirep, { id }, { token: reads.secret })).codes).toEqual(['FORBIDDEN']);
    expect((await file(reads.secret, '13')).codes).toEqual(['FORBIDDEN']);
    const listed = await product.ask('{ airline(code: "NAX") { members { totalCount } } }', {}, { token: reads.secret });
    expect(listed.codes).toEqual(['FORBIDDEN']);
    const reviews = await keyOf('staff', ['pirep:review']);
    // What its owner loses, the key loses.
    await product.services.storage.transaction((sql) => sql.run(`update rm_member set role = 'PILOT' where role = 'STAFF'`));
    expect((await product.ask(acceptPirep, { id }, { token: reviews.secret })).codes).toEqual(['FORBIDDEN']);
    await product.services.storage.transaction((sql) =>
      sql.run(`update rm_member set role = 'STAFF' where user_id = (select id from rm_user where display_name = 'staff')`),
    );
    expect((await product.ask(acceptPirep, { id }, { token: reviews.secret })).codes).toEqual([]);
  });

  it('of a platform admin see no address but where they may list people, and nothing of the account', async () => {
    const key = await keyOf('platform', ['member:list', 'airline:create']);
    const query = '{ airline(code: "NAX") { members { edges { node { user { email } } } } } }';
    const addresses = await product.ask(query, {}, { token: key.secret });
    expect(new Set(addresses.codes)).toEqual(new Set(['FORBIDDEN']));
    expect((await product.ask('{ viewer { user { email } } }', {}, { token: key.secret })).codes).toEqual(['FORBIDDEN']);
    expect((await product.ask(keysOf, {}, { token: key.secret })).codes).toEqual(['FORBIDDEN']);
    expect((await product.ask('{ viewer { sessions { id } } }', {}, { token: key.secret })).codes).toEqual(['FORBIDDEN']);
    for (const mutation of [
      'createApiKey(input: { name: "k", scopes: ["airline:create"] }) { secret }',
      'revokeApiKey(input: { apiKeyId: "x" }) { ok }',
      'revokeSession(input: { sessionId: "x" }) { ok }',
      'signOutEverywhere(input: { keepCurrent: false }) { ok }',
    ])
      expect((await product.ask(`mutation { ${mutation} }`, {}, { token: key.secret })).codes, mutation).toEqual(['FORBIDDEN']);
    expect(
      (await product.ask('mutation { createAirline(input: { code: "KEY", name: "K" }) { airline { code } } }', {}, { token: key.secret }))
        .codes,
    ).toEqual([]);
  });

  it.each([
    ['a scope the owner has not', { scopes: ['pirep:review'] }, 'scopes'],
    ['the account itself', { scopes: ['account:own'] }, 'scopes'],
    ['a scope there is not', { scopes: ['pirep:read', 'everything'] }, 'scopes'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['no name', { name: ' ' }, 'name'],
    ['an end that is past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ])('are refused with %s', async (_, input, field) => {
    const answer = await product.ask(create, { input: { name: 'k', scopes: ['pirep:file'], ...input } }, { token: tokens.pilot });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('end when they should, sockets included', async () => {
    const expiresAt = new Date(product.services.now() + 5 * minute).toISOString();
    const { secret } = await keyOf('pilot', ['pirep:file'], { expiresAt });
    const socket = await openSocket(product.url, secret);
    product.pass(5 * minute);
    expect(await socket.closed).toBe(4403);
    expect((await file(secret, '14')).codes).toEqual(['UNAUTHENTICATED']);
    const { data } = await product.ask(keysOf, {}, { token: await product.signIn('pilot@example.org') });
    expect(JSON.stringify(data.viewer.apiKeys)).not.toContain(expiresAt.slice(0, 19));
  });

  it('remember when they were last used, once a minute at most', async () => {
    tokens.pilot = await product.signIn('pilot@example.org');
    const { secret, apiKey } = await keyOf('pilot', ['pirep:file']);
    const used = async () => {
      const { data } = await product.ask(keysOf, {}, { token: tokens.pilot });
      return Date.parse(data.viewer.apiKeys.find(({ id }: { id: string }) => id === apiKey.id).lastUsedAt);
    };
    const use = () => product.ask('{ viewer { user { id } } }', {}, { token: secret });
    await use();
    const first = product.services.now();
    expect(await used()).toBe(first);
    product.pass(minute - 1);
    await use();
    expect(await used()).toBe(first);
    product.pass(1);
    await use();
    expect(await used()).toBe(first + minute);
  });

  it('need the password again, ten minutes after it was given', async () => {
    tokens.pilot = await product.signIn('pilot@example.org');
    product.pass(9 * minute);
    expect((await keyOf('pilot', ['pirep:file'])).secret).toBeTruthy();
    const token = await later(2 * minute);
    const ask = (more: object) => product.ask(create, { input: { name: 'k', scopes: ['pirep:file'], ...more } }, { token });
    const without = await ask({});
    expect(without.errors?.[0]).toMatchObject({
      message: 'Enter your password again.',
      extensions: { code: 'FORBIDDEN', field: 'password' },
    });
    const wrong = await ask({ password: 'guess' });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', field: 'password' });
    expect((await ask({ password })).codes).toEqual([]);
    expect((await ask({})).codes).toEqual([]);
  });

  /** The same session with a new access token, some time later. */
  async function later(ms: number): Promise<string> {
    const { accessTokens, now } = product.services;
    const { userId, sessionId } = accessTokens.verify(tokens.pilot, now())!;
    product.pass(ms);
    return accessTokens.issue(userId, sessionId, now()).token;
  }
});
