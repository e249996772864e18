import { emailIndex, emailIndexes, type Keyring, type Statement, type Storage } from '@jetbridge/schema/storage';

const reindexBatch = 500;

export interface Credential {
  userId: string;
  passwordHash: string;
}

/** Finds people by address without keeping addresses: the index is an HMAC of the normalised one. */
export class Credentials {
  constructor(
    private readonly storage: Storage,
    private readonly keyring: Keyring,
  ) {}

  async find(email: string): Promise<Credential | undefined> {
    const indexes = emailIndexes(this.keyring, email);
    const [row] = await this.storage.reader.all<{ user_id: string; password_hash: string }>(
      `select user_id, password_hash from credential where email_index in (${indexes.map(() => '?').join(', ')})`,
      indexes,
    );
    return row && { userId: row.user_id, passwordHash: row.password_hash };
  }

  async passwordHashOf(userId: string): Promise<string | undefined> {
    const [row] = await this.storage.reader.all<{ password_hash: string }>('select password_hash from credential where user_id = ?', [
      userId,
    ]);
    return row?.password_hash;
  }

  /** The same password under a newer hash; nothing when it was changed meanwhile. */
  async rehash({ userId, passwordHash }: Credential, newHash: string): Promise<void> {
    await this.storage.transaction((sql) =>
      sql.run('update credential set password_hash = ? where user_id = ? and password_hash = ?', [newHash, userId, passwordHash]),
    );
  }

  /** Finds everybody's address under the current secret, whichever it was found under. Answers how many were not. */
  async reindex(): Promise<number> {
    let changed = 0;
    for (let after = ''; ; ) {
      const rows = await this.storage.reader.all<{ id: string; email: string; email_index: string }>(
        `select u.id, u.email, c.email_index from credential c join rm_user u on u.id = c.user_id
         where u.email is not null and u.id > ? order by u.id limit ${reindexBatch}`,
        [after],
      );
      await this.storage.transaction(async (sql) => {
        for (const { id, email, email_index } of rows) {
          const wanted = emailIndex(this.keyring, email);
          if (email_index === wanted || !emailIndexes(this.keyring, email).includes(email_index)) continue; // not ours: it is being changed, and the change uses the current secret
          changed += await sql.run('update credential set email_index = ? where user_id = ? and email_index = ?', [
            wanted,
            id,
            email_index,
          ]);
        }
      });
      if (rows.length < reindexBatch) return changed;
      after = rows.at(-1)!.id;
    }
  }

  /** To be committed with the event that says the password was changed. */
  changePassword(userId: string, passwordHash: string, now: number): Statement {
    return { sql: 'update credential set password_hash = ?, changed_at = ? where user_id = ?', params: [passwordHash, now, userId] };
  }

  /** To be committed with the event that changes the address: refused when another account has it. */
  changeEmail(userId: string, email: string, now: number): Statement {
    return {
      sql: 'update credential set email_index = ?, changed_at = ? where user_id = ?',
      params: [emailIndex(this.keyring, email), now, userId],
    };
  }

  /**
   * Writes about an account that is there: its row is held meanwhile, so an erasure comes wholly before, and nothing is written, or wholly
   * after, and takes it all away.
   */
  async whileThere(userId: string, statements: readonly Statement[]): Promise<void> {
    await this.storage.transaction(async (sql) => {
      if ((await sql.run('update credential set changed_at = changed_at where user_id = ?', [userId])) === 0) return;
      for (const { sql: text, params } of statements) await sql.run(text, params);
    });
  }

  /** To be committed with the event that registers the person: the unique index refuses a second account for the address. */
  insert(userId: string, email: string, passwordHash: string, now: number): Statement {
    return {
      sql: 'insert into credential (user_id, email_index, password_hash, changed_at) values (?, ?, ?, ?)',
      params: [userId, emailIndex(this.keyring, email), passwordHash, now],
    };
  }
}
