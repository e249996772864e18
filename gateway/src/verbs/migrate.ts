import { openStorage, schemaVersion } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';

/** Brings the database to this release's schema. Safe to run twice, and at once. */
export async function migrate({ databaseUrl }: Config): Promise<void> {
  const storage = await openStorage(databaseUrl);
  await storage.close();
  console.log(`The database is ready for this release (schema ${schemaVersion}).`);
}
