import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from '@jetbridge/projector';
import type { Storage } from '@jetbridge/schema/storage';
import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { databases, type Product } from '../testing/product.ts';
import { password, startProductWithMail } from '../testing/product-with-mail.ts';
import { openFollower } from '../verbs/open-follower.ts';

const day = 24 * 60 * 60_000;
const email = 'canary.wagtail@example.org';
const displayName = 'Wilhelmina Wagtail';
const canary = /wagtail|wilhelmina/i;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;

describe.each(databases)('own data on %s', (database) => {
  it('is exported whole: account, flights, sessions, keys, mail and events, and no secret', async () => {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    const token = await product.newPerson(email, displayName);
    await product.joinAirline(email, airlineId);
    await product.ask(filePirep, { input: aFlight({ airlineId, remarks: 'Smooth all the way.' }) }, { token });
    const key = (await product.send('createApiKey', { name: 'logbook', scopes: ['airline:list'], password }, token)).data.createApiKey
      .secret;
    const { data } = await product.send('exportMyData', { password }, token);
    expect(data.exportMyData.filename).toMatch(/^jetbridge-\d{4}-\d\d-\d\d\.json$/);
    const all = JSON.parse(data.exportMyData.json);
    expect(all.account).toMatchObject({ email, displayName, emailVerified: true });
    expect(all.memberships).toMatchObject([{ airline: 'NAX', role: 'PILOT', pilotNumber: 2 }]);
    expect(all.pireps).toMatchObject([{ airline: 'NAX', remarks: 'Smooth all the way.', state: 'PENDING' }]);
    expect(all.sessions).toHaveLength(1);
    expect(all.apiKeys).toMatchObject([{ name: 'logbook', scopes: ['airline:list'] }]);
    expect(all.mails).toMatchObject([{ to: email, subject: 'Confirm your e-mail address' }]);
    expect(all.events.map(({ type }: { type: string }) => type)).toEqual([
      'UserRegistered',
      'EmailVerified',
      'MembershipChanged',
      'MemberJoined',
      'PirepFiled',
    ]);
    expect(all.events[0].data).toMatchObject({ email, displayName });
    const hash = await product.services.credentials.passwordHashOf(all.account.id);
    for (const secret of [hash!, key, key.split('_')[2], token]) expect(data.exportMyData.json).not.toContain(secret);
  });

  it('is for the person, not for whoever has their session: a wrong password opens and ends nothing', async () => {
    await using product = await startProductWithMail({ database });
    const token = await product.newPerson(email, displayName);
    for (const operation of ['exportMyData', 'requestAccountDeletion'] as const) {
      const wrong = await product.send(operation, { password: 'not this one' }, token);
      expect(wrong.errors?.[0]?.extensions, operation).toMatchObject({ code: 'FORBIDDEN', field: 'password' });
    }
    expect((await product.send('viewer', {}, token)).data.viewer.deletionDueAt).toBeNull();
    expect((await product.send('exportMyData', {}, token)).codes).toEqual([]); // signed in a moment ago
  });

  it('is erased after a grace in which its owner can come back and cancel', async () => {
    await using product = await startProductWithMail({ database });
    product.setClock(Date.now());
    const token = await product.newPerson(email, displayName);
    const { data } = await product.send('requestAccountDeletion', { password }, token);
    const dueAt = Date.parse(data.requestAccountDeletion.deletionDueAt);
    expect(dueAt).toBe(product.services.now() + 7 * day);
    expect((await product.ask('{ viewer { user { id } } }', {}, { token })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await product.mails.mail(email)).toMatchObject({ subject: 'Your account will be erased' });

    const back = (await product.send('signIn', { email, password })).data.signIn.accessToken;
    expect(Date.parse((await product.send('viewer', {}, back)).data.viewer.deletionDueAt)).toBe(dueAt);
    expect((await product.ask('mutation { cancelAccountDeletion { ok } }', {}, { token: back })).data.cancelAccountDeletion.ok).toBe(true);
    product.setClock(dueAt + 1);
    await product.eraseDue();
    expect((await product.send('signIn', { email, password })).codes).toEqual([]);
  });

  it('25 leaves no trace of a person who is erased: tables, log, mail, file; only their flights stay', async () => {
    await using product = await startProductWithMail({ database });
    product.setClock(Date.now());
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    const token = await product.newPerson(email, displayName);
    await product.joinAirline(email, airlineId);
    await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token });
    await product.send('updateProfile', { displayName: 'Wilhelmina W. Wagtail' }, token);
    await product.send('createApiKey', { name: 'Wagtail logbook', scopes: ['airline:list'], password }, token);
    await product.send('requestEmailChange', { email: 'wagtail@elsewhere.example', password }, token);
    await product.send('requestPasswordReset', { email });
    await product.mails.mail('wagtail@elsewhere.example');
    expect(JSON.stringify(await logOf(product.services.storage))).not.toMatch(canary);
    const userId: string = (await product.send('viewer', {}, token)).data.viewer.user.id;

    const { data } = await product.send('requestAccountDeletion', { password }, token);
    product.setClock(Date.parse(data.requestAccountDeletion.deletionDueAt));
    await product.eraseDue();
    if (database === 'sqlite') {
      for (const name of await readdir(product.dataDir)) {
        expect((await readFile(join(product.dataDir, name))).toString('latin1'), name).not.toMatch(canary);
      }
    }
    expect((await product.send('signIn', { email, password })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await product.send('requestPasswordReset', { email })).data).toEqual({ requestPasswordReset: { ok: true } });
    const seen = await product.ask(
      `{ airline(code: "NAX") { pireps { totalCount } member(pilotNumber: 2) { flights user { displayName } } } users { totalCount } }`,
      {},
      { token: await product.signIn('admin@example.org') },
    );
    expect(seen.data).toEqual({
      airline: { pireps: { totalCount: 1 }, member: { flights: 0, user: { displayName: 'Former member' } } },
      users: { totalCount: 1 },
    });
    const dump = await dumpOf(product.services.storage);
    expect(JSON.stringify(dump)).not.toMatch(canary);
    for (const [table, rows] of Object.entries(dump)) {
      if (!/^(event|rm_user|rm_member|rm_application)$/.test(table)) expect(JSON.stringify(rows), table).not.toContain(userId);
    }
    await expectClean(product);
  });

  it('25 erased stays erased when the read models are made again, and the doctor sees what was forgotten', async () => {
    await using product = await startProductWithMail({ database, deletionGraceDays: 0 });
    const token = await product.newPerson(email, displayName);
    const userId: string = (await product.send('viewer', {}, token)).data.viewer.user.id;
    const { storage } = product.services;
    const [key] = await storage.reader.all<{ id: string; person_id: string; wrapped: string }>('select * from person_key');
    const { data } = await product.send('requestAccountDeletion', { password }, token);
    expect(data.requestAccountDeletion.deletionDueAt).toBeNull();
    const { rebuild } = await import('@jetbridge/projector');
    await using follower = await openFollower(product.services.config);
    await rebuild(follower);
    expect(JSON.stringify(await dumpOf(storage))).not.toMatch(canary);
    await expectClean(product);

    await storage.transaction((sql) =>
      sql.run('insert into person_key (id, person_id, wrapped) values (?, ?, ?)', [key!.id, key!.person_id, key!.wrapped]),
    );
    expect(await verify(follower)).toEqual(expect.arrayContaining([expect.stringContaining(`person_key: 1 rows of ${userId}`)]));
  });

  it('erased while others knock leaves nothing of what was on its way', async () => {
    await using product = await startProductWithMail({ database, deletionGraceDays: 0 });
    const token = await product.newPerson(email, displayName);
    const knocks = ['signIn', 'requestPasswordReset', 'register', 'signIn', 'resendVerification', 'signIn'] as const;
    const knocking = knocks.map((operation) =>
      product.send(
        operation,
        operation === 'signIn' ? { email, password } : operation === 'register' ? { email, displayName: 'Other', password } : { email },
      ),
    );
    await product.send('requestAccountDeletion', { password }, token);
    const answers = await Promise.all(knocking);
    await expectClean(product);
    for (const { data } of answers) {
      const issued: string | undefined = data?.signIn?.accessToken;
      if (issued) expect((await product.send('viewer', {}, issued)).codes).toEqual(['UNAUTHENTICATED']);
    }
  });

  it('of the only platform admin stays: somebody has to be able to help', async () => {
    await using product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const refused = await product.send('requestAccountDeletion', { password }, admin);
    expect(refused.codes).toEqual(['CONFLICT']);
    expect((await product.send('viewer', {}, admin)).codes).toEqual([]);
  });
});

async function expectClean({ services }: Pick<Product, 'services'>): Promise<void> {
  await using follower = await openFollower(services.config);
  expect(await verify(follower)).toEqual([]);
}

async function logOf({ reader }: Storage): Promise<unknown[]> {
  return reader.all('select * from event');
}

/** Every row of every table. */
async function dumpOf({ reader, kind }: Storage): Promise<Record<string, unknown[]>> {
  const tables = await reader.all<{ name: string }>(
    kind === 'sqlite'
      ? `select name from sqlite_schema where type = 'table'`
      : `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  return Object.fromEntries(await Promise.all(tables.map(async ({ name }) => [name, await reader.all(`select * from "${name}"`)])));
}
