import { setTimeout as sleep } from 'node:timers/promises';
import { NotMigrated } from './migrate.ts';
import type { StorageSettings } from './settings.ts';
import { openStorage, type Storage } from './storage.ts';

const retryMs = 500;

/** As the settings say: brings the database to the newest schema, or waits until somebody did, however long that takes. */
export async function openPrepared(
  { databaseUrl, migrate = true }: Pick<StorageSettings, 'databaseUrl' | 'migrate'>,
  tell: (line: string) => void,
): Promise<Storage> {
  for (let told = false; ; told = true) {
    try {
      return await openStorage(databaseUrl, { migrations: migrate });
    } catch (error) {
      if (!(error instanceof NotMigrated)) throw error;
      if (!told) tell('The database is not migrated yet; waiting until `jetbridge migrate` was run.');
    }
    await sleep(retryMs);
  }
}
