import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a mailed link is good for, once. */
export type OneTimePurpose = 'VERIFY_EMAIL' | 'RESET_PASSWORD' | 'CHANGE_EMAIL' | 'INVITATION';

/** A link that was mailed and not used yet. Times epoch ms. */
export const OneTimeTokenRow = defineEntity({
  name: 'OneTimeTokenRow',
  tableName: 'one_time_token',
  properties: {
    /** SHA-256 of the token: 256 random bits need no slow hash. */
    hash: p.string().primary(),
    purpose: p.string().$type<OneTimePurpose>(),
    userId: p.string(),
    /** What the link carries, such as the new address, under the person's key. */
    sealed: p.string().nullable(),
    issuedAt: p.bigint('number'),
    expiresAt: p.bigint('number'),
  },
});
export type OneTimeTokenRow = InferEntity<typeof OneTimeTokenRow>;

/** Mail that waits to be sent, and what is left of it afterwards. Times epoch ms. */
export const MailRow = defineEntity({
  name: 'MailRow',
  tableName: 'mail_outbox',
  properties: {
    id: p.string().primary(),
    /** A second mail with the same key is none. */
    dedupeKey: p.string(),
    /** Whose mail it is: it goes when the person is erased. */
    userId: p.string().nullable(),
    /** The letter, sealed; without its text once it is sent. */
    sealed: p.string(),
    createdAt: p.bigint('number'),
    /** When to try next; ahead of now while somebody is sending it. */
    dueAt: p.bigint('number'),
    /** Afterwards it helps nobody: its link is dead. */
    expiresAt: p.bigint('number').nullable(),
    attempts: p.integer(),
    sentAt: p.bigint('number').nullable(),
    error: p.string().nullable(),
  },
});
export type MailRow = InferEntity<typeof MailRow>;
