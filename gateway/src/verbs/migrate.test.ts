import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStorage, schemaVersion } from '@jetbridge/schema/storage';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { endServerProcesses, runProduct } from '../testing/server-process.ts';

const cluster = inject('postgresUrl');
const databases: [string, boolean][] = [
  ['SQLite', false],
  [cluster ? 'PostgreSQL' : 'PostgreSQL: no PostgreSQL package for this platform', true],
];

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-migrate-'));
});
afterEach(async () => {
  await endServerProcesses();
  await rm(dataDir, { recursive: true, force: true });
});

describe.each(databases)('migrating on %s', (_, postgres) => {
  it.skipIf(postgres && !cluster)(
    'is done once, however many processes start at the same time, and refused to an old release by all of them',
    async () => {
      await using database = postgres ? await createTestDatabase(cluster!) : undefined;
      const url = database?.url ?? join(dataDir, 'jetbridge.db');
      const env = {
        JETBRIDGE_DATA_DIR: dataDir,
        JETBRIDGE_SECRET: 'a secret that all processes of the test share',
        JETBRIDGE_DATABASE_URL: url,
      };
      const together = (count: number) => Promise.all(Array.from({ length: count }, () => runProduct(['migrate'], env)));
      const ready = { code: 0, output: `The database is ready for this release (schema ${schemaVersion}).\n` };
      expect(await together(4)).toEqual(Array(4).fill(ready));

      const storage = await openStorage(url);
      const names = await storage.reader.all<{ name: string }>('select name from migration order by name');
      expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
      await storage.transaction((sql) => sql.run('update schema_info set version = 99, readable_from = 99'));
      for (const { code, output } of await together(2)) {
        expect(code).toBe(1);
        expect(output).toContain('This database needs a newer Jetbridge (its schema is 99');
      }
      await storage.close();
    },
  );
});
