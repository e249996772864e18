import { describe, expect, inject, it } from 'vitest';
import { openPostgresTestStorage, openTestStorage, type TestStorage } from '../testing/index.ts';
import { NotMigrated, readableFrom, SchemaTooNew, schemaVersion } from './migrate.ts';
import { openStorage } from './storage.ts';

const cluster = inject('postgresUrl');
const databases: [string, (() => Promise<TestStorage>) | undefined][] = [
  ['SQLite', openTestStorage],
  [
    cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform',
    cluster ? () => openPostgresTestStorage(cluster) : undefined,
  ],
];

/** As another release would have left it. */
function become({ storage }: TestStorage, version: number, from: number) {
  return storage.transaction((sql) => sql.run('update schema_info set version = ?, readable_from = ?', [version, from]));
}

const schemaOf = async ({ storage: { reader } }: TestStorage) =>
  (await reader.all<{ version: number; readable_from: number }>('select version, readable_from from schema_info'))[0];

describe.each(databases)('the schema on %s', (_, open) => {
  it.skipIf(!open)('is refused when a newer release has broken with this one, and is left as it is', async () => {
    await using test = await open!();
    await become(test, schemaVersion + 2, schemaVersion + 1);
    for (const migrations of [true, false]) {
      const refused = openStorage(test.url, { migrations });
      await expect(refused).rejects.toBeInstanceOf(SchemaTooNew);
      await expect(refused).rejects.toThrow(`its schema is ${schemaVersion + 2}, this release knows ${schemaVersion}`);
    }
    expect(await schemaOf(test)).toEqual({ version: schemaVersion + 2, readable_from: schemaVersion + 1 });
  });

  it.skipIf(!open)('of a newer release that has not broken with this one is used as it is', async () => {
    await using test = await open!();
    await become(test, schemaVersion + 1, readableFrom);
    for (const migrations of [true, false]) {
      const storage = await openStorage(test.url, { migrations });
      expect(await storage.log.heads(0)).toEqual([]);
      await storage.close();
    }
    expect(await schemaOf(test)).toEqual({ version: schemaVersion + 1, readable_from: readableFrom });
  });

  it.skipIf(!open)('of an older release is brought up with all that is in it, by who may, and waited for by who may not', async () => {
    await using test = await open!();
    await test.append('a', 'roster', {
      type: 'MemberJoined',
      data: { memberId: 'm', userId: 'u', role: 'PILOT', pilotNumber: 1, joinedBy: 'OPEN' },
    });
    await test.storage.transaction(async (sql) => {
      await sql.run('drop table stopped_tenant');
      await sql.run(`delete from migration where name = '0002-stopped-tenants'`);
    });
    await become(test, 1, 1);
    await expect(openStorage(test.url, { migrations: false })).rejects.toBeInstanceOf(NotMigrated);
    const storage = await openStorage(test.url);
    expect(await storage.reader.all('select * from stopped_tenant')).toEqual([]);
    expect(await storage.log.readTenant('a', 0, 9)).toHaveLength(1);
    await storage.close();
    expect(await schemaOf(test)).toEqual({ version: schemaVersion, readable_from: readableFrom });
  });
});
