import { setTimeout as sleep } from 'node:timers/promises';
import { backupBeforeUpgrade } from './backup-before-upgrade.ts';
import type { OnCommit } from './group-commit.ts';
import { NotMigrated } from './migrate.ts';
import type { StorageSettings } from './settings.ts';
import { openStorage, type Storage } from './storage.ts';

const retryMs = 500;

/** Takes what whoever runs the product should know: a logger. */
export interface Teller {
  info(line: string): void;
  warn(line: string): void;
}

/** As the settings say: brings the database to the newest schema, or waits until somebody did, however long that takes. */
export async function openPrepared(settings: Omit<StorageSettings, 'natsUrl'>, teller: Teller, onCommit?: OnCommit): Promise<Storage> {
  const { databaseUrl, migrate = true } = settings;
  const beforeUpgrade = backupBeforeUpgrade(settings, (line) => teller.info(line));
  for (let told = false; ; told = true) {
    try {
      return await openStorage(databaseUrl, { migrations: migrate, beforeUpgrade, onCommit });
    } catch (error) {
      if (!(error instanceof NotMigrated)) throw error;
      if (!told) teller.warn('The database is not migrated yet; waiting until `jetbridge migrate` was run.');
    }
    await sleep(retryMs);
  }
}
