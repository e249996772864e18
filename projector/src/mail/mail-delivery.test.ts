import { Keyring, MailOutbox, type MailSettings, type Posting } from '@jetbridge/schema/storage';
import { openPostgresTestStorage, openTestStorage, startMailCatcher, type TestStorage, testSecret } from '@jetbridge/schema/testing';
import { describe, expect, inject, it } from 'vitest';
import { MailDelivery } from './mail-delivery.ts';

const cluster = inject('postgresUrl');
const storages: [string, () => Promise<TestStorage>][] = [['sqlite', openTestStorage]];
if (cluster) storages.push(['postgres', () => openPostgresTestStorage(cluster)]);

const outbox = new MailOutbox(new Keyring([testSecret]));
const start = Date.parse('2026-01-01T00:00:00Z');
const to = 'canary@example.org';
const letter = { to, subject: 'Grüße', text: 'Hello\nhttps://example.org/verify?token=t0ken', html: '<p>Hello</p>' };

async function open(openStorage: () => Promise<TestStorage>, settings: Partial<MailSettings> = {}) {
  const test = await openStorage();
  const world = { now: start };
  const told: string[] = [];
  const deliver = (over: Partial<MailSettings> = {}) =>
    new MailDelivery({
      ...{
        storage: test.storage,
        mailOutbox: outbox,
        now: () => world.now,
        lookEveryMs: 3_600_000,
        tell: (line: string) => void told.push(line),
      },
      settings: { smtpUrl: null, mailFrom: 'Jetbridge <mail@jetbridge.example>', ...settings, ...over },
    });
  const post = async (posting: Partial<Posting> = {}) => {
    const { sql, params } = outbox.post({ letter, userId: 'u1', key: 'k1', now: world.now, ...posting });
    await test.storage.transaction((transaction) => transaction.run(sql, params));
  };
  const rows = () => test.storage.reader.all<Record<string, string | number | null>>('select * from mail_outbox order by created_at, id');
  return { ...test, world, told, deliver, post, rows };
}

describe.each(storages)('mail on %s', (_, openStorage) => {
  it('goes out once, as text and HTML, and leaves nothing of what it said', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    await test.post();
    await test.post(); // the same key
    expect(JSON.stringify(await test.rows())).not.toMatch(/canary|t0ken/);
    const delivery = test.deliver();
    await delivery.settle();
    await delivery.settle();
    await delivery.close();
    expect(mails.mails).toHaveLength(1);
    const [mail] = mails.mails;
    expect(mail).toMatchObject({ subject: 'Grüße', from: { address: 'mail@jetbridge.example' }, recipients: [to] });
    expect(mail!.text).toContain('https://example.org/verify?token=t0ken');
    expect(mail!.html).toContain('<p>Hello</p>');
    const [row] = await test.rows();
    expect(Number(row!.sent_at)).toBe(start);
    expect(outbox.open(String(row!.id), String(row!.sealed))).toEqual({ to, subject: 'Grüße' });
  });

  it('is taken by one of several replicas', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    for (let n = 0; n < 12; n++) await test.post({ key: `k${n}` });
    const replicas = [test.deliver(), test.deliver(), test.deliver()];
    await Promise.all(replicas.map((replica) => replica.settle()));
    await Promise.all(replicas.map((replica) => replica.settle()));
    await Promise.all(replicas.map((replica) => replica.close()));
    expect(mails.mails).toHaveLength(12);
    expect(new Set(mails.mails.map(({ messageId }) => messageId)).size).toBe(12);
  });

  it('is tried again, later each time, and says why without saying to whom', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    mails.refuse(2, 451);
    await test.post();
    const delivery = test.deliver();
    await delivery.settle();
    expect((await test.rows())[0]).toMatchObject({ attempts: 1, error: 'The mail server refused the message (451).' });
    test.world.now += 9_999;
    await delivery.settle();
    expect(Number((await test.rows())[0]!.attempts)).toBe(1);
    test.world.now += 1;
    await delivery.settle();
    test.world.now += 40_000;
    await delivery.settle();
    await delivery.close();
    expect(mails.mails).toHaveLength(1);
    expect((await test.rows())[0]).toMatchObject({ attempts: 3, error: null });
    expect(test.told.join()).not.toMatch(/canary|t0ken/);
  });

  it('survives a process that dies while sending: another sends it, and the receiver can tell', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    await test.post();
    const dying = test.deliver();
    await dying.settle();
    await dying.close();
    // What a process leaves that was killed between the server's answer and its own mark.
    const [row] = await test.rows();
    await test.storage.transaction((sql) =>
      sql.run('update mail_outbox set sent_at = null, sealed = ?, due_at = ? where id = ?', [
        outbox.seal(String(row!.id), letter),
        start + 120_000,
        row!.id!,
      ]),
    );
    const heir = test.deliver();
    await heir.settle();
    expect(mails.mails).toHaveLength(1);
    test.world.now += 120_000;
    await heir.settle();
    await heir.close();
    expect(mails.mails).toHaveLength(2);
    expect(mails.mails[1]!.messageId).toBe(mails.mails[0]!.messageId);
  });

  it('whose link has died by then is not sent any more', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    await test.post({ expiresAt: start + 60_000 });
    test.world.now += 60_000;
    const delivery = test.deliver();
    await delivery.settle();
    await delivery.close();
    expect(mails.mails).toEqual([]);
    const [row] = await test.rows();
    expect(row).toMatchObject({ sent_at: null, error: 'It could not be sent in time.' });
    expect(outbox.open(String(row!.id), String(row!.sealed))).toEqual({ to, subject: 'Grüße' });
  });

  it('waits while there is no mail server, which is said once and without addresses, and goes when there is one', async () => {
    await using mails = await startMailCatcher();
    await using test = await open(openStorage);
    const without = test.deliver();
    await test.post();
    await without.settle();
    await without.settle();
    expect(test.told).toEqual(['1 mail waits in the outbox: set JETBRIDGE_SMTP_URL, or read it as platform admin at /admin/mail.']);
    await test.post({ key: 'k2' });
    await without.settle();
    await without.close();
    expect(test.told.at(-1)).toMatch(/^2 mails wait in the outbox/);
    const withServer = test.deliver({ smtpUrl: mails.url });
    await withServer.settle();
    await withServer.close();
    expect(mails.mails).toHaveLength(2);
  });

  it('to a server that is away is tried again, and says so', async () => {
    const mails = await startMailCatcher();
    await mails.close();
    await using test = await open(openStorage, { smtpUrl: mails.url });
    await test.post();
    const delivery = test.deliver();
    await delivery.settle();
    await delivery.close();
    expect(test.told.join()).toMatch(/The mail server cannot be reached \(\w+\)\. Trying again\./);
    expect(Number((await test.rows())[0]!.due_at)).toBe(start + 10_000);
  });

  it('is forgotten a month later', async () => {
    await using test = await open(openStorage);
    await test.post();
    test.world.now += 31 * 24 * 60 * 60_000;
    const delivery = test.deliver();
    await delivery.settle();
    await delivery.close();
    expect(await test.rows()).toEqual([]);
  });
});
