import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Projector, readModels } from '@jetbridge/projector';
import { recordStop, schemaVersion } from '@jetbridge/schema/storage';
import { aFlight, findNatsServer, startNatsServer } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { databases, startProduct } from '../testing/product.ts';
import { diskTroubles } from './find-troubles.ts';

const health = `{ platformHealth { waitingEvents sessions troubles { code level sentence nextStep since airline sequence count total seconds share detail } } }`;
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const natsServer = findNatsServer();

type Product = Awaited<ReturnType<typeof startProduct>>;

/** What the API says is wrong. The clocks of a test are stopped, which is said, too: but not here. */
async function troublesOf(product: Product, token: string) {
  const { data } = await product.ask(health, {}, { token });
  return (data.platformHealth.troubles as { code: string }[]).filter(({ code }) => code !== 'CLOCKS_DIFFER');
}

describe.each(databases)('what is wrong now, on %s', (database) => {
  it('is nothing, then that nobody projects what is stored, then nothing again', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    expect((await product.ask(health, {}, { token })).data.platformHealth).toEqual({ waitingEvents: 0, sessions: 1, troubles: [] });

    await product.projector.close();
    const filedAt = product.services.now();
    product.setClock(filedAt);
    await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token });
    product.setClock(filedAt + 7_000);
    const [trouble, ...others] = await troublesOf(product, token);
    expect(others).toEqual([]);
    if (database === 'postgres') {
      expect(trouble).toMatchObject({
        code: 'NO_PROJECTOR',
        level: 'BAD',
        count: 1,
        nextStep: expect.stringContaining('--roles projector'),
      });
    } else {
      const sentence = 'The pages are 7 s behind: 1 event is not shown yet.';
      expect(trouble).toMatchObject({ code: 'PROJECTION_LAGS', level: 'WARN', sentence, count: 1, share: 0 });
    }
    product.setClock(filedAt + 60_000);
    expect((await troublesOf(product, token))[0]).toMatchObject({ level: 'BAD' });

    const { storage, codec, bus } = product.services;
    const another = new Projector({ storage, codec, bus, projections: readModels, onError: (error) => console.error(error) });
    await another.start();
    await expect.poll(() => troublesOf(product, token)).toEqual([]);
    await another.close();
  });

  it('names an airline that stands still, since when, and tells everybody else no more than that', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const airlineId = await product.createAirline(token, 'NAX');
    await product.projector.close();
    await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token });
    const since = product.services.now();
    const [head] = (await product.services.storage.log.heads(0)).filter(({ tenant }) => tenant === airlineId);
    const stop = { tenant: airlineId, sequence: Number(head!.sequence), error: 'a secret of the database', since, retryAt: since };
    await recordStop(product.services.storage, stop);
    expect(await troublesOf(product, token)).toContainEqual(
      expect.objectContaining({
        ...{ code: 'AIRLINE_STOPPED', level: 'BAD', airline: 'NAX', sequence: stop.sequence, since: new Date(since).toISOString() },
        sentence: `The pages of NAX stand still: event ${stop.sequence} cannot be projected.`,
      }),
    );
    const ready = await fetch(`${product.url}/readyz`);
    expect(ready.status).toBe(200);
    const said = (await ready.json()) as { status: string };
    expect(said).toMatchObject({ status: 'degraded', stopped: [{ airline: 'NAX' }] });
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it('tells of mail that fails or that nobody sends, and not of what was given up', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const register = `mutation ($email: String!) { register(input: { email: $email, displayName: "P", password: "a password for tests" }) { ok } }`;
    for (const name of ['p', 'q', 'r']) await product.ask(register, { email: `${name}@example.org` });
    const change = (sql: string) => product.services.storage.transaction((transaction) => transaction.run(sql));
    const reason = 'The mail server cannot be reached (ECONNREFUSED).';
    await change(`update mail_outbox set error = '${reason}'`);
    expect(await troublesOf(product, token)).toMatchObject([
      { code: 'MAIL_FAILING', level: 'WARN', count: 3, detail: reason, sentence: `3 mails could not be sent. ${reason}` },
    ]);
    expect(await (await fetch(`${product.url}/readyz`)).json()).toEqual({ status: 'ok' }); // it is not for everybody

    await change(`update mail_outbox set due_at = ${Number.MAX_SAFE_INTEGER}`);
    expect(await troublesOf(product, token)).toEqual([]);
    const now = product.services.now();
    await change(`update mail_outbox set error = null, due_at = ${now}, expires_at = ${now + 3_600_000}`);
    expect(await troublesOf(product, token)).toEqual([]);
    product.setClock(now + 11 * 60_000);
    expect(await troublesOf(product, await product.signIn('admin@example.org'))).toMatchObject([{ code: 'MAIL_WAITING', count: 3 }]);
    product.setClock(now + 61 * 60_000); // the links are dead
    expect(await troublesOf(product, await product.signIn('admin@example.org'))).toEqual([]);
  });

  it('tells of a newer release’s schema, and of a secret that others can read', async () => {
    await using product = await startProduct({ database });
    const token = await product.setUp();
    const { services, dataDir } = product;
    const migrated = (version: number) =>
      services.storage.transaction((sql) => sql.run('update schema_info set version = ? where id = 1', [version]));
    await migrated(schemaVersion + 1);
    expect(await troublesOf(product, token)).toMatchObject([{ code: 'SCHEMA_NEWER', level: 'WARN' }]);
    await migrated(schemaVersion);

    services.config.secretFile = join(dataDir, 'secret.key');
    await writeFile(services.config.secretFile, 'a secret', { mode: 0o600 });
    expect(await troublesOf(product, token)).toEqual([]);
    await chmod(services.config.secretFile, 0o640);
    expect(await troublesOf(product, token)).toMatchObject([{ code: 'SECRET_READABLE', nextStep: expect.stringContaining('chmod 600') }]);
  });
});

const withoutPostgres = databases.includes('postgres') ? '' : ': skipped, no PostgreSQL package for this platform';
it.skipIf(withoutPostgres)(`tells of clocks that differ${withoutPostgres}`, async () => {
  await using product = await startProduct({ database: 'postgres' });
  const token = await product.setUp();
  product.pass(60_000);
  const { data } = await product.ask(health, {}, { token });
  expect(data.platformHealth.troubles).toMatchObject([{ code: 'CLOCKS_DIFFER', sentence: expect.stringContaining('differ by 60 s') }]);
});

it.skipIf(!natsServer)(
  `tells of NATS that is away, and no more once it is there${natsServer ? '' : ': skipped, there is no nats-server here'}`,
  async () => {
    await using nats = await startNatsServer(natsServer!);
    await using product = await startProduct({ natsUrl: nats.url });
    const token = await product.setUp();
    expect(await troublesOf(product, token)).toEqual([]);
    await nats.kill();
    await expect.poll(() => troublesOf(product, token), { timeout: 10_000 }).toMatchObject([{ code: 'NATS_AWAY', level: 'WARN' }]);
    await nats.start();
    await expect.poll(() => troublesOf(product, token), { timeout: 10_000 }).toEqual([]);
  },
);

it('tells of a disk before it is full', () => {
  expect(diskTroubles(20_000)).toEqual([]);
  expect(diskTroubles(300.7)).toEqual([{ code: 'DISK_LOW', level: 'WARN', count: 300 }]);
  expect(diskTroubles(20)).toEqual([{ code: 'DISK_LOW', level: 'BAD', count: 20 }]);
});
