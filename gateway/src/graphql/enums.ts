import {
  airlineStates,
  applicationStates,
  autoAccepts,
  changeKinds,
  distanceUnits,
  flightNetworks,
  historyKinds,
  joinPolicies,
  leaderboards,
  memberRoles,
  memberSorts,
  ownReviews,
  pirepSorts,
  pirepStates,
  troubleCodes,
  troubleLevels,
  weightUnits,
} from '@jetbridge/schema';
import { registerEnumType } from 'type-graphql';

function apiEnum<T extends string>(name: string, values: readonly T[]): Record<T, T> {
  const record = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(record, { name });
  return record;
}

export const MemberRole = apiEnum('MemberRole', memberRoles);
export const MemberSort = apiEnum('MemberSort', memberSorts);
export const JoinPolicy = apiEnum('JoinPolicy', joinPolicies);
export const AirlineState = apiEnum('AirlineState', airlineStates);
export const PirepState = apiEnum('PirepState', pirepStates);
export const WeightUnit = apiEnum('WeightUnit', weightUnits);
export const FlightNetwork = apiEnum('FlightNetwork', flightNetworks);
export const ChangeKind = apiEnum('ChangeKind', changeKinds);
export const ApplicationState = apiEnum('ApplicationState', applicationStates);
export const AutoAccept = apiEnum('AutoAccept', autoAccepts);
export const OwnReview = apiEnum('OwnReview', ownReviews);
export const DistanceUnit = apiEnum('DistanceUnit', distanceUnits);
export const HistoryKind = apiEnum('HistoryKind', historyKinds);
export const PirepSort = apiEnum('PirepSort', pirepSorts);
export const Leaderboard = apiEnum('Leaderboard', leaderboards);
export const TroubleCode = apiEnum('TroubleCode', troubleCodes);
export const TroubleLevel = apiEnum('TroubleLevel', troubleLevels);
