import { recordStop } from '@jetbridge/schema/storage';
import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';
import { version } from '../version.ts';

const health = `{ platformHealth { version database projectionLagMs pendingMail failedMail connections stoppedAirlines { code reason attempts since } } }`;
const load = `mutation { loadDemo { airlines { code name } accounts { email displayName memberships { airlineCode role } } password } }`;
const found = `mutation ($code: String!) { createAirline(input: { code: $code, name: "First come" }) { airline { id } } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const totals = `{ airlines { totalCount } users { totalCount } airline(code: "NDL") { pireps { totalCount } members { totalCount } me { role } } }`;

describe.each(databases)('the platform on %s', (database) => {
  it('says how it is doing', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    const ask = async () => (await product.ask(health, {}, { token })).data.platformHealth;
    expect(await ask()).toEqual({
      ...{ version, projectionLagMs: 0, pendingMail: 0, failedMail: 0, connections: 0, stoppedAirlines: [] },
      database: expect.stringMatching(database === 'sqlite' ? /^SQLite 3\.[\d.]+$/ : /^PostgreSQL \d+(\.\d+)?$/),
    });

    const live = product.subscribe(`subscription ($id: ID!) { airlineChanges(airlineId: $id) { kind } }`, { id: airlineId }, token);
    void live.next();
    await expect.poll(async () => (await ask()).connections).toBe(1);
    await live.close();
    await expect.poll(async () => (await ask()).connections).toBe(0);

    const register = `mutation ($email: String!) { register(input: { email: $email, displayName: "P", password: "a password for tests" }) { ok } }`;
    for (const name of ['p', 'q', 'r']) await product.ask(register, { email: `${name}@example.org` });
    await product.services.storage.transaction((sql) =>
      sql.run(`update mail_outbox set error = 'refused' where id = (select min(id) from mail_outbox)`),
    );
    expect(await ask()).toMatchObject({ pendingMail: 2, failedMail: 1 });
  });

  it('says how far its pages are behind the log, and which airlines stand still', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    const ask = async () => (await product.ask(health, {}, { token })).data.platformHealth;
    await product.projector.close();
    const filedAt = product.services.now();
    product.setClock(filedAt);
    await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token });
    product.setClock(filedAt + 5_000);
    expect(await ask()).toMatchObject({ projectionLagMs: 5_000, stoppedAirlines: [] });

    const [head] = (await product.services.storage.log.heads(0)).filter(({ tenant }) => tenant === airlineId);
    await recordStop(product.services.storage, {
      ...{ tenant: airlineId, sequence: head!.sequence, error: 'a secret of the database', since: filedAt, retryAt: filedAt },
    });
    const stopped = await ask();
    expect(stopped).toMatchObject({
      projectionLagMs: 0,
      stoppedAirlines: [
        { code: 'NAX', reason: `event ${head!.sequence} cannot be projected`, attempts: 1, since: new Date(filedAt).toISOString() },
      ],
    });
    expect(JSON.stringify(stopped)).not.toContain('secret');
  });

  it('loads the demo once, beside what is there, and tells whom to sign in as', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    await product.createAirline(token, 'NAX');
    const { data, errors } = await product.ask(load, {}, { token });
    expect(errors).toBeUndefined();
    expect(data.loadDemo).toMatchObject({
      airlines: [{ code: 'NDL' }, { code: 'ABX' }],
      accounts: { length: 5, 1: { email: 'staff@demo.jetbridge.example', memberships: [{ airlineCode: 'NDL', role: 'STAFF' }] } },
    });
    const before = await product.ask(totals, {}, { token });
    expect(before.data).toMatchObject({
      airlines: { totalCount: 3 },
      users: { totalCount: 14 },
      airline: { pireps: { totalCount: 150 }, me: null },
    });
    expect((await product.ask(load, {}, { token })).data).toEqual(data);
    expect((await product.ask(totals, {}, { token })).data).toEqual(before.data);

    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { user { platformAdmin } memberships { role } } } }`;
    for (const { email, memberships } of data.loadDemo.accounts) {
      const { data: entered } = await product.ask(signIn, { input: { email, password: data.loadDemo.password } });
      expect(entered.signIn.viewer.user.platformAdmin).toBe(false); // there is one already
      expect(entered.signIn.viewer.memberships).toHaveLength(memberships.length);
    }
  });

  it('makes nothing of the demo where a code or an address of it is somebody else’s', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    await product.ask(found, { code: 'ABX' }, { token });
    const { errors, codes } = await product.ask(load, {}, { token });
    expect(codes).toEqual(['CONFLICT']);
    expect(errors![0]!.message).toContain('the code ABX');
    const { data } = await product.ask('{ airlines { totalCount } users { totalCount } }', {}, { token });
    expect(data).toEqual({ airlines: { totalCount: 1 }, users: { totalCount: 1 } });
  });
});
