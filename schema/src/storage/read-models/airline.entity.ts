import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { airlineStates, autoAccepts, distanceUnits, joinPolicies, ownReviews, weightUnits } from '../../enums.ts';
import type { AirlineSettings, Rank } from '../../events/airline.events.ts';
import type { FlightNetwork } from '../../operations/generated.ts';

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
    ownReview: p.enum(ownReviews),
    autoAccept: p.enum(autoAccepts),
    landingRateLimitFpm: p.integer().nullable(),
    /** JSON. */
    autoAcceptNetworks: p.text(),
    distanceUnit: p.enum(distanceUnits),
    weightUnit: p.enum(weightUnits),
    /** JSON, fewest hours first. */
    ranks: p.text(),
    createdAt: p.bigint('number'),
  },
});
export type AirlineRow = InferEntity<typeof AirlineRow>;

export const ranksOf = ({ ranks }: Pick<AirlineRow, 'ranks'>) => JSON.parse(ranks) as Rank[];

export function settingsOf(row: AirlineRow): AirlineSettings {
  const { autoAccept, landingRateLimitFpm = null, ownReview, distanceUnit, weightUnit } = row;
  const autoAcceptNetworks = JSON.parse(row.autoAcceptNetworks) as FlightNetwork[];
  return { autoAccept, landingRateLimitFpm, autoAcceptNetworks, ownReview, distanceUnit, weightUnit };
}
