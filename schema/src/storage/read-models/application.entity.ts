import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { applicationStates } from '../../enums.ts';

/** Somebody who asked to join an airline. What they wrote is kept only until there is an answer. */
export const ApplicationRow = defineEntity({
  name: 'ApplicationRow',
  tableName: 'rm_application',
  properties: {
    id: p.string().primary(),
    airlineId: p.string(),
    userId: p.string(),
    message: p.text().nullable(),
    state: p.enum(applicationStates),
    reason: p.text().nullable(),
    appliedAt: p.bigint('number'),
    decidedAt: p.bigint('number').nullable(),
  },
});
export type ApplicationRow = InferEntity<typeof ApplicationRow>;
