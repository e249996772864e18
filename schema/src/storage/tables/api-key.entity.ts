import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** What a program acts with in a person's name. Times epoch ms. */
export const ApiKeyRow = defineEntity({
  name: 'ApiKeyRow',
  tableName: 'api_key',
  properties: {
    id: p.string().primary(),
    userId: p.string(),
    name: p.string(),
    /** SHA-256 of the secret: 256 random bits need no slow hash. */
    hash: p.string(),
    /** Permissions, separated by spaces. */
    scopes: p.string(),
    createdAt: p.bigint('number'),
    expiresAt: p.bigint('number').nullable(),
    /** To the minute. */
    lastUsedAt: p.bigint('number').nullable(),
    revokedAt: p.bigint('number').nullable(),
  },
});
export type ApiKeyRow = InferEntity<typeof ApiKeyRow>;
