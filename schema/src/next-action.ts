import { dashboardMessages } from './dashboard-messages.ts';
import type { AirlineState } from './operations/generated.ts';
import { to } from './remote/routes.ts';

/** A viewer in an airline: what they may do there, and what waits. Counts are absent for whom they do not concern. */
export interface Situation {
  code: string;
  state: AirlineState;
  /** The viewer's PIREP that staff has a question about. */
  asked?: { id: string; flightNumber: string } | undefined;
  /** PIREPs that wait for review. */
  waiting?: number | undefined;
  applications?: number | undefined;
  ranks: number;
  members?: number | undefined;
  invitations?: number | undefined;
  mayReview: boolean;
  mayDecide: boolean;
  maySetRanks: boolean;
  mayFile: boolean;
}

export interface NextAction {
  text: string;
  /** Where it is done, and what the button says. None when there is nothing to do. */
  action: { to: string; text: string } | null;
}

/** The one thing to do now: whom others wait for comes before what can wait, and what is asked of oneself before what anybody could do. */
export function nextAction(situation: Situation): NextAction | null {
  const { code, state, asked, waiting = 0, applications = 0, ranks, members, invitations } = situation;
  const { next: text } = dashboardMessages;
  if (state !== 'ACTIVE') return null; // its pages say so already
  if (asked) return { text: text.answer(asked.flightNumber), action: { to: to.pirep(code, asked.id), text: text.answerButton } };
  if (situation.mayReview && waiting > 0) return { text: text.review(waiting), action: { to: to.review(code), text: text.reviewButton } };
  if (situation.mayDecide && applications > 0)
    return { text: text.joining(applications), action: { to: to.joining(code), text: text.joiningButton } };
  if (situation.maySetRanks && ranks === 0) return { text: text.ranks, action: { to: to.airlineSettings(code), text: text.ranksButton } };
  if (situation.mayDecide && members === 1 && invitations === 0)
    return { text: text.invite, action: { to: to.joining(code), text: text.inviteButton } };
  if (situation.mayFile) return { text: text.file, action: { to: to.filePirep(code), text: text.fileButton } };
  return { text: text.nothing, action: null };
}
