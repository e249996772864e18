import {
  checkFilePirep,
  checkReason,
  checkRemark,
  type FieldProblem,
  type FlightInput,
  greatCircleNm,
  kilograms,
  limits,
  type MemberRole,
  minutesBetween,
  type PirepState,
  type Place,
  Rejected,
} from '@jetbridge/schema';
import type { AirlineSettings, Credit, Decider, FlightReport, OwnReview, PirepEvent } from '@jetbridge/schema/events';
import { refuse } from '../refuse.ts';

interface Filed {
  pirepId: string;
  memberId: string;
  state: PirepState;
  report: FlightReport;
  /** What its acceptance has added to the pilot; null while it is not accepted. */
  credit: Credit | null;
  comments: number;
}

/** What its events have made of a PIREP. */
export interface PirepHistory {
  /** Null until filed. */
  filed: Filed | null;
}

/** Who reviews or comments: `memberId` and `role` are null for a platform admin who is no member. */
export interface Reviewer {
  memberId: string | null;
  role: MemberRole | null;
}

/** What the airline accepts unread. */
export type AutoAcceptRules = Pick<AirlineSettings, 'autoAccept' | 'landingRateLimitFpm' | 'autoAcceptNetworks'>;

interface Report {
  input: FlightInput;
  airports: ReadonlyMap<string, Place>;
  /** Epoch ms. */
  now: number;
}
type Review = { reviewer: Reviewer; ownReview: OwnReview };

export type PirepCommand =
  | ({ type: 'File'; pirepId: string; memberId: string; rules: AutoAcceptRules } & Report)
  | ({ type: 'Amend'; memberId: string } & Report)
  | { type: 'Withdraw'; memberId: string }
  | ({ type: 'Accept' } & Review)
  | ({ type: 'Reject'; reason: string } & Review)
  | ({ type: 'Reopen'; reason: string } & Review)
  | ({ type: 'Ask'; text: string } & Review)
  | { type: 'Answer'; memberId: string; text: string }
  | { type: 'Comment'; author: Reviewer; text: string };

export const pirepDecider: Decider<PirepHistory, PirepCommand, PirepEvent> = {
  initialState: () => ({ filed: null }),

  evolve: ({ filed }, event) => {
    const now = (state: PirepState): PirepHistory => ({ filed: filed && { ...filed, state, credit: null } });
    switch (event.type) {
      case 'PirepFiled': {
        const { pirepId, memberId, report } = event.data;
        return { filed: { pirepId, memberId, state: 'PENDING', report, credit: null, comments: 0 } };
      }
      case 'PirepAmended':
        return { filed: filed && { ...filed, state: 'PENDING', report: event.data.report } };
      case 'PirepWithdrawn':
        return now('WITHDRAWN');
      case 'PirepAccepted':
        return { filed: filed && { ...filed, state: 'ACCEPTED', credit: event.data.credit } };
      case 'PirepRejected':
        return now('REJECTED');
      case 'PilotAsked':
        return now('AWAITING_PILOT');
      case 'PirepReopened':
      case 'StaffAnswered':
        return now('PENDING');
      case 'PirepCommented':
        return { filed: filed && { ...filed, comments: filed.comments + 1 } };
      default:
        return event satisfies never;
    }
  },

  decide: (history, command) => {
    switch (command.type) {
      case 'File': {
        const { pirepId, memberId, rules } = command;
        const filed: PirepEvent = { type: 'PirepFiled', data: { pirepId, memberId, report: reportOf(command) } };
        if (!acceptsUnread(rules, filed.data.report)) return [filed];
        const credit = creditOf(filed.data.report);
        return [filed, { type: 'PirepAccepted', data: { pirepId, memberId, reviewerId: null, credit, automatic: true } }];
      }
      case 'Amend': {
        const { pirepId, memberId } = own(history, command.memberId, openStates, 'amended');
        return [{ type: 'PirepAmended', data: { pirepId, memberId, report: reportOf(command) } }];
      }
      case 'Withdraw': {
        const { pirepId, memberId } = own(history, command.memberId, openStates, 'withdrawn');
        return [{ type: 'PirepWithdrawn', data: { pirepId, memberId } }];
      }
      case 'Accept': {
        const { pirepId, memberId, report } = reviewable(history, command, openStates);
        return [{ type: 'PirepAccepted', data: { pirepId, memberId, reviewerId: command.reviewer.memberId, credit: creditOf(report) } }];
      }
      case 'Reject': {
        refuse(checkReason(command.reason));
        const { pirepId, memberId } = reviewable(history, command, openStates);
        const reason = command.reason.trim();
        return [{ type: 'PirepRejected', data: { pirepId, memberId, reviewerId: command.reviewer.memberId, reason } }];
      }
      case 'Reopen': {
        refuse(checkReason(command.reason));
        const { pirepId, memberId, credit } = reviewable(history, command, ['ACCEPTED', 'REJECTED']);
        const data = { pirepId, memberId, reviewerId: command.reviewer.memberId, reason: command.reason.trim(), credit };
        return [{ type: 'PirepReopened', data }];
      }
      case 'Ask': {
        refuse(checkRemark(command.text));
        const { pirepId, memberId } = reviewable(history, command, ['PENDING']);
        return [{ type: 'PilotAsked', data: { pirepId, memberId, reviewerId: command.reviewer.memberId, text: command.text.trim() } }];
      }
      case 'Answer': {
        refuse(checkRemark(command.text));
        const { pirepId, memberId } = own(history, command.memberId, ['AWAITING_PILOT'], 'answered');
        return [{ type: 'StaffAnswered', data: { pirepId, memberId, text: command.text.trim() } }];
      }
      case 'Comment': {
        refuse(checkRemark(command.text));
        const { pirepId, memberId, comments } = present(history);
        const { memberId: authorId, role } = command.author;
        if (role === 'PILOT' && authorId !== memberId) throw new Rejected('FORBIDDEN', 'Pilots comment on their own PIREPs.');
        if (comments >= limits.comments) throw new Rejected('CONFLICT', `A PIREP takes ${limits.comments} comments; this one has them.`);
        return [{ type: 'PirepCommented', data: { pirepId, memberId, authorId, text: command.text.trim() } }];
      }
      default:
        return command satisfies never;
    }
  },
};

const openStates: readonly PirepState[] = ['PENDING', 'AWAITING_PILOT'];

const words: Record<PirepState, string> = {
  PENDING: 'pending',
  AWAITING_PILOT: 'waiting for the pilot',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

function present({ filed }: PirepHistory) {
  if (!filed) throw new Rejected('NOT_FOUND', 'There is no such PIREP.', 'pirepId');
  return filed;
}

function own(history: PirepHistory, memberId: string, states: readonly PirepState[], done: string) {
  const filed = present(history);
  if (filed.memberId !== memberId) throw new Rejected('FORBIDDEN', 'This is the PIREP of another pilot.');
  if (!states.includes(filed.state)) throw new Rejected('CONFLICT', `This PIREP is ${words[filed.state]}: it cannot be ${done} now.`);
  return filed;
}

function reviewable(history: PirepHistory, { reviewer, ownReview }: Review, states: readonly PirepState[]) {
  const filed = present(history);
  const mine = filed.memberId === reviewer.memberId;
  const mayReviewOwn = ownReview === 'ANY' || (ownReview === 'ADMIN' && reviewer.role === 'ADMIN');
  if (mine && !mayReviewOwn) throw new Rejected('FORBIDDEN', 'Somebody else has to review your own PIREP.');
  if (!states.includes(filed.state)) throw new Rejected('CONFLICT', `This PIREP is ${words[filed.state]} already.`);
  return filed;
}

function acceptsUnread({ autoAccept, landingRateLimitFpm, autoAcceptNetworks }: AutoAcceptRules, report: FlightReport): boolean {
  if (autoAccept !== 'RULES') return autoAccept === 'ALL';
  const softEnough = landingRateLimitFpm === null || (report.landingRateFpm !== null && report.landingRateFpm >= landingRateLimitFpm);
  const onNetwork = autoAcceptNetworks.length === 0 || autoAcceptNetworks.includes(report.network);
  return softEnough && onNetwork && !report.distanceOverridden; // what a pilot computed otherwise than we did, somebody looks at
}

export function creditOf({ blockMinutes, distanceNm, arrival, onBlockAt }: FlightReport): Credit {
  return { minutes: blockMinutes, distanceNm, arrival, onBlockAt };
}

function reportOf({ input, airports, now }: Report): FlightReport {
  const problems = checkFilePirep(input, now);
  const known = (field: 'departure' | 'arrival' | 'alternate') => {
    const icao = input[field];
    if (icao && !airports.has(icao) && !problems.some((problem) => problem.field === field)) {
      problems.push({ field, message: `There is no airport ${icao} in the list.` } satisfies FieldProblem);
    }
  };
  known('departure');
  known('arrival');
  known('alternate');
  refuse(problems);
  const blockMinutes = minutesBetween(input.offBlockAt, input.onBlockAt);
  const greatCircle = greatCircleNm(airports.get(input.departure)!, airports.get(input.arrival)!);
  return {
    flightNumber: input.flightNumber,
    departure: input.departure,
    arrival: input.arrival,
    alternate: input.alternate || null,
    offBlockAt: input.offBlockAt,
    onBlockAt: input.onBlockAt,
    blockMinutes,
    flightMinutes: input.flightMinutes ?? blockMinutes,
    aircraftType: input.aircraftType,
    registration: input.registration || null,
    distanceNm: input.distanceNm ?? greatCircle,
    distanceOverridden: input.distanceNm != null && input.distanceNm !== greatCircle,
    blockFuelKg: input.blockFuel ? kilograms(input.blockFuel) : null,
    fuelUsedKg: input.fuelUsed ? kilograms(input.fuelUsed) : null,
    fuelUnit: input.fuelUsed?.unit ?? input.blockFuel?.unit ?? null,
    landingRateFpm: input.landingRateFpm ?? null,
    cruiseLevel: input.cruiseLevel ?? null,
    network: input.network ?? 'OFFLINE',
    route: input.route?.trim() || null,
    remarks: input.remarks?.trim() || null,
    training: input.training ?? false,
  };
}
