import { createHmac } from 'node:crypto';
import type { Keyring, Statement, Storage } from '@jetbridge/schema/storage';

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
    const indexes = this.keyring.ids('blind-index').map((id) => index(this.keyring.key('blind-index', id)!, email));
    const [row] = await this.storage.reader.all<{ user_id: string; password_hash: string }>(
      `select user_id, password_hash from credential where email_index in (${indexes.map(() => '?').join(', ')})`,
      indexes,
    );
    return row && { userId: row.user_id, passwordHash: row.password_hash };
  }

  /** To be committed with the event that registers the person: the unique index refuses a second account for the address. */
  insert(userId: string, email: string, passwordHash: string, now: number): Statement {
    return {
      sql: 'insert into credential (user_id, email_index, password_hash, changed_at) values (?, ?, ?, ?)',
      params: [userId, index(this.keyring.current('blind-index'), email), passwordHash, now],
    };
  }
}

function index(key: Buffer, email: string): string {
  return createHmac('sha256', key).update(email.trim().normalize('NFC').toLowerCase()).digest('base64url');
}
