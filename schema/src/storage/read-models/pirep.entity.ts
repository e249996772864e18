import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { flightNetworks, pirepStates, weightUnits } from '../../enums.ts';

export const PirepRow = defineEntity({
  name: 'PirepRow',
  tableName: 'rm_pirep',
  properties: {
    id: p.string().primary(),
    airlineId: p.string(),
    memberId: p.string(),
    state: p.enum(pirepStates),
    flightNumber: p.string(),
    departure: p.string(),
    arrival: p.string(),
    alternate: p.string().nullable(),
    offBlockAt: p.bigint('number'),
    onBlockAt: p.bigint('number'),
    blockMinutes: p.integer(),
    flightMinutes: p.integer(),
    aircraftType: p.string(),
    registration: p.string().nullable(),
    distanceNm: p.float(),
    distanceOverridden: p.boolean(),
    blockFuelKg: p.float().nullable(),
    fuelUsedKg: p.float().nullable(),
    fuelUnit: p.enum(weightUnits).nullable(),
    landingRateFpm: p.integer().nullable(),
    cruiseLevel: p.integer().nullable(),
    network: p.enum(flightNetworks),
    route: p.text().nullable(),
    remarks: p.text().nullable(),
    training: p.boolean(),
    filedAt: p.bigint('number'),
    reviewedAt: p.bigint('number').nullable(),
    /** Member id; null when a platform admin who is no member reviewed. */
    reviewerId: p.string().nullable(),
    reason: p.text().nullable(),
    /** The airline's rules accepted it; nobody reviewed. */
    automatic: p.boolean(),
    /** What staff asked, while the pilot has not answered. */
    question: p.text().nullable(),
    comments: p.integer(),
  },
});
export type PirepRow = InferEntity<typeof PirepRow>;
