import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { DomainEvent, EventMetadata } from '../events/event.ts';
import { EventCodec, Keyring, openStorage, PersonKeys, type Storage } from '../storage/index.ts';

export interface TestStorage extends AsyncDisposable {
  storage: Storage;
  codec: EventCodec;
  /** Of the database: open it again to see what lasts. */
  url: string;
  /** Appends to one stream at its end, as commands do. */
  append(tenant: string, stream: string, ...events: DomainEvent[]): Promise<void>;
}

export const testSecret = 'a secret only tests know, long enough';
const metadata: EventMetadata = { actorId: 'tester', operation: 'test', correlationId: 'test' };

/** A fresh SQLite database in a directory of its own; `await using` closes and removes it. */
export async function openTestStorage(): Promise<TestStorage> {
  const directory = await mkdtemp(join(tmpdir(), 'jetbridge-test-'));
  return open(join(directory, 'jetbridge.db'), () => rm(directory, { recursive: true, force: true }));
}

/** An empty database of its own in the given cluster, without any table. */
export async function createTestDatabase(clusterUrl: string): Promise<{ url: string; [Symbol.asyncDispose](): Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const control = async (sql: string) => {
    const client = new pg.Client({ connectionString: clusterUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await control(`create database ${name}`);
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return { url: url.href, [Symbol.asyncDispose]: () => control(`drop database ${name} with (force)`) };
}

/** The same on PostgreSQL. */
export async function openPostgresTestStorage(clusterUrl: string): Promise<TestStorage> {
  const database = await createTestDatabase(clusterUrl);
  return open(database.url, () => database[Symbol.asyncDispose]());
}

async function open(url: string, remove: () => Promise<void>): Promise<TestStorage> {
  const storage = await openStorage(url);
  const codec = new EventCodec(new PersonKeys(new Keyring([testSecret]), storage.reader));
  let clock = Date.parse('2026-01-02T00:00:00Z');
  return {
    storage,
    codec,
    url,
    append: async (tenant, stream, ...events) => {
      const version = (await storage.log.readStream(tenant, stream)).length;
      clock += 1_000;
      const { write, statements } = await codec.encode({ tenant, stream, expectedVersion: version }, events, metadata, clock);
      await storage.log.append({ writes: [write], statements });
    },
    [Symbol.asyncDispose]: async () => {
      await storage.close();
      await remove();
    },
  };
}
