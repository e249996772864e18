import { defineEntity, type InferEntity, p } from '@mikro-orm/core';

/** A person as others see them. Personal fields are emptied when the person is erased. */
export const UserRow = defineEntity({
  name: 'UserRow',
  tableName: 'rm_user',
  properties: {
    id: p.string().primary(),
    displayName: p.string().nullable(),
    email: p.string().nullable(),
    emailVerified: p.boolean(),
    platformAdmin: p.boolean(),
    /** Epoch ms; while the grace of a deletion runs. */
    deletionDueAt: p.bigint('number').nullable(),
    registeredAt: p.bigint('number'),
  },
});
export type UserRow = InferEntity<typeof UserRow>;
