import type { AirlineState, ChangeKind, FlightNetwork, JoinPolicy, MemberRole, PirepState, WeightUnit } from './operations/generated.ts';

/** The values of an API enum, in the order people read them. The type keeps list and schema.graphql in step. */
function values<T extends string>() {
  return <const L extends readonly T[]>(...list: L & ([T] extends [L[number]] ? unknown : never)): L => list;
}

export const memberRoles = values<MemberRole>()('PILOT', 'STAFF', 'ADMIN');
export const joinPolicies = values<JoinPolicy>()('INVITE', 'APPLY', 'OPEN');
export const airlineStates = values<AirlineState>()('ACTIVE', 'SUSPENDED', 'CLOSED');
export const pirepStates = values<PirepState>()('PENDING', 'AWAITING_PILOT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');
export const weightUnits = values<WeightUnit>()('KG', 'LB');
export const flightNetworks = values<FlightNetwork>()('OFFLINE', 'VATSIM', 'IVAO', 'POSCON', 'PILOTEDGE');
export const changeKinds = values<ChangeKind>()('PIREP', 'MEMBER', 'AIRLINE', 'RESYNC');
