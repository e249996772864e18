import { localized, number } from './language.ts';
import { messages } from './messages.ts';
import type { ReviewDeed, ReviewDialog, ReviewTab } from './review-queue.ts';

/** The texts of the review queue: the front ends load them with it. */
export const reviewMessages = localized('reviewMessages', {
  title: 'Review queue',
  tabsLabel: 'PIREPs',
  tabs: {
    pending: messages.states.PENDING,
    awaiting: messages.states.AWAITING_PILOT,
    all: messages.pireps.all,
  } satisfies Record<ReviewTab, string>,
  empty: {
    pending: 'Nothing waits for review.',
    awaiting: 'No pilot has a question to answer.',
    all: messages.pireps.empty,
  } satisfies Record<ReviewTab, string>,
  allPireps: 'All PIREPs',
  queue: 'Queue',
  count: (count: number, exact: boolean) => (exact ? number(count) : `${number(count)}+`),
  fresh: (count: number) => `${number(count)} new`,
  more: (count: number) => `${number(count)} more`,
  choose: 'Choose a PIREP.',
  own: 'This is your own PIREP: someone else reviews it.',
  notStaff: 'Only staff review PIREPs here.',
  ask: 'Ask',
  comment: 'Comment',
  askFlight: (flight: string) => `Ask about ${flight}`,
  commentFlight: (flight: string) => `Comment on ${flight}`,
  presets: 'Common reasons',
  reasons: [
    'The times do not match the flight.',
    'The route does not match the flight.',
    'This flight was filed twice.',
    'The aircraft is not in our fleet.',
    'The landing was too hard.',
  ] as readonly string[],
  dialogs: {
    REJECT: messages.pirep.rejectTitle,
    ASK: 'Ask the pilot',
    COMMENT: 'Comment on this PIREP',
  } satisfies Record<ReviewDialog, string>,
  labels: { REJECT: messages.pirep.reason, ASK: 'Question', COMMENT: 'Comment' } satisfies Record<ReviewDialog, string>,
  hints: {
    REJECT: messages.pirep.rejectHint,
    ASK: 'It is the pilot’s turn then.',
    COMMENT: 'The pilot reads this; nothing else changes.',
  } satisfies Record<ReviewDialog, string>,
  submit: { REJECT: messages.pirep.rejectSubmit, ASK: 'Ask the pilot', COMMENT: 'Comment' } satisfies Record<ReviewDialog, string>,
  commands: {
    next: 'Next PIREP',
    previous: 'Previous PIREP',
    accept: 'Accept this PIREP',
    reject: 'Reject this PIREP',
    ask: 'Ask its pilot',
    comment: 'Comment on it',
    undo: 'Undo',
  },
  done: {
    accepted: messages.pirep.accepted,
    rejected: messages.pirep.rejected,
  } satisfies Record<ReviewDeed, (flight: string) => string>,
  asked: (flight: string) => `The pilot of ${flight} is asked.`,
  commented: (flight: string) => `Your comment on ${flight} is there.`,
  undo: 'Undo',
  undone: (flight: string) => `${flight} waits for review again.`,
  undoReason: 'Undone',
  nothingToUndo: 'There is nothing to undo.',
  refused: (flight: string, reason: string) => `${flight}: ${reason}`,
} as const);
