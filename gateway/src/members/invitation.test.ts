import { randomBytes } from 'node:crypto';
import { limits } from '@jetbridge/schema';
import { testSecret } from '@jetbridge/schema/testing';
import { describe, expect, it, vi } from 'vitest';
import { command } from '../testing/airline-operations.ts';
import { databases } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';
import { renewSecrets } from '../verbs/secrets.ts';
import { invitationLifeMs } from './invitations.ts';

const email = 'maja@example.org';
const open = `{ airline(code: "NAX") { invitations { totalCount edges { node { id email role expiresAt invitedBy { displayName } } } } } }`;

describe.each(databases)('an invitation on %s', (database) => {
  async function withAirline() {
    const product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    const listed = async () => (await product.ask(open, {}, { token: admin })).data.airline.invitations;
    const invite = (to: string, over: object = {}) =>
      command(product, 'inviteMember', { airlineId, email: to, role: 'STAFF', ...over }, admin);
    const accept = (token: string, who: string, over: object = {}) => command(product, 'acceptInvitation', { token, ...over }, who);
    return { product, admin, airlineId, listed, invite, accept, [Symbol.asyncDispose]: () => product[Symbol.asyncDispose]() };
  }

  it('is mailed, shown while it is open, and makes a member of who follows it', async () => {
    await using world = await withAirline();
    const { product, invite, accept, listed } = world;
    expect((await invite(email)).codes).toEqual([]);
    expect(await listed()).toMatchObject({
      totalCount: 1,
      edges: [{ node: { email, role: 'STAFF', invitedBy: { displayName: 'Ada Admin' } } }],
    });
    const letter = await product.mails.mail(email);
    expect(letter.subject).toBe('You are invited to Airline NAX');
    const link = product.mails.link(letter);
    expect(link.pathname).toBe('/invitation');
    const token = await product.newPerson(email);
    const joined = await accept(link.searchParams.get('token')!, token);
    expect(joined.data.member).toMatchObject({ role: 'STAFF', pilotNumber: 2, leftAt: null });
    expect((await listed()).totalCount).toBe(0);
    const mine = await product.ask('{ viewer { memberships { airline { code } } } airline(code: "NAX") { me { role } } }', {}, { token });
    expect(mine.data).toEqual({ viewer: { memberships: [{ airline: { code: 'NAX' } }] }, airline: { me: { role: 'STAFF' } } });
  });

  it('is for whoever holds it, once, with whatever address; and for nobody without a proved one', async () => {
    await using world = await withAirline();
    const { product, invite, accept } = world;
    await invite(email);
    const invitation = await product.mailedToken(email);
    await product.send('register', { email: 'new@example.org', displayName: 'New', password });
    const unproved = (await product.send('signIn', { email: 'new@example.org', password })).data.signIn.accessToken;
    expect((await accept(invitation, unproved)).error?.message).toContain('Confirm your e-mail address');
    const token = await product.person('elsewhere');
    const first = await accept(invitation, token, { commandId: 'c1' });
    expect(first.codes).toEqual([]);
    expect((await accept(invitation, token, { commandId: 'c1' })).data).toEqual(first.data); // the answer was lost
    const second = await accept(invitation, await product.person('late'));
    expect(second.error?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'token' });
    expect((await accept('made up', token)).error?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'token' });
  });

  it('ends when a newer one is mailed to the address, when it is revoked, and after 7 days', async () => {
    await using world = await withAirline();
    const { product, invite, accept, listed, admin, airlineId } = world;
    product.setClock(Date.now());
    await invite(email, { role: 'PILOT' });
    const older = await product.mailedToken(email);
    await invite(' MAJA@Example.org ', { role: 'ADMIN' });
    const newer = await product.mailedToken('MAJA@example.org');
    const person = await product.person('maja-too');
    expect((await accept(older, person)).codes).toEqual(['INVALID_INPUT']);
    const { edges, totalCount } = await listed();
    expect([totalCount, edges[0].node.role]).toEqual([1, 'ADMIN']);
    const revoke = () => command(product, 'revokeInvitation', { airlineId, invitationId: edges[0].node.id }, admin);
    expect((await revoke()).codes).toEqual([]);
    expect((await accept(newer, person)).codes).toEqual(['INVALID_INPUT']);
    expect((await revoke()).error?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'invitationId' });
    await invite('third@example.org');
    const third = await product.mailedToken('third@example.org');
    product.pass(invitationLifeMs);
    const back = await product.signIn('maja-too@example.org');
    expect((await accept(third, back)).codes).toEqual(['INVALID_INPUT']);
    expect((await product.ask(open, {}, { token: await product.signIn('admin@example.org') })).data.airline.invitations.totalCount).toBe(0);
  });

  it('is refused to a member’s address, to no address, above the limit, and in a suspended airline', async () => {
    await using world = await withAirline();
    const { product, invite, accept, admin, airlineId } = world;
    await product.person('maja', { airlineId, role: 'PILOT' });
    expect((await invite('Maja@Example.org')).error?.extensions).toMatchObject({ code: 'CONFLICT', field: 'email' });
    expect((await invite('nobody')).error?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'email' });
    await invite('p0@example.org');
    await product.services.storage.transaction(async (sql) => {
      const columns = 'airline_id, sealed_email, role, invited_by, created_at, expires_at';
      for (let n = 1; n < limits.invitations; n++) {
        const copy = `insert into invitation (id, email_index, token_hash, ${columns}) select ?, ?, ?, ${columns} from invitation limit 1`;
        await sql.run(copy, [`i${n}`, `e${n}`, `t${n}`]);
      }
    });
    const refused = await invite('q@example.org');
    expect(refused.error?.extensions.code).toBe('CONFLICT');
    expect(refused.error?.message).toContain(`${limits.invitations} invitations`);
    expect((await invite('p0@example.org')).codes).toEqual([]); // in the place of the older one
    await product.mailedToken('p0@example.org');
    const invitation = await product.mailedToken('p0@example.org');
    await command(product, 'suspendAirline', { airlineId, reason: 'Silent.' }, admin);
    expect((await command(product, 'inviteMember', { airlineId, email, role: 'PILOT' }, admin)).codes).toEqual(['FORBIDDEN']);
    expect((await accept(invitation, await product.person('p0'))).error?.message).toContain('suspended or closed');
  });

  it('keeps the address sealed, under the newest secret when it is renewed', async () => {
    await using world = await withAirline();
    const { product, invite } = world;
    await invite(email);
    const { storage } = product.services;
    const rows = async () =>
      JSON.stringify([await storage.reader.all('select * from invitation'), await storage.reader.all('select * from event')]);
    expect(await rows()).not.toContain('maja');
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const secret = randomBytes(32).toString('base64url');
    const { databaseUrl, smtpUrl } = product.services.config;
    await using during = await startProductWithMail({ databaseUrl, smtpUrl, secrets: [secret, testSecret] });
    await renewSecrets(during.services.config);
    vi.restoreAllMocks();
    await using after = await startProductWithMail({ databaseUrl, smtpUrl, secrets: [secret] });
    const admin = await after.signIn('admin@example.org');
    expect((await after.ask(open, {}, { token: admin })).data.airline.invitations.edges[0].node.email).toBe(email);
    const airlineId = (await after.ask('{ airline(code: "NAX") { id } }')).data.airline.id;
    await command(after, 'inviteMember', { airlineId, email, role: 'PILOT' }, admin); // found again: replaced, not doubled
    expect((await after.ask(open, {}, { token: admin })).data.airline.invitations.totalCount).toBe(1);
  });
});
