import { backupBeforeUpgrade, openStorage, schemaVersion } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';

/** Brings the database to this release's schema. Safe to run twice, and at once. */
export async function migrate(config: Config): Promise<void> {
  const storage = await openStorage(config.databaseUrl, { beforeUpgrade: backupBeforeUpgrade(config, (line) => console.log(line)) });
  await storage.close();
  console.log(`The database is ready for this release (schema ${schemaVersion}).`);
}
