import { setTimeout as sleep } from 'node:timers/promises';
import { backupBeforeUpgrade } from './backup-before-upgrade.ts';
import { NotMigrated } from './migrate.ts';
import type { StorageSettings } from './settings.ts';
import { openStorage, type Storage } from './storage.ts';

const retryMs = 500;

/** As the settings say: brings the database to the newest schema, or waits until somebody did, however long that takes. */
export async function openPrepared(settings: Omit<StorageSettings, 'natsUrl'>, tell: (line: string) => void): Promise<Storage> {
  const { databaseUrl, migrate = true } = settings;
  for (let told = false; ; told = true) {
    try {
      return await openStorage(databaseUrl, { migrations: migrate, beforeUpgrade: backupBeforeUpgrade(settings, tell) });
    } catch (error) {
      if (!(error instanceof NotMigrated)) throw error;
      if (!told) tell('The database is not migrated yet; waiting until `jetbridge migrate` was run.');
    }
    await sleep(retryMs);
  }
}
