import { airlineStates, changeKinds, flightNetworks, joinPolicies, memberRoles, pirepStates, weightUnits } from '@jetbridge/schema';
import { registerEnumType } from 'type-graphql';

function apiEnum<T extends string>(name: string, values: readonly T[]): Record<T, T> {
  const record = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(record, { name });
  return record;
}

export const MemberRole = apiEnum('MemberRole', memberRoles);
export const JoinPolicy = apiEnum('JoinPolicy', joinPolicies);
export const AirlineState = apiEnum('AirlineState', airlineStates);
export const PirepState = apiEnum('PirepState', pirepStates);
export const WeightUnit = apiEnum('WeightUnit', weightUnits);
export const FlightNetwork = apiEnum('FlightNetwork', flightNetworks);
export const ChangeKind = apiEnum('ChangeKind', changeKinds);
