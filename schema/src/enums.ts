import type {
  AirlineState,
  ApplicationState,
  AutoAccept,
  ChangeKind,
  DistanceUnit,
  FlightNetwork,
  HistoryKind,
  JoinPolicy,
  Leaderboard,
  MemberRole,
  MemberSort,
  OwnReview,
  PirepSort,
  PirepState,
  WeightUnit,
} from './operations/generated.ts';

/** The values of an API enum, in the order people read them. The type keeps list and schema.graphql in step. */
function values<T extends string>() {
  return <const L extends readonly T[]>(...list: L & ([T] extends [L[number]] ? unknown : never)): L => list;
}

export const memberRoles = /* @__PURE__ */ values<MemberRole>()('PILOT', 'STAFF', 'ADMIN');
export const joinPolicies = /* @__PURE__ */ values<JoinPolicy>()('INVITE', 'APPLY', 'OPEN');
export const airlineStates = /* @__PURE__ */ values<AirlineState>()('ACTIVE', 'SUSPENDED', 'CLOSED');
export const pirepStates = /* @__PURE__ */ values<PirepState>()('PENDING', 'AWAITING_PILOT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN');
export const weightUnits = /* @__PURE__ */ values<WeightUnit>()('KG', 'LB');
export const flightNetworks = /* @__PURE__ */ values<FlightNetwork>()('OFFLINE', 'VATSIM', 'IVAO', 'POSCON', 'PILOTEDGE');
export const changeKinds = /* @__PURE__ */ values<ChangeKind>()(
  'PIREP',
  'MEMBER',
  'AIRLINE',
  'APPLICATION',
  'INVITATION',
  'USER',
  'RESYNC',
);

/** Which PIREPs of an airline are accepted unread. */
export const autoAccepts = /* @__PURE__ */ values<AutoAccept>()('OFF', 'RULES', 'ALL');

/** Who may review their own PIREPs: an airline starts with one person, so its admins may until it says otherwise. */
export const ownReviews = /* @__PURE__ */ values<OwnReview>()('NOBODY', 'ADMIN', 'ANY');

export const distanceUnits = /* @__PURE__ */ values<DistanceUnit>()('NM', 'KM');

/** What a list of members is ordered by; totals and dates with the most, or latest, first. */
export const memberSorts = /* @__PURE__ */ values<MemberSort>()('PILOT_NUMBER', 'NAME', 'HOURS', 'FLIGHTS', 'JOINED');

export const applicationStates = /* @__PURE__ */ values<ApplicationState>()('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN');

/** What happened, in the timeline of a PIREP, a member or an airline: one for each event type of an airline. */
export const historyKinds = /* @__PURE__ */ values<HistoryKind>()(
  'AIRLINE_CREATED',
  'AIRLINE_UPDATED',
  'AIRLINE_SETTINGS_CHANGED',
  'RANKS_SET',
  'AIRLINE_SUSPENDED',
  'AIRLINE_REINSTATED',
  'AIRLINE_CLOSED',
  'MEMBER_JOINED',
  'MEMBER_ROLE_CHANGED',
  'MEMBER_REMOVED',
  'MEMBER_LEFT',
  'MEMBER_RENAMED',
  'MEMBER_INVITED',
  'INVITATION_REVOKED',
  'INVITATION_ACCEPTED',
  'MEMBER_APPLIED',
  'APPLICATION_DECIDED',
  'APPLICATION_WITHDRAWN',
  'PIREP_FILED',
  'PIREP_AMENDED',
  'PIREP_WITHDRAWN',
  'PIREP_ACCEPTED',
  'PIREP_REJECTED',
  'PIREP_REOPENED',
  'PILOT_ASKED',
  'STAFF_ANSWERED',
  'PIREP_COMMENTED',
);

/** Orders of a list of PIREPs, each walked along an index of its own. */
export const pirepSorts = /* @__PURE__ */ values<PirepSort>()(
  'FILED_DESC',
  'FILED_ASC',
  'OFF_BLOCK_DESC',
  'OFF_BLOCK_ASC',
  'BLOCK_TIME_DESC',
  'BLOCK_TIME_ASC',
  'DISTANCE_DESC',
  'DISTANCE_ASC',
);

export const leaderboards = /* @__PURE__ */ values<Leaderboard>()('HOURS', 'FLIGHTS', 'DISTANCE');
