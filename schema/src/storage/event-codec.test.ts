import { expect, it } from 'vitest';
import { openTestStorage, testSecret } from '../testing/index.ts';
import { EventCodec, erasing, Keyring, PersonKeys } from './index.ts';

const registered = { type: 'UserRegistered', data: { userId: 'u1', email: 'canary@example.org', displayName: 'Canary Bird' } };

it('keeps personal fields sealed in the log and opens them for the product', async () => {
  await using test = await openTestStorage();
  await test.append('platform', 'user-u1', registered);
  const [stored] = await test.storage.log.readStream('platform', 'user-u1');
  expect(JSON.stringify(stored)).not.toMatch(/canary|Bird/i);
  expect((await test.codec.decode(stored!)).data).toEqual(registered.data);
});

it('reads null once the person’s key is destroyed', async () => {
  await using test = await openTestStorage();
  await test.append('platform', 'user-u1', registered);
  await test.storage.transaction((sql) => sql.run('delete from person_key where person_id = ?', ['u1']));
  const codec = new EventCodec(new PersonKeys(new Keyring([testSecret]), test.storage.reader));
  const [stored] = await test.storage.log.readStream('platform', 'user-u1');
  expect((await codec.decode(stored!)).data).toEqual({ userId: 'u1', email: null, displayName: null });
});

it('forgets a key that was destroyed: this process at once when told, any other within seconds', async () => {
  await using test = await openTestStorage();
  await test.append('platform', 'user-u1', registered);
  const [stored] = await test.storage.log.readStream('platform', 'user-u1');
  const keys = new PersonKeys(new Keyring([testSecret]), test.storage.reader);
  const codec = new EventCodec(keys);
  expect((await codec.decode(stored!)).data).toEqual(registered.data);
  await test.storage.transaction(async (sql) => {
    for (const { sql: text, params } of erasing('u1')) await sql.run(text, params);
  });
  keys.forget();
  expect((await codec.decode(stored!)).data).toEqual({ userId: 'u1', email: null, displayName: null });
});

it('seals what an account changes of itself', async () => {
  await using test = await openTestStorage();
  const changed = [
    { type: 'ProfileChanged', data: { userId: 'u1', displayName: 'Canary Bird' } },
    { type: 'EmailChanged', data: { userId: 'u1', email: 'canary@example.org' } },
  ];
  await test.append('platform', 'user-u1', ...changed);
  const stored = await test.storage.log.readStream('platform', 'user-u1');
  expect(JSON.stringify(stored)).not.toMatch(/canary|Bird/i);
  expect(await Promise.all(stored.map(async (event) => (await test.codec.decode(event)).data))).toEqual(changed.map(({ data }) => data));
});

it('does not open a field that was moved to another event', async () => {
  await using test = await openTestStorage();
  await test.append('platform', 'user-u1', registered);
  const [stored] = await test.storage.log.readStream('platform', 'user-u1');
  expect((await test.codec.decode({ ...stored!, streamVersion: 2 })).data).toMatchObject({ email: null });
});

it('still opens under an older secret after a new one was put in front', async () => {
  await using test = await openTestStorage();
  await test.append('platform', 'user-u1', registered);
  const codec = new EventCodec(new PersonKeys(new Keyring(['another secret, newer than the other', testSecret]), test.storage.reader));
  const [stored] = await test.storage.log.readStream('platform', 'user-u1');
  expect((await codec.decode(stored!)).data).toEqual(registered.data);
});

it('brings old data to the newest schema version', async () => {
  await using test = await openTestStorage();
  const keys = new PersonKeys(new Keyring([testSecret]), test.storage.reader);
  const codec = new EventCodec(keys, {
    Renamed: {
      version: 3,
      upcasts: { 1: ({ title }) => ({ name: title }), 2: (data) => ({ ...data, short: String(data.name).slice(0, 3) }) },
    },
  });
  const stored = { tenant: 'a', sequence: 1, stream: 's', streamVersion: 1, type: 'Renamed', schemaVersion: 1, recordedAt: 1 };
  const metadata = { actorId: null, operation: 'test', correlationId: 'test' };
  expect((await codec.decode({ ...stored, data: '{"title":"Norse"}', metadata })).data).toEqual({ name: 'Norse', short: 'Nor' });
});
