import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { memberRoles } from '../../enums.ts';

/** A user in an airline, with the totals of their accepted PIREPs. */
export const MemberRow = defineEntity({
  name: 'MemberRow',
  tableName: 'rm_member',
  properties: {
    id: p.string().primary(),
    airlineId: p.string(),
    userId: p.string(),
    role: p.enum(memberRoles),
    pilotNumber: p.integer(),
    minutes: p.integer(),
    flights: p.integer(),
    distanceNm: p.float(),
    lastAirport: p.string().nullable(),
    /** On-block of the flight that set `lastAirport`; epoch ms. */
    lastOnBlockAt: p.bigint('number').nullable(),
    joinedAt: p.bigint('number'),
    /** Epoch ms; null while they are a member. The row stays: PIREPs are theirs, and who comes back goes on. */
    leftAt: p.bigint('number').nullable(),
  },
});
export type MemberRow = InferEntity<typeof MemberRow>;
