import { emailIndex } from './email-index.ts';
import { type Keyring, open, seal } from './keyring.ts';
import type { MailOutbox } from './mail-outbox.ts';
import type { Storage } from './storage.ts';
import { openInvited, sealInvited } from './tables/invitation.entity.ts';

const batch = 500;

/** The data was made with a secret this process does not have: people could not sign in, and their names would be unreadable. */
export class WrongSecret extends Error {
  override readonly name = 'WrongSecret';
  constructor() {
    super(
      'This database was made with another secret. Give the one it was made with (JETBRIDGE_SECRET, or secret.key in the data directory), behind the new one if it is being replaced.',
    );
  }
}

/** Throws WrongSecret unless the newest person's key can be opened. */
export async function checkSecrets({ reader }: Pick<Storage, 'reader'>, keyring: Keyring): Promise<void> {
  const [newest] = await reader.all<Wrapped>('select id, wrapped from person_key order by id desc limit 1');
  if (newest && !unwrap(keyring, newest)) throw new WrongSecret();
}

/**
 * Wraps every person's key by the current secret, so that the others are no longer needed for it. While the product runs, and as often as one
 * likes. `lost` ones open with none of the secrets.
 */
export async function rewrapPersonKeys(storage: Storage, keyring: Keyring): Promise<{ rewrapped: number; lost: number }> {
  const current = keyring.current('person-key');
  let [rewrapped, lost] = [0, 0];
  for (let after = ''; ; ) {
    const rows = await storage.reader.all<Wrapped>(`select id, wrapped from person_key where id > ? order by id limit ${batch}`, [after]);
    const outdated = rows.filter(({ id, wrapped }) => !open(current, wrapped, id));
    await storage.transaction(async (sql) => {
      for (const row of outdated) {
        const key = unwrap(keyring, row);
        if (!key) lost++;
        // Destroyed meanwhile, it stays destroyed.
        else rewrapped += await sql.run('update person_key set wrapped = ? where id = ?', [seal(current, key, row.id), row.id]);
      }
    });
    if (rows.length < batch) return { rewrapped, lost };
    after = rows.at(-1)!.id;
  }
}

/** The same for letters, which wait long where there is no mail server. Answers how many. */
export async function resealMail(storage: Storage, outbox: MailOutbox): Promise<number> {
  const rows = await storage.reader.all<{ id: string; sealed: string }>('select id, sealed from mail_outbox where sealed is not null');
  return storage.transaction(async (sql) => {
    let resealed = 0;
    for (const { id, sealed } of rows) {
      const letter = outbox.open(id, sealed);
      if (!letter) continue;
      // Sent meanwhile, there is less of it.
      resealed += await sql.run('update mail_outbox set sealed = ? where id = ? and sealed = ?', [outbox.seal(id, letter), id, sealed]);
    }
    return resealed;
  });
}

/** The same for the addresses of open invitations, and what they are found under. Answers how many. */
export async function resealInvitations(storage: Storage, keyring: Keyring): Promise<number> {
  const rows = await storage.reader.all<{ id: string; sealedEmail: string }>('select id, sealed_email as "sealedEmail" from invitation');
  return storage.transaction(async (sql) => {
    let resealed = 0;
    for (const { id, sealedEmail } of rows) {
      const email = openInvited(keyring, { id, sealedEmail });
      if (!email) continue;
      resealed += await sql.run('update invitation set sealed_email = ?, email_index = ? where id = ?', [
        sealInvited(keyring, id, email),
        emailIndex(keyring, email),
        id,
      ]);
    }
    return resealed;
  });
}

interface Wrapped {
  id: string;
  wrapped: string;
}

function unwrap(keyring: Keyring, { id, wrapped }: Wrapped): Buffer | undefined {
  for (const keyId of keyring.ids('person-key')) {
    const key = open(keyring.key('person-key', keyId)!, wrapped, id);
    if (key) return key;
  }
  return undefined;
}
