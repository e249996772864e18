import {
  checkFilePirep,
  checkReason,
  type FieldProblem,
  type FilePirepInput,
  greatCircleNm,
  kilograms,
  type MemberRole,
  minutesBetween,
  type PirepState,
  type Place,
  Rejected,
} from '@jetbridge/schema';
import type { Credit, Decider, FlightReport, OwnReview, PirepEvent } from '@jetbridge/schema/events';
import { refuse } from '../refuse.ts';

/** What its events have made of a PIREP. */
export interface PirepHistory {
  /** Null until filed. */
  filed: { pirepId: string; memberId: string; state: PirepState; credit: Credit } | null;
}

/** Who reviews: `memberId` and `role` are null for a platform admin who is no member. */
export interface Reviewer {
  memberId: string | null;
  role: MemberRole | null;
}

export type PirepCommand =
  | { type: 'File'; pirepId: string; memberId: string; input: FilePirepInput; airports: ReadonlyMap<string, Place>; now: number }
  | { type: 'Accept'; reviewer: Reviewer; ownReview: OwnReview }
  | { type: 'Reject'; reviewer: Reviewer; ownReview: OwnReview; reason: string };

export const pirepDecider: Decider<PirepHistory, PirepCommand, PirepEvent> = {
  initialState: () => ({ filed: null }),

  evolve: ({ filed }, event) => {
    switch (event.type) {
      case 'PirepFiled': {
        const { pirepId, memberId, report } = event.data;
        const { blockMinutes, distanceNm, arrival, onBlockAt } = report;
        return { filed: { pirepId, memberId, state: 'PENDING', credit: { minutes: blockMinutes, distanceNm, arrival, onBlockAt } } };
      }
      case 'PirepAccepted':
        return { filed: filed && { ...filed, state: 'ACCEPTED' } };
      case 'PirepRejected':
        return { filed: filed && { ...filed, state: 'REJECTED' } };
      default:
        return event satisfies never;
    }
  },

  decide: (history, command) => {
    switch (command.type) {
      case 'File':
        return [{ type: 'PirepFiled', data: { pirepId: command.pirepId, memberId: command.memberId, report: report(command) } }];
      case 'Accept': {
        const { pirepId, memberId, credit } = reviewable(history, command);
        return [{ type: 'PirepAccepted', data: { pirepId, memberId, reviewerId: command.reviewer.memberId, credit } }];
      }
      case 'Reject': {
        refuse(checkReason(command.reason));
        const { pirepId, memberId } = reviewable(history, command);
        return [
          { type: 'PirepRejected', data: { pirepId, memberId, reviewerId: command.reviewer.memberId, reason: command.reason.trim() } },
        ];
      }
      default:
        return command satisfies never;
    }
  },
};

const words: Record<PirepState, string> = {
  PENDING: 'pending',
  AWAITING_PILOT: 'waiting for the pilot',
  ACCEPTED: 'accepted',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

function reviewable({ filed }: PirepHistory, { reviewer, ownReview }: { reviewer: Reviewer; ownReview: OwnReview }) {
  if (!filed) throw new Rejected('NOT_FOUND', 'There is no such PIREP.', 'pirepId');
  const own = filed.memberId === reviewer.memberId;
  const mayReviewOwn = ownReview === 'ANY' || (ownReview === 'ADMIN' && reviewer.role === 'ADMIN');
  if (own && !mayReviewOwn) throw new Rejected('FORBIDDEN', 'Somebody else has to review your own PIREP.');
  if (filed.state !== 'PENDING') throw new Rejected('CONFLICT', `This PIREP is ${words[filed.state]} already.`);
  return filed;
}

function report({ input, airports, now }: Extract<PirepCommand, { type: 'File' }>): FlightReport {
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
