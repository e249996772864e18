import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { airlineStates, joinPolicies } from '../../enums.ts';

export const AirlineRow = defineEntity({
  name: 'AirlineRow',
  tableName: 'rm_airline',
  properties: {
    id: p.string().primary(),
    code: p.string(),
    name: p.string(),
    iata: p.string().nullable(),
    brandColour: p.string().nullable(),
    joinPolicy: p.enum(joinPolicies),
    state: p.enum(airlineStates),
    ownReview: p.enum(['NOBODY', 'ADMIN', 'ANY'] as const),
    createdAt: p.bigint('number'),
  },
});
export type AirlineRow = InferEntity<typeof AirlineRow>;
