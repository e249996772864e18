import { v7 as uuid } from 'uuid';
import type { Statement } from './event-log.ts';
import { type Keyring, open, seal } from './keyring.ts';

/** A letter as it is sent. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Posting {
  letter: Letter;
  /** Whose mail it is: it goes when the person is erased. */
  userId: string | null;
  /** A second posting with the same key is none. */
  key: string;
  /** Epoch ms. */
  now: number;
  /** Epoch ms, after which its link is dead and it is not sent any more. */
  expiresAt?: number | null;
}

/** Letters between the one who writes and the one who sends them: sealed, for they carry addresses and links that open accounts. */
export class MailOutbox {
  constructor(private readonly keyring: Keyring) {}

  /** To be committed with what the letter is about. */
  post({ letter, userId, key, now, expiresAt = null }: Posting): Statement {
    const id = uuid();
    return {
      sql: `insert into mail_outbox (id, dedupe_key, user_id, sealed, created_at, due_at, expires_at, attempts)
            values (?, ?, ?, ?, ?, ?, ?, 0) on conflict (dedupe_key) do nothing`,
      params: [id, key, userId, this.seal(id, letter), now, now, expiresAt],
    };
  }

  /** Without text and html once it is sent. Undefined when the secret it was sealed with is gone. */
  open(id: string, sealed: string): (Pick<Letter, 'to' | 'subject'> & Partial<Letter>) | undefined {
    for (const keyId of this.keyring.ids('mail')) {
      const plain = open(this.keyring.key('mail', keyId)!, sealed, id);
      if (plain) return JSON.parse(plain.toString()) as Letter;
    }
    return undefined;
  }

  seal(id: string, letter: Partial<Letter>): string {
    return seal(this.keyring.current('mail'), JSON.stringify(letter), id);
  }
}
