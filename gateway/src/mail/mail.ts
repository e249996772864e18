import type { MailOutbox, Statement } from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';
import type { Links } from '../links.ts';
import { compose, type Note } from './compose.ts';

export interface Addressee {
  /** Null for an address of nobody here. */
  userId: string | null;
  email: string;
}

export interface Delivery {
  /** Epoch ms. */
  now: number;
  /** A second mail with the same key is none. */
  key?: string;
  /** Epoch ms, when its link dies. */
  expiresAt?: number;
}

/** Writes mail. What it answers is committed with the event or the token the mail is about; the projector's side sends it. */
export class Mail {
  constructor(
    private readonly outbox: MailOutbox,
    readonly links: Links,
  ) {}

  post({ userId, email }: Addressee, note: (links: Links) => Note, { now, key = uuid(), expiresAt }: Delivery): Statement {
    const letter = compose(email, note(this.links), this.links.to('/'));
    return this.outbox.post({ letter, userId, key, now, expiresAt });
  }
}
