import { Keyring, MailOutbox, openStorage, resealInvitations, resealMail, rewrapPersonKeys } from '@jetbridge/schema/storage';
import { Credentials } from '../auth/credentials.ts';
import type { Config } from '../config.ts';

/** Seals what is kept under the first secret, so that the others can be taken away. While the product serves; twice does no harm. */
export async function renewSecrets(config: Config): Promise<void> {
  const storage = await openStorage(config.databaseUrl, { migrations: false });
  try {
    const keyring = new Keyring(config.secrets);
    const { rewrapped, lost } = await rewrapPersonKeys(storage, keyring);
    const reindexed = await new Credentials(storage, keyring).reindex();
    await resealMail(storage, new MailOutbox(keyring));
    await resealInvitations(storage, keyring);
    console.log(
      `${rewrapped.toLocaleString('en')} personal keys and ${reindexed.toLocaleString('en')} addresses are under the first secret now.`,
    );
    if (lost > 0) {
      console.log(
        `${lost.toLocaleString('en')} personal keys open with none of the secrets: keep looking for the one they were made with.`,
      );
      process.exitCode = 1;
    } else if (config.secrets.length > 1)
      console.log('The others may go. Leave them for a day, and neither open pages nor who is signed in will notice.');
  } finally {
    await storage.close();
  }
}
