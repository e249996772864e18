import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** One signed-in device: the family of its refresh tokens. Times epoch ms. */
export const SessionRow = defineEntity({
  name: 'SessionRow',
  tableName: 'session',
  properties: {
    id: p.string().primary(),
    userId: p.string(),
    userAgent: p.string(),
    createdAt: p.bigint('number'),
    lastUsedAt: p.bigint('number'),
    expiresAt: p.bigint('number'),
    revokedAt: p.bigint('number').nullable(),
    /** When the person last proved with the password who they are. */
    authenticatedAt: p.bigint('number'),
  },
});
export type SessionRow = InferEntity<typeof SessionRow>;

export const RefreshTokenRow = defineEntity({
  name: 'RefreshTokenRow',
  tableName: 'refresh_token',
  properties: {
    /** SHA-256 of the token. */
    hash: p.string().primary(),
    sessionId: p.string(),
    issuedAt: p.bigint('number'),
    spentAt: p.bigint('number').nullable(),
  },
});
export type RefreshTokenRow = InferEntity<typeof RefreshTokenRow>;

export const SetupTokenRow = defineEntity({
  name: 'SetupTokenRow',
  tableName: 'setup_token',
  properties: { hash: p.string().primary(), expiresAt: p.bigint('number') },
});
export type SetupTokenRow = InferEntity<typeof SetupTokenRow>;
