import type { RemarkKind } from './conversation.ts';
import { formatDateTime } from './format.ts';
import { localized } from './language.ts';
import { messages } from './messages.ts';
import type { HistoryKind } from './operations/generated.ts';

const { pirep } = messages;

/** The texts below a PIREP: the front ends load them with that part of its page. */
export const conversationMessages = localized('conversationMessages', {
  title: 'Timeline',
  somebody: 'Jetbridge',
  question: 'Staff asks:',
  remark: 'Message',
  kind: 'Send as',
  kinds: { ANSWER: 'Answer to staff', ASK: 'Question to the pilot', COMMENT: 'Comment' } satisfies Record<RemarkKind, string>,
  submit: { ANSWER: 'Answer', ASK: 'Ask the pilot', COMMENT: 'Comment' } satisfies Record<RemarkKind, string>,
  sent: { ANSWER: 'Your answer is sent.', ASK: 'The pilot is asked.', COMMENT: 'Your comment is there.' } satisfies Record<
    RemarkKind,
    string
  >,
  withdraw: 'Withdraw',
  withdrawn: (flight: string) => `${flight} is withdrawn.`,
  reopen: 'Reopen',
  reopenTitle: 'Reopen this PIREP',
  reopenHint: 'The pilot reads this. What the flight added to their totals is taken back.',
  reopenSubmit: 'Reopen PIREP',
  reopened: (flight: string) => `${flight} waits for review again.`,
  changed: (from: string | null, to: string | null) => `${from ?? pirep.none} → ${to ?? pirep.none}`,
  did: {
    PIREP_FILED: 'filed it',
    PIREP_AMENDED: 'amended it',
    PIREP_WITHDRAWN: 'withdrew it',
    PIREP_ACCEPTED: 'accepted it',
    PIREP_REJECTED: 'rejected it',
    PIREP_REOPENED: 'reopened it',
    PILOT_ASKED: 'asked the pilot',
    STAFF_ANSWERED: 'answered',
    PIREP_COMMENTED: 'commented',
  } satisfies Partial<Record<HistoryKind, string>>,
} as const);

const fields = (): Record<string, string> => ({
  flightNumber: messages.pirepFile.flightNumber,
  departure: pirep.departure,
  arrival: pirep.arrival,
  alternate: pirep.alternate,
  offBlockAt: pirep.offBlock,
  onBlockAt: pirep.onBlock,
  blockMinutes: pirep.blockTime,
  flightMinutes: pirep.flightTime,
  aircraftType: pirep.aircraft,
  registration: pirep.registration,
  distanceNm: pirep.distance,
  blockFuelKg: pirep.blockFuel,
  fuelUsedKg: pirep.fuelUsed,
  landingRateFpm: pirep.landingRate,
  cruiseLevel: pirep.cruiseLevel,
  network: pirep.network,
  route: pirep.routeText,
  remarks: pirep.remarks,
  training: pirep.training,
});

/** What somebody did, in two words or so. */
export function deedOf(kind: HistoryKind): string {
  return conversationMessages.did[kind as keyof typeof conversationMessages.did] ?? kind;
}

/** One fact that became another, as a line: its name, and both as a person reads them. Facts nobody entered are left out. */
export function changeInWords({ field, from, to }: { field: string; from?: string | null; to?: string | null }) {
  const name = fields()[field];
  const words = (value: string | null | undefined) => (value && field.endsWith('At') ? formatDateTime(value) : (value ?? null));
  return name ? { name, text: conversationMessages.changed(words(from), words(to)) } : null;
}
