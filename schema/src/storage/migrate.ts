import type { MikroORM } from '@mikro-orm/sql';
import type { Sql } from './sql.ts';

/** Raised with every migration. */
export const schemaVersion = 5;
/** The oldest product schema that can still work on a database migrated to `schemaVersion`: raised by a breaking migration. */
export const readableFrom = 1;

/** The database was migrated by a newer release in a way this one cannot work with. */
export class SchemaTooNew extends Error {
  override readonly name = 'SchemaTooNew';
  constructor(found: number) {
    super(
      `This database needs a newer Jetbridge (its schema is ${found}, this release knows ${schemaVersion}). Update Jetbridge, or restore the backup made before the update.`,
    );
  }
}

/** Migrating is somebody else's work, and not done yet. */
export class NotMigrated extends Error {
  override readonly name = 'NotMigrated';
  constructor() {
    super('The database is not migrated yet: run `jetbridge migrate`.');
  }
}

interface Steps {
  exclusively: (work: (sql: Sql) => Promise<void>) => Promise<void>;
  /** Told the schema there is, where there is one and it is older. */
  beforeUpgrade?: (schema: number) => Promise<void>;
}

/**
 * Brings the database to the newest schema, one process at a time (`exclusively` holds the lock), or, where migrating is somebody else's
 * work, only checks that it can be used.
 */
export async function migrate(orm: MikroORM, run: boolean, { exclusively, beforeUpgrade }: Steps): Promise<void> {
  await exclusively(async (sql) => {
    if (run) {
      await sql.run(
        'create table if not exists schema_info (id integer primary key, version integer not null, readable_from integer not null)',
      );
    }
    const [found] = await sql
      .all<{ version: number; readable_from: number }>('select version, readable_from from schema_info where id = 1')
      .catch((error: Error & { code?: string }) => {
        throw error.code === '42P01' || error.message.startsWith('no such table') ? new NotMigrated() : error;
      });
    if (found && found.readable_from > schemaVersion) throw new SchemaTooNew(found.version);
    if (!run) {
      if (!found || found.version < schemaVersion) throw new NotMigrated();
      return;
    }
    if (found && found.version > schemaVersion) return; // a newer release was here, and nothing it did is in our way
    if (found && found.version < schemaVersion) await beforeUpgrade?.(found.version);
    await orm.migrator.up();
    await sql.run(
      `insert into schema_info (id, version, readable_from) values (1, ?, ?)
       on conflict (id) do update set version = excluded.version, readable_from = excluded.readable_from`,
      [schemaVersion, readableFrom],
    );
  });
}
