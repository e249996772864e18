import { createHash, randomBytes } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import type { OneTimePurpose, Statement, Storage } from '@jetbridge/schema/storage';

export const oneTimeLifeMs = 60 * 60_000;

export interface OneTimeToken {
  hash: string;
  userId: string;
  sealed: string | null;
}

/** What mailed links carry: 256 random bits, kept as a hash, good once, void when a newer one is issued. */
export class OneTimeTokens {
  constructor(private readonly storage: Storage) {}

  /** `sealed` gets the hash of the token, to be sealed with it. The statements are committed with the mail that carries the token. */
  issue(
    purpose: OneTimePurpose,
    userId: string,
    now: number,
    sealed: (hash: string) => string | null = () => null,
  ): { token: string; expiresAt: number; statements: Statement[] } {
    const token = randomBytes(32).toString('base64url');
    const hash = digest(token);
    const expiresAt = now + oneTimeLifeMs;
    const insert = {
      sql: 'insert into one_time_token (hash, purpose, user_id, sealed, issued_at, expires_at) values (?, ?, ?, ?, ?, ?)',
      params: [hash, purpose, userId, sealed(hash), now, expiresAt],
    };
    const void_ = {
      sql: 'delete from one_time_token where (user_id = ? and purpose = ?) or expires_at <= ?',
      params: [userId, purpose, now],
    };
    return { token, expiresAt, statements: [void_, insert] };
  }

  /**
   * A decision that spends a token: made with it, and good if it is still there afterwards. Whoever spends it later than that writes to the
   * stream this decision was made on, so one of the two is refused by the log.
   */
  async spending<Decided>(
    purpose: OneTimePurpose,
    token: string,
    now: number,
    decide: (token: OneTimeToken) => Promise<Decided>,
  ): Promise<Decided> {
    const decided = await decide(await this.#check(purpose, token, now));
    await this.#check(purpose, token, now);
    return decided;
  }

  async #check(purpose: OneTimePurpose, token: string, now: number): Promise<OneTimeToken> {
    const [row] = await this.storage.reader.all<OneTimeToken>(
      'select hash, user_id as "userId", sealed from one_time_token where hash = ? and purpose = ? and expires_at > ?',
      [digest(token), purpose, now],
    );
    if (row) return row;
    throw new Rejected('INVALID_INPUT', 'This link was used already, or is too old; ask for a new one.', 'token');
  }

  consume({ hash }: OneTimeToken): Statement {
    return { sql: 'delete from one_time_token where hash = ?', params: [hash] };
  }

  /** Every link this person was ever mailed. */
  voidAll(userId: string): Statement {
    return { sql: 'delete from one_time_token where user_id = ?', params: [userId] };
  }
}

export function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
