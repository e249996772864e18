import type { PirepState } from './operations/generated.ts';

/** What somebody may say about a PIREP, in the order offered: what is waited for comes first. */
export const remarkKinds = ['ANSWER', 'ASK', 'COMMENT'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** A viewer before a PIREP. */
export interface PirepViewer {
  /** It is the viewer's own. */
  own: boolean;
  mayReview: boolean;
  mayComment: boolean;
}

export function remarksOf(state: PirepState, { own, mayReview, mayComment }: PirepViewer): RemarkKind[] {
  const may: Record<RemarkKind, boolean> = {
    ANSWER: own && state === 'AWAITING_PILOT',
    ASK: mayReview && state === 'PENDING',
    COMMENT: mayReview || (mayComment && own),
  };
  return remarkKinds.filter((kind) => may[kind]);
}

/** What was chosen, while it is offered; otherwise what is expected now. @param kinds at least one */
export function chosenRemark(kinds: readonly RemarkKind[], chosen: RemarkKind | null): RemarkKind {
  return kinds.find((kind) => kind === chosen) ?? kinds[0]!;
}

export const mayWithdraw = (state: PirepState, { own }: PirepViewer) => own && (state === 'PENDING' || state === 'AWAITING_PILOT');

export const mayAmend = (state: PirepState, { own }: Pick<PirepViewer, 'own'>) =>
  own && (state === 'PENDING' || state === 'AWAITING_PILOT');

export const mayReopen = (state: PirepState, { mayReview }: PirepViewer) => mayReview && (state === 'ACCEPTED' || state === 'REJECTED');
