import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** How a person proves who they are. Never an event, never a projection. */
export const CredentialRow = defineEntity({
  name: 'CredentialRow',
  tableName: 'credential',
  properties: {
    userId: p.string().primary(),
    /** HMAC of the normalised address: finds it without telling it. */
    emailIndex: p.string(),
    /** PHC string, argon2id. */
    passwordHash: p.string(),
    changedAt: p.bigint('number'),
  },
});
export type CredentialRow = InferEntity<typeof CredentialRow>;
