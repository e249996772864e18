import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import {
  type BackupHeader,
  BackupRefused,
  Keyring,
  keysOf,
  openStorage,
  readBackupHeader,
  restoreBackup,
  secretsIn,
  serveAlone,
  writeBackup,
} from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import { openFollower, progress } from './open-follower.ts';

/** Everything that cannot be made again, in one file, while the product runs. */
export async function backup(config: Config, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already; a backup never replaces one.`);
  const storage = await openStorage(config.databaseUrl, { migrations: false });
  try {
    const { rows } = await writeBackup(storage, file, keysOf(config));
    console.log(`${file} has everything, ${rows.toLocaleString('en')} rows. Keep it as safe as the data directory.`);
    if (!config.secretFile) console.log('JETBRIDGE_SECRET is not in it: keep that too, in another place.');
  } finally {
    await storage.close();
  }
}

/** Makes the installation of a backup again, in an empty database of either kind. */
export async function restore(config: Config, file: string): Promise<void> {
  const header = await readBackupHeader(file);
  const secrets = secretsFor(config, header);
  await using _ = await serveAlone(config.databaseUrl);
  const storage = await openStorage(config.databaseUrl);
  try {
    const { rows } = await restoreBackup(storage, file, async () => {
      if (config.secretFile && header.secret) await keepSecret(config.secretFile, header.secret);
    });
    console.log(`${rows.toLocaleString('en')} rows are restored.`);
  } finally {
    await storage.close();
  }
  await using follower = await openFollower({ ...config, secrets });
  const { rebuild } = await import('@jetbridge/projector');
  await rebuild(follower, {
    onProgress: progress('Making the read models'),
    onStopped: (error) => console.log(`As when it was backed up, ${error.message}; its airline stays stopped there.`),
  });
  console.log(`The installation of ${header.createdAt} is restored.`);
}

/** The secrets that open what is in the backup: personal data stays closed without them. */
function secretsFor({ secretFile, secrets }: Config, { keyIds, secret }: BackupHeader): string[] {
  const chosen = secretFile && secret ? secretsIn(secret) : secrets;
  const known = new Keyring(chosen).ids('person-key');
  if (keyIds.every((id) => known.includes(id))) return chosen;
  throw new BackupRefused(
    secret
      ? 'JETBRIDGE_SECRET is not the secret of this backup. Unset it: the backup brings its own.'
      : 'This backup was made with another secret: set JETBRIDGE_SECRET to what it was then.',
  );
}

async function keepSecret(file: string, secret: string): Promise<void> {
  const present = (await readFile(file, 'utf8')).trim();
  if (present === secret) return;
  await rename(file, `${file}.before-restore`);
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
}
