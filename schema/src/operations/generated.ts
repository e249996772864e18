/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AirlineReasonInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  /** Kept in the history of the airline. */
  reason: string;
};

export type AirlineSettingsInput = {
  autoAccept?: AutoAccept | null | undefined;
  autoAcceptNetworks?: Array<FlightNetwork> | null | undefined;
  distanceUnit?: DistanceUnit | null | undefined;
  /** Negative feet per minute, such as -600; null asks for nothing. */
  landingRateLimitFpm?: number | null | undefined;
  ownReview?: OwnReview | null | undefined;
  weightUnit?: WeightUnit | null | undefined;
};

export type AirlineState =
  | 'ACTIVE'
  | 'CLOSED'
  | 'SUSPENDED';

/** The whole flight anew: what is left out is no longer said. */
export type AmendPirepInput = {
  /** ICAO type designator. */
  aircraftType: string;
  alternate?: string | null | undefined;
  /** ICAO code. */
  arrival: string;
  blockFuel?: WeightInput | null | undefined;
  commandId?: string | null | undefined;
  cruiseLevel?: number | null | undefined;
  /** ICAO code. */
  departure: string;
  /** The great-circle distance when left out. */
  distanceNm?: number | null | undefined;
  /** Take-off to landing; the block time when left out. */
  flightMinutes?: number | null | undefined;
  /** One to four digits and perhaps a letter. */
  flightNumber: string;
  fuelUsed?: WeightInput | null | undefined;
  landingRateFpm?: number | null | undefined;
  network?: FlightNetwork | null | undefined;
  offBlockAt: string;
  onBlockAt: string;
  pirepId: string;
  registration?: string | null | undefined;
  remarks?: string | null | undefined;
  route?: string | null | undefined;
  training?: boolean | null | undefined;
};

export type ApplicationState =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'OPEN'
  | 'WITHDRAWN';

export type AutoAccept =
  | 'ALL'
  | 'OFF'
  | 'RULES';

export type ChangeKind =
  | 'AIRLINE'
  | 'APPLICATION'
  | 'INVITATION'
  | 'MEMBER'
  | 'PIREP'
  | 'RESYNC'
  | 'USER';

export type ChangeMemberRoleInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  role: MemberRole;
  userId: string;
};

export type ChangePasswordInput = {
  commandId?: string | null | undefined;
  currentPassword: string;
  newPassword: string;
};

export type CloseAirlineInput = {
  airlineId: string;
  /** The code of the airline, typed to confirm. */
  code: string;
  commandId?: string | null | undefined;
  /** Kept in the history of the airline. */
  reason: string;
};

export type CompleteSetupInput = {
  commandId?: string | null | undefined;
  displayName: string;
  email: string;
  password: string;
  /** From the setup link in the server log. */
  token: string;
};

export type CreateAirlineInput = {
  /** Three capital letters. */
  code: string;
  commandId?: string | null | undefined;
  iata?: string | null | undefined;
  joinPolicy?: JoinPolicy | null | undefined;
  name: string;
};

export type CreateApiKeyInput = {
  expiresAt?: string | null | undefined;
  /** To tell it from the others. */
  name: string;
  /** Needed ten minutes after the last time it was given. */
  password?: string | null | undefined;
  /** Permissions of yours that it gets. */
  scopes: Array<string>;
};

export type DecideApplicationInput = {
  accept: boolean;
  applicationId: string;
  commandId?: string | null | undefined;
  /** Needed to decline; mailed to the applicant. */
  reason?: string | null | undefined;
};

export type DistanceUnit =
  | 'KM'
  | 'NM';

export type EmailInput = {
  email: string;
};

export type FilePirepInput = {
  /** ICAO type designator. */
  aircraftType: string;
  airlineId: string;
  alternate?: string | null | undefined;
  /** ICAO code. */
  arrival: string;
  blockFuel?: WeightInput | null | undefined;
  commandId?: string | null | undefined;
  cruiseLevel?: number | null | undefined;
  /** ICAO code. */
  departure: string;
  /** The great-circle distance when left out. */
  distanceNm?: number | null | undefined;
  /** Take-off to landing; the block time when left out. */
  flightMinutes?: number | null | undefined;
  /** One to four digits and perhaps a letter. */
  flightNumber: string;
  fuelUsed?: WeightInput | null | undefined;
  landingRateFpm?: number | null | undefined;
  network?: FlightNetwork | null | undefined;
  offBlockAt: string;
  onBlockAt: string;
  registration?: string | null | undefined;
  remarks?: string | null | undefined;
  route?: string | null | undefined;
  training?: boolean | null | undefined;
};

export type FlightNetwork =
  | 'IVAO'
  | 'OFFLINE'
  | 'PILOTEDGE'
  | 'POSCON'
  | 'VATSIM';

export type HistoryKind =
  | 'AIRLINE_CLOSED'
  | 'AIRLINE_CREATED'
  | 'AIRLINE_REINSTATED'
  | 'AIRLINE_SETTINGS_CHANGED'
  | 'AIRLINE_SUSPENDED'
  | 'AIRLINE_UPDATED'
  | 'APPLICATION_DECIDED'
  | 'APPLICATION_WITHDRAWN'
  | 'INVITATION_ACCEPTED'
  | 'INVITATION_REVOKED'
  | 'MEMBER_APPLIED'
  | 'MEMBER_INVITED'
  | 'MEMBER_JOINED'
  | 'MEMBER_LEFT'
  | 'MEMBER_REMOVED'
  | 'MEMBER_RENAMED'
  | 'MEMBER_ROLE_CHANGED'
  | 'PILOT_ASKED'
  | 'PIREP_ACCEPTED'
  | 'PIREP_AMENDED'
  | 'PIREP_COMMENTED'
  | 'PIREP_FILED'
  | 'PIREP_REJECTED'
  | 'PIREP_REOPENED'
  | 'PIREP_WITHDRAWN'
  | 'RANKS_SET'
  | 'STAFF_ANSWERED';

export type InviteMemberInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  /** A link that works for 7 days is mailed there; an older one of the same address ends. */
  email: string;
  role: MemberRole;
};

export type JoinAirlineInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  /** To who decides, where the airline takes applications. */
  message?: string | null | undefined;
};

export type JoinPolicy =
  | 'APPLY'
  | 'INVITE'
  | 'OPEN';

export type Leaderboard =
  | 'DISTANCE'
  | 'FLIGHTS'
  | 'HOURS';

export type LeaveAirlineInput = {
  airlineId: string;
  commandId?: string | null | undefined;
};

export type MemberReasonInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  reason: string;
  userId: string;
};

export type MemberRole =
  | 'ADMIN'
  | 'PILOT'
  | 'STAFF';

export type MemberSort =
  | 'FLIGHTS'
  | 'HOURS'
  | 'JOINED'
  | 'NAME'
  | 'PILOT_NUMBER';

export type OwnReview =
  | 'ADMIN'
  | 'ANY'
  | 'NOBODY';

export type PirepFilter = {
  /** ICAO type designator. */
  aircraftType?: string | null | undefined;
  /** ICAO code of either end. */
  airport?: string | null | undefined;
  /** ICAO code. */
  arrival?: string | null | undefined;
  /** ICAO code. */
  departure?: string | null | undefined;
  /** Off-block at or after. */
  from?: string | null | undefined;
  network?: FlightNetwork | null | undefined;
  /** Member id. */
  pilotId?: string | null | undefined;
  states?: Array<PirepState> | null | undefined;
  /** Whole words, all of which fit: flight number or callsign, airport (ICAO, IATA, city), aircraft type, registration. */
  text?: string | null | undefined;
  /** Off-block before. */
  to?: string | null | undefined;
};

export type PirepInput = {
  commandId?: string | null | undefined;
  pirepId: string;
};

export type PirepReasonInput = {
  commandId?: string | null | undefined;
  pirepId: string;
  reason: string;
};

export type PirepSort =
  | 'BLOCK_TIME_ASC'
  | 'BLOCK_TIME_DESC'
  | 'DISTANCE_ASC'
  | 'DISTANCE_DESC'
  | 'FILED_ASC'
  | 'FILED_DESC'
  | 'OFF_BLOCK_ASC'
  | 'OFF_BLOCK_DESC';

export type PirepState =
  | 'ACCEPTED'
  | 'AWAITING_PILOT'
  | 'PENDING'
  | 'REJECTED'
  | 'WITHDRAWN';

export type PirepTextInput = {
  commandId?: string | null | undefined;
  pirepId: string;
  text: string;
};

export type RankInput = {
  minimumHours: number;
  name: string;
};

export type ReauthInput = {
  commandId?: string | null | undefined;
  /** Needed ten minutes after the last time it was given. */
  password?: string | null | undefined;
};

export type RegisterInput = {
  commandId?: string | null | undefined;
  /** The name other pilots see. */
  displayName: string;
  email: string;
  password: string;
};

export type RequestEmailChangeInput = {
  /** The new address: a link is mailed there. */
  email: string;
  /** Needed ten minutes after the last time it was given. */
  password?: string | null | undefined;
};

export type ResetPasswordInput = {
  commandId?: string | null | undefined;
  password: string;
  /** From the link in the mail. */
  token: string;
};

export type RevokeApiKeyInput = {
  apiKeyId: string;
};

export type RevokeInvitationInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  invitationId: string;
};

export type RevokeSessionInput = {
  sessionId: string;
};

export type SetRanksInput = {
  airlineId: string;
  commandId?: string | null | undefined;
  /** All of them, in any order. */
  ranks: Array<RankInput>;
};

export type SignInInput = {
  email: string;
  password: string;
};

export type SignOutEverywhereInput = {
  keepCurrent?: boolean | null | undefined;
};

export type TokenInput = {
  commandId?: string | null | undefined;
  /** From the link in the mail. */
  token: string;
};

export type TroubleCode =
  | 'AIRLINE_STOPPED'
  | 'CLOCKS_DIFFER'
  | 'DATABASE_AWAY'
  | 'DISK_LOW'
  | 'MAIL_FAILING'
  | 'MAIL_WAITING'
  | 'NATS_AWAY'
  | 'NO_PROJECTOR'
  | 'PROJECTION_LAGS'
  | 'SCHEMA_NEWER'
  | 'SECRET_READABLE'
  | 'SHARES_FREE';

export type TroubleLevel =
  | 'BAD'
  | 'WARN';

/** What is left out stays as it is. */
export type UpdateAirlineInput = {
  airlineId: string;
  /** As #d81939; null for none. */
  brandColour?: string | null | undefined;
  commandId?: string | null | undefined;
  /** Null for none. */
  iata?: string | null | undefined;
  joinPolicy?: JoinPolicy | null | undefined;
  name?: string | null | undefined;
  settings?: AirlineSettingsInput | null | undefined;
};

export type UpdateProfileInput = {
  commandId?: string | null | undefined;
  displayName: string;
};

export type WeightInput = {
  unit: WeightUnit;
  value: number;
};

export type WeightUnit =
  | 'KG'
  | 'LB';

export type WithdrawApplicationInput = {
  airlineId: string;
  commandId?: string | null | undefined;
};

export type RegisterMutationVariables = Exact<{
  input: RegisterInput;
}>;


export type RegisterMutation = { register: { ok: boolean } };

export type VerifyEmailMutationVariables = Exact<{
  input: TokenInput;
}>;


export type VerifyEmailMutation = { verifyEmail: { ok: boolean } };

export type ResendVerificationMutationVariables = Exact<{
  input: EmailInput;
}>;


export type ResendVerificationMutation = { resendVerification: { ok: boolean } };

export type RequestPasswordResetMutationVariables = Exact<{
  input: EmailInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset: { ok: boolean } };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword: { ok: boolean } };

export type UpdateProfileMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type UpdateProfileMutation = { updateProfile: { cursor: string, user: { id: string, displayName: string, platformAdmin: boolean } } };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange: { ok: boolean } };

export type ConfirmEmailChangeMutationVariables = Exact<{
  input: TokenInput;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange: { ok: boolean } };

export type OwnSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnSessionsQuery = { viewer: { user: { id: string }, sessions: Array<{ id: string, current: boolean, userAgent: string, createdAt: string, lastUsedAt: string, expiresAt: string }> } | null };

export type RevokeSessionMutationVariables = Exact<{
  input: RevokeSessionInput;
}>;


export type RevokeSessionMutation = { revokeSession: { ok: boolean } };

export type SignOutEverywhereMutationVariables = Exact<{
  input: SignOutEverywhereInput;
}>;


export type SignOutEverywhereMutation = { signOutEverywhere: { ok: boolean } };

export type OwnApiKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnApiKeysQuery = { viewer: { user: { id: string }, apiKeys: Array<{ id: string, name: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null }> } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { secret: string, apiKey: { id: string, name: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null } } };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { ok: boolean } };

export type ExportMyDataMutationVariables = Exact<{
  input: ReauthInput;
}>;


export type ExportMyDataMutation = { exportMyData: { filename: string, json: string } };

export type RequestAccountDeletionMutationVariables = Exact<{
  input: ReauthInput;
}>;


export type RequestAccountDeletionMutation = { requestAccountDeletion: { deletionDueAt: string | null } };

export type CancelAccountDeletionMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelAccountDeletionMutation = { cancelAccountDeletion: { ok: boolean } };

export type MailOutboxQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MailOutboxQuery = { mailOutbox: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, to: string, subject: string, text: string | null, createdAt: string, sentAt: string | null, attempts: number, error: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OwnSessionFieldsFragment = { id: string, current: boolean, userAgent: string, createdAt: string, lastUsedAt: string, expiresAt: string };

export type ApiKeyFieldsFragment = { id: string, name: string, scopes: Array<string>, createdAt: string, expiresAt: string | null, lastUsedAt: string | null };

export type MailFieldsFragment = { id: string, to: string, subject: string, text: string | null, createdAt: string, sentAt: string | null, attempts: number, error: string | null };

export type AirlinesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type AirlinesQuery = { airlines: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateAirlineMutationVariables = Exact<{
  input: CreateAirlineInput;
}>;


export type CreateAirlineMutation = { createAirline: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, me: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } | null } } };

export type AirlineFrameQueryVariables = Exact<{
  code: string;
}>;


export type AirlineFrameQuery = { airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } | null };

export type AirlineChangesSubscriptionVariables = Exact<{
  airlineId: string;
  after?: string | null | undefined;
}>;


export type AirlineChangesSubscription = { airlineChanges: { cursor: string, previous: string | null, kind: ChangeKind, id: string | null, at: string, actor: { id: string, displayName: string, platformAdmin: boolean } | null, node:
      | { __typename: 'Airline', id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, airlineState: AirlineState }
      | { __typename: 'Application' }
      | { __typename: 'Member', id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, rank: { name: string, minimumHours: number } | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null }
      | { __typename: 'Pirep', fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } }
      | { __typename: 'User' }
     | null } };

export type AccountChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AccountChangesSubscription = { accountChanges: { cursor: string, previous: string | null, kind: ChangeKind, id: string | null, at: string, node:
      | { __typename: 'Airline' }
      | { __typename: 'Application', id: string, airline: { id: string } }
      | { __typename: 'Member', id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null }
      | { __typename: 'Pirep' }
      | { __typename: 'User', id: string, displayName: string, platformAdmin: boolean }
     | null } };

export type HistoryEntryFieldsFragment = { id: string, at: string, kind: HistoryKind, text: string | null, actor: { id: string, displayName: string } | null, changes: Array<{ field: string, from: string | null, to: string | null }> };

export type PirepTimelineQueryVariables = Exact<{
  code: string;
  id: string;
}>;


export type PirepTimelineQuery = { airline: { id: string, cursor: string, pirep: { id: string, history: Array<{ id: string, at: string, kind: HistoryKind, text: string | null, actor: { id: string, displayName: string } | null, changes: Array<{ field: string, from: string | null, to: string | null }> }> } | null } | null };

export type CommentOnPirepMutationVariables = Exact<{
  input: PirepTextInput;
}>;


export type CommentOnPirepMutation = { commentOnPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AskPilotMutationVariables = Exact<{
  input: PirepTextInput;
}>;


export type AskPilotMutation = { askPilot: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AnswerStaffMutationVariables = Exact<{
  input: PirepTextInput;
}>;


export type AnswerStaffMutation = { answerStaff: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type WithdrawPirepMutationVariables = Exact<{
  input: PirepInput;
}>;


export type WithdrawPirepMutation = { withdrawPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type ReopenPirepMutationVariables = Exact<{
  input: PirepReasonInput;
}>;


export type ReopenPirepMutation = { reopenPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AmendPirepMutationVariables = Exact<{
  input: AmendPirepInput;
}>;


export type AmendPirepMutation = { amendPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AirlineHomeQueryVariables = Exact<{
  code: string;
  latest?: PirepFilter | null | undefined;
  asked?: PirepFilter | null | undefined;
  member: boolean;
  staff: boolean;
  admin: boolean;
}>;


export type AirlineHomeQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, me: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } | null, ranks: Array<{ name: string, minimumHours: number }>, latest: { edges: Array<{ cursor: string, node: { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } }> }, asked?: { edges: Array<{ cursor: string, node: { id: string, flightNumber: string } }> }, waiting?: { totalCount: number }, members?: { totalCount: number }, applications?: { totalCount: number }, invitations?: { totalCount: number }, history?: { edges: Array<{ cursor: string, node: { id: string, at: string, kind: HistoryKind, text: string | null, actor: { id: string, displayName: string } | null, pirep: { id: string, flightNumber: string } | null, member: { id: string, pilotNumber: number, user: { id: string, displayName: string } } | null } }> }, flights?: { edges: Array<{ cursor: string, node: { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } }> } } | null };

export type AirlineStatsQueryVariables = Exact<{
  code: string;
  by?: Leaderboard | null | undefined;
}>;


export type AirlineStatsQuery = { airline: { id: string, cursor: string, stats: { flights: number, minutes: number, distanceNm: number, activePilots: number, daily: Array<{ date: string, filed: number, flights: number, minutes: number, distanceNm: number }>, leaderboard: Array<{ place: number, minutes: number, flights: number, distanceNm: number, member: { id: string, pilotNumber: number, callsign: string, user: { id: string, displayName: string } } }> } } | null };

export type ActivityFieldsFragment = { id: string, at: string, kind: HistoryKind, text: string | null, actor: { id: string, displayName: string } | null, pirep: { id: string, flightNumber: string } | null, member: { id: string, pilotNumber: number, user: { id: string, displayName: string } } | null };

export type AirportFieldsFragment = { icao: string, iata: string | null, name: string, city: string | null, country: string, latitude: number, longitude: number, timezone: string };

export type UserFieldsFragment = { id: string, displayName: string, platformAdmin: boolean };

export type AirlineFieldsFragment = { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState };

export type MemberFieldsFragment = { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null };

export type PirepFieldsFragment = { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } };

export type PirepDetailFieldsFragment = { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } };

export type ViewerFieldsFragment = { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> };

export type SessionFieldsFragment = { accessToken: string, expiresAt: string, viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } };

export type ApplicationFieldsFragment = { id: string, state: ApplicationState, message: string | null, reason: string | null, appliedAt: string, decidedAt: string | null, user: { id: string, displayName: string }, airline: { id: string, code: string } };

export type InvitationFieldsFragment = { id: string, email: string, role: MemberRole, createdAt: string, expiresAt: string, invitedBy: { id: string, displayName: string } | null };

export type AirlineProfileQueryVariables = Exact<{
  code: string;
}>;


export type AirlineProfileQuery = { airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, myApplication: { id: string, state: ApplicationState, message: string | null, reason: string | null, appliedAt: string, decidedAt: string | null, user: { id: string, displayName: string }, airline: { id: string, code: string } } | null } | null };

export type JoiningQueryVariables = Exact<{
  code: string;
}>;


export type JoiningQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, applications: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, state: ApplicationState, message: string | null, reason: string | null, appliedAt: string, decidedAt: string | null, user: { id: string, displayName: string }, airline: { id: string, code: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, invitations: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, email: string, role: MemberRole, createdAt: string, expiresAt: string, invitedBy: { id: string, displayName: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type JoinAirlineMutationVariables = Exact<{
  input: JoinAirlineInput;
}>;


export type JoinAirlineMutation = { joinAirline: { cursor: string, member: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } | null, application: { id: string, state: ApplicationState, message: string | null, reason: string | null, appliedAt: string, decidedAt: string | null, user: { id: string, displayName: string }, airline: { id: string, code: string } } | null } };

export type WithdrawApplicationMutationVariables = Exact<{
  input: WithdrawApplicationInput;
}>;


export type WithdrawApplicationMutation = { withdrawApplication: { ok: boolean, cursor: string | null } };

export type AcceptInvitationMutationVariables = Exact<{
  input: TokenInput;
}>;


export type AcceptInvitationMutation = { acceptInvitation: { cursor: string, member: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember: { ok: boolean, cursor: string | null } };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { ok: boolean, cursor: string | null } };

export type DecideApplicationMutationVariables = Exact<{
  input: DecideApplicationInput;
}>;


export type DecideApplicationMutation = { decideApplication: { ok: boolean, cursor: string | null } };

export type FindPirepsQueryVariables = Exact<{
  code: string;
  text: string;
}>;


export type FindPirepsQuery = { airline: { id: string, cursor: string, pireps: { edges: Array<{ cursor: string, node: { id: string, flightNumber: string, departure: { icao: string }, arrival: { icao: string } } }> } } | null };

export type RosterFieldsFragment = { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, rank: { name: string, minimumHours: number } | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null };

export type RosterQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  role?: MemberRole | null | undefined;
  sort?: MemberSort | null | undefined;
}>;


export type RosterQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, members: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, rank: { name: string, minimumHours: number } | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PilotQueryVariables = Exact<{
  code: string;
  pilotNumber: number;
}>;


export type PilotQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, member: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, rank: { name: string, minimumHours: number } | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } | null } | null };

export type PilotStatsQueryVariables = Exact<{
  code: string;
  pilotNumber: number;
  days: number;
}>;


export type PilotStatsQuery = { airline: { id: string, cursor: string, member: { id: string, stats: { days: number, flights: number, minutes: number, distanceNm: number, filed: number, accepted: number, rejected: number, acceptRate: number | null, daily: Array<{ date: string, flights: number, minutes: number, distanceNm: number }>, routes: Array<{ flights: number, minutes: number, distanceNm: number, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null } }> } } | null } | null };

export type PilotPirepsQueryVariables = Exact<{
  code: string;
  pilotId: string;
}>;


export type PilotPirepsQuery = { airline: { id: string, cursor: string, pireps: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PilotHistoryQueryVariables = Exact<{
  code: string;
  pilotNumber: number;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PilotHistoryQuery = { airline: { id: string, cursor: string, member: { id: string, history: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, at: string, kind: HistoryKind, text: string | null, actor: { id: string, displayName: string } | null, pirep: { id: string, flightNumber: string } | null, member: { id: string, pilotNumber: number, user: { id: string, displayName: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type ChangeMemberRoleMutationVariables = Exact<{
  input: ChangeMemberRoleInput;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { cursor: string, member: { id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, rank: { name: string, minimumHours: number } | null, user: { id: string, displayName: string, platformAdmin: boolean }, airline: { id: string, code: string, name: string }, lastAirport: { icao: string, name: string, city: string | null } | null } } };

export type RemoveMemberMutationVariables = Exact<{
  input: MemberReasonInput;
}>;


export type RemoveMemberMutation = { removeMember: { ok: boolean, cursor: string | null } };

export type PirepsQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PirepFilter | null | undefined;
  sort?: PirepSort | null | undefined;
}>;


export type PirepsQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, me: { id: string, role: MemberRole } | null, pireps: { totalCount: number, totalCountExact: boolean, edges: Array<{ cursor: string, node: { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type PirepQueryVariables = Exact<{
  code: string;
  id: string;
}>;


export type PirepQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, me: { id: string, role: MemberRole } | null, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } | null } | null };

export type FilePirepMutationVariables = Exact<{
  input: FilePirepInput;
}>;


export type FilePirepMutation = { filePirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AcceptPirepMutationVariables = Exact<{
  input: PirepInput;
}>;


export type AcceptPirepMutation = { acceptPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type RejectPirepMutationVariables = Exact<{
  input: PirepReasonInput;
}>;


export type RejectPirepMutation = { rejectPirep: { cursor: string, pirep: { fuelUsedKg: number | null, blockFuelKg: number | null, fuelUnit: WeightUnit | null, cruiseLevel: number | null, route: string | null, remarks: string | null, training: boolean, automatic: boolean, question: string | null, id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, alternate: { icao: string, name: string, city: string | null } | null, departure: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, arrival: { icao: string, name: string, city: string | null, latitude: number, longitude: number, timezone: string }, reviewer: { id: string, callsign: string, user: { id: string, displayName: string } } | null, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } } };

export type AirportsQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
}>;


export type AirportsQuery = { airports: Array<{ icao: string, iata: string | null, name: string, city: string | null, country: string, latitude: number, longitude: number, timezone: string }> };

export type AirportByIcaoQueryVariables = Exact<{
  icao: string;
}>;


export type AirportByIcaoQuery = { airport: { icao: string, iata: string | null, name: string, city: string | null, country: string, latitude: number, longitude: number, timezone: string } | null };

export type AircraftTypesQueryVariables = Exact<{
  search: string;
  first?: number | null | undefined;
}>;


export type AircraftTypesQuery = { aircraftTypes: Array<{ code: string, name: string }> };

export type PirepFileQueryVariables = Exact<{
  code: string;
}>;


export type PirepFileQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } | null };

export type PlatformHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type PlatformHealthQuery = { platformHealth: { version: string, database: string, projectionLagMs: number, waitingEvents: number, pendingMail: number, failedMail: number, connections: number, sessions: number, stoppedAirlines: Array<{ code: string, reason: string, attempts: number, since: string }>, troubles: Array<{ code: TroubleCode, level: TroubleLevel, since: string, airline: string | null, sequence: number | null, count: number | null, total: number | null, seconds: number | null, detail: string | null, sentence: string, nextStep: string }> } };

export type LoadDemoMutationVariables = Exact<{ [key: string]: never; }>;


export type LoadDemoMutation = { loadDemo: { password: string, airlines: Array<{ id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState }>, accounts: Array<{ email: string, displayName: string, memberships: Array<{ airlineCode: string, role: MemberRole }> }> } };

export type SetupProgressQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupProgressQuery = { setup: { needed: boolean }, airlines: { totalCount: number } };

export type UsersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
}>;


export type UsersQuery = { users: { totalCount: number, edges: Array<{ cursor: string, node: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SuspendAirlineMutationVariables = Exact<{
  input: AirlineReasonInput;
}>;


export type SuspendAirlineMutation = { suspendAirline: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } } };

export type ReinstateAirlineMutationVariables = Exact<{
  input: AirlineReasonInput;
}>;


export type ReinstateAirlineMutation = { reinstateAirline: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } } };

export type ReviewQueueQueryVariables = Exact<{
  code: string;
  filter?: PirepFilter | null | undefined;
  sort?: PirepSort | null | undefined;
  first?: number | null | undefined;
}>;


export type ReviewQueueQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, settings: { ownReview: OwnReview } | null, me: { id: string, role: MemberRole } | null, pireps: { edges: Array<{ cursor: string, node: { id: string, state: PirepState, flightNumber: string, offBlockAt: string, onBlockAt: string, blockMinutes: number, flightMinutes: number, distanceNm: number, distanceOverridden: boolean, aircraftType: string, registration: string | null, landingRateFpm: number | null, network: FlightNetwork, filedAt: string, reviewedAt: string | null, reason: string | null, departure: { icao: string, name: string, city: string | null }, arrival: { icao: string, name: string, city: string | null }, airline: { id: string, code: string }, pilot: { id: string, callsign: string, user: { id: string, displayName: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReviewCountsQueryVariables = Exact<{
  code: string;
}>;


export type ReviewCountsQuery = { airline: { id: string, cursor: string, pending: { totalCount: number, totalCountExact: boolean, edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean } }, awaiting: { totalCount: number, totalCountExact: boolean, edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean } }, all: { totalCount: number, totalCountExact: boolean, edges: Array<{ cursor: string, node: { id: string } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type SetupQueryVariables = Exact<{ [key: string]: never; }>;


export type SetupQuery = { setup: { needed: boolean } };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } | null };

export type AirlinePermissionsQueryVariables = Exact<{
  airlineCode: string;
}>;


export type AirlinePermissionsQuery = { viewer: { permissions: Array<string>, user: { id: string } } | null };

export type CompleteSetupMutationVariables = Exact<{
  input: CompleteSetupInput;
}>;


export type CompleteSetupMutation = { completeSetup: { accessToken: string, expiresAt: string, viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn: { accessToken: string, expiresAt: string, viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } } };

export type RefreshSessionMutationVariables = Exact<{ [key: string]: never; }>;


export type RefreshSessionMutation = { refreshSession: { accessToken: string, expiresAt: string, viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: { ok: boolean } };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword: { accessToken: string, expiresAt: string, viewer: { cursor: string | null, permissions: Array<string>, deletionDueAt: string | null, user: { id: string, displayName: string, email: string | null, emailVerified: boolean | null, platformAdmin: boolean }, memberships: Array<{ id: string, role: MemberRole, pilotNumber: number, callsign: string, minutes: number, flights: number, distanceNm: number, joinedAt: string, leftAt: string | null, airline: { id: string, state: AirlineState, code: string, name: string, settings: { distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null }, user: { id: string, displayName: string, platformAdmin: boolean }, lastAirport: { icao: string, name: string, city: string | null } | null }> } } };

export type AirlineSettingsFieldsFragment = { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, settings: { autoAccept: AutoAccept, autoAcceptNetworks: Array<FlightNetwork>, landingRateLimitFpm: number | null, ownReview: OwnReview, distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null };

export type AirlineSettingsQueryVariables = Exact<{
  code: string;
}>;


export type AirlineSettingsQuery = { airline: { cursor: string, id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, settings: { autoAccept: AutoAccept, autoAcceptNetworks: Array<FlightNetwork>, landingRateLimitFpm: number | null, ownReview: OwnReview, distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null } | null };

export type AirlineStandstillQueryVariables = Exact<{
  code: string;
}>;


export type AirlineStandstillQuery = { airline: { id: string, cursor: string, history: { edges: Array<{ cursor: string, node: { id: string, at: string, kind: HistoryKind, text: string | null } }> } } | null };

export type UpdateAirlineMutationVariables = Exact<{
  input: UpdateAirlineInput;
}>;


export type UpdateAirlineMutation = { updateAirline: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, settings: { autoAccept: AutoAccept, autoAcceptNetworks: Array<FlightNetwork>, landingRateLimitFpm: number | null, ownReview: OwnReview, distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null } } };

export type SetRanksMutationVariables = Exact<{
  input: SetRanksInput;
}>;


export type SetRanksMutation = { setRanks: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState, ranks: Array<{ name: string, minimumHours: number }>, settings: { autoAccept: AutoAccept, autoAcceptNetworks: Array<FlightNetwork>, landingRateLimitFpm: number | null, ownReview: OwnReview, distanceUnit: DistanceUnit, weightUnit: WeightUnit } | null } } };

export type CloseAirlineMutationVariables = Exact<{
  input: CloseAirlineInput;
}>;


export type CloseAirlineMutation = { closeAirline: { cursor: string, airline: { id: string, code: string, name: string, iata: string | null, brandColour: string | null, joinPolicy: JoinPolicy, state: AirlineState } } };

export type LeaveAirlineMutationVariables = Exact<{
  input: LeaveAirlineInput;
}>;


export type LeaveAirlineMutation = { leaveAirline: { ok: boolean, cursor: string | null } };

export const AirportFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirportFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}}]} as unknown as DocumentNode<AirportFieldsFragment, unknown>;
export const PirepFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<PirepFieldsFragment, unknown>;
export const PirepDetailFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<PirepDetailFieldsFragment, unknown>;
export const UserFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}}]} as unknown as DocumentNode<UserFieldsFragment, unknown>;
export const MemberFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}}]} as unknown as DocumentNode<MemberFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<ViewerFieldsFragment, unknown>;
export const SessionFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SessionFieldsFragment, unknown>;
export const AirlineFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<AirlineFieldsFragment, unknown>;
export const AirlinesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Airlines"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airlines"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<AirlinesQuery, AirlinesQueryVariables>;
export const CreateAirlineDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAirline"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAirlineInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAirline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<CreateAirlineMutation, CreateAirlineMutationVariables>;
export const AirlineFrameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AirlineFrame"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<AirlineFrameQuery, AirlineFrameQueryVariables>;
export const AirlineChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AirlineChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"airlineId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airlineChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"airlineId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"airlineId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepDetailFields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"rank"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"minimumHours"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","alias":{"kind":"Name","value":"airlineState"},"name":{"kind":"Name","value":"state"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<AirlineChangesSubscription, AirlineChangesSubscriptionVariables>;
export const AccountChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AccountChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Cursor"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accountChanges"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"previous"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Application"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}}]} as unknown as DocumentNode<AccountChangesSubscription, AccountChangesSubscriptionVariables>;
export const PirepsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Pireps"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PirepFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PirepSort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pireps"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"totalCountExact"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<PirepsQuery, PirepsQueryVariables>;
export const PirepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Pirep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pirep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepDetailFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<PirepQuery, PirepQueryVariables>;
export const FilePirepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FilePirep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FilePirepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filePirep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pirep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepDetailFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<FilePirepMutation, FilePirepMutationVariables>;
export const AcceptPirepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcceptPirep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PirepInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"acceptPirep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pirep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepDetailFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<AcceptPirepMutation, AcceptPirepMutationVariables>;
export const RejectPirepDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectPirep"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PirepReasonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectPirep"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"pirep"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepDetailFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"flightNumber"}},{"kind":"Field","name":{"kind":"Name","value":"offBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"onBlockAt"}},{"kind":"Field","name":{"kind":"Name","value":"blockMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"flightMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"distanceOverridden"}},{"kind":"Field","name":{"kind":"Name","value":"aircraftType"}},{"kind":"Field","name":{"kind":"Name","value":"registration"}},{"kind":"Field","name":{"kind":"Name","value":"landingRateFpm"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reviewedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pilot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PirepDetailFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Pirep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PirepFields"}},{"kind":"Field","name":{"kind":"Name","value":"alternate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fuelUsedKg"}},{"kind":"Field","name":{"kind":"Name","value":"blockFuelKg"}},{"kind":"Field","name":{"kind":"Name","value":"fuelUnit"}},{"kind":"Field","name":{"kind":"Name","value":"cruiseLevel"}},{"kind":"Field","name":{"kind":"Name","value":"route"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"}},{"kind":"Field","name":{"kind":"Name","value":"training"}},{"kind":"Field","name":{"kind":"Name","value":"automatic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"departure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"arrival"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reviewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]} as unknown as DocumentNode<RejectPirepMutation, RejectPirepMutationVariables>;
export const AirportsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Airports"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirportFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirportFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}}]} as unknown as DocumentNode<AirportsQuery, AirportsQueryVariables>;
export const AirportByIcaoDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AirportByIcao"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"icao"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"icao"},"value":{"kind":"Variable","name":{"kind":"Name","value":"icao"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirportFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirportFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airport"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}},{"kind":"Field","name":{"kind":"Name","value":"country"}},{"kind":"Field","name":{"kind":"Name","value":"latitude"}},{"kind":"Field","name":{"kind":"Name","value":"longitude"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}}]}}]} as unknown as DocumentNode<AirportByIcaoQuery, AirportByIcaoQueryVariables>;
export const AircraftTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AircraftTypes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"search"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"aircraftTypes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"search"},"value":{"kind":"Variable","name":{"kind":"Name","value":"search"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]} as unknown as DocumentNode<AircraftTypesQuery, AircraftTypesQueryVariables>;
export const PirepFileDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PirepFile"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"airline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"AirlineFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AirlineFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Airline"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"iata"}},{"kind":"Field","name":{"kind":"Name","value":"brandColour"}},{"kind":"Field","name":{"kind":"Name","value":"joinPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]} as unknown as DocumentNode<PirepFileQuery, PirepFileQueryVariables>;
export const SetupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"needed"}}]}}]}}]} as unknown as DocumentNode<SetupQuery, SetupQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const AirlinePermissionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AirlinePermissions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"airlineCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"permissions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"airlineCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"airlineCode"}}}]}]}}]}}]} as unknown as DocumentNode<AirlinePermissionsQuery, AirlinePermissionsQueryVariables>;
export const CompleteSetupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteSetup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteSetupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeSetup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}}]} as unknown as DocumentNode<CompleteSetupMutation, CompleteSetupMutationVariables>;
export const SignInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const SignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ok"}}]}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MemberFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"pilotNumber"}},{"kind":"Field","name":{"kind":"Name","value":"callsign"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"flights"}},{"kind":"Field","name":{"kind":"Name","value":"distanceNm"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}},{"kind":"Field","name":{"kind":"Name","value":"leftAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastAirport"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"icao"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"city"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ViewerFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Viewer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"platformAdmin"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"deletionDueAt"}},{"kind":"Field","name":{"kind":"Name","value":"memberships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MemberFields"}},{"kind":"Field","name":{"kind":"Name","value":"airline"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"distanceUnit"}},{"kind":"Field","name":{"kind":"Name","value":"weightUnit"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ViewerFields"}}]}}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;