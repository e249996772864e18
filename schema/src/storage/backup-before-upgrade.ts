import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BackupHeader, writeBackup } from './backup.ts';
import { Keyring } from './keyring.ts';
import { schemaVersion } from './migrate.ts';
import type { StorageSettings } from './settings.ts';
import type { StorageOptions } from './storage.ts';

const kept = 3;
const ours = /^schema-\d+-(\d{8}T\d{6}Z)[.]backup$/;

/** What opens the personal data of a backup, or says which secrets would. */
export function keysOf({ secrets, secretFile }: Pick<StorageSettings, 'secrets' | 'secretFile'>): Pick<BackupHeader, 'keyIds' | 'secret'> {
  return { keyIds: new Keyring(secrets).ids('person-key'), secret: secretFile && secrets.join('\n') };
}

/** An upgrade of a SQLite file begins with a backup that the release of before can restore, in `backups` of the data directory. */
export function backupBeforeUpgrade(
  settings: Pick<StorageSettings, 'dataDir' | 'secrets' | 'secretFile'>,
  tell: (line: string) => void,
): NonNullable<StorageOptions['beforeUpgrade']> {
  return async (database, schema) => {
    const folder = join(settings.dataDir, 'backups');
    const time = new Date().toISOString().replace(/[-:]|[.]\d+/g, '');
    const file = join(folder, `schema-${schema}-${time}.backup`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!existsSync(file)) await writeBackup(database, file, { ...keysOf(settings), schema });
    } catch (error) {
      throw new Error(`Nothing was migrated, as the backup before it failed: ${(error as Error).message}.`);
    }
    tell(`Migrating the database from schema ${schema} to ${schemaVersion}. As it was before, it is in ${file}.`);
    const older = readdirSync(folder).filter((name) => ours.test(name));
    older.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
    for (const name of older.slice(kept)) rmSync(join(folder, name), { force: true });
  };
}

function timeOf(name: string): string {
  return ours.exec(name)?.[1] ?? '';
}
