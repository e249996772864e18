import { dashboardMessages } from './dashboard-messages.ts';
import type { ActivityFieldsFragment, PirepFieldsFragment } from './operations/generated.ts';
import { to } from './remote/routes.ts';

/** Something that happened in an airline. */
export interface Activity {
  id: string;
  at: string;
  who: string;
  /** What they did; what it is about is a link. */
  words: { text: string; to?: string }[];
  /** The reason, question, answer or comment. */
  said: string | null;
}

/** A place in a sentence, which no text has in it. */
const flightMark = '\uE000';
const personMark = '\uE001';

/** As those read it who may read the history of an airline. */
export function activityOf(code: string, entry: ActivityFieldsFragment): Activity {
  const { id, at, kind, text, actor, pirep, member } = entry;
  const own = member != null && actor?.id === member.user.id;
  const deed = kind === 'MEMBER_JOINED' && own ? dashboardMessages.joined : dashboardMessages.did[kind];
  return {
    id,
    at,
    who: actor?.displayName ?? dashboardMessages.system,
    words: linked(deed(flightMark, personMark), {
      [flightMark]: pirep ? { text: pirep.flightNumber, to: to.pirep(code, pirep.id) } : { text: '' },
      [personMark]: member
        ? { text: member.user.displayName, to: to.member(code, member.pilotNumber) }
        : { text: dashboardMessages.system },
    }),
    said: text ?? null,
  };
}

/** What every member may know: who filed, and what became of it. Newest first. */
export function activityOfFlights(code: string, pireps: readonly PirepFieldsFragment[]): Activity[] {
  const activities = pireps.flatMap((pirep) => {
    const { id, state, filedAt, reviewedAt } = pirep;
    const who = pirep.pilot.user.displayName;
    const flight = { [flightMark]: { text: pirep.flightNumber, to: to.pirep(code, id) } };
    const verdict = state === 'ACCEPTED' ? dashboardMessages.accepted : state === 'REJECTED' ? dashboardMessages.rejected : null;
    const filed: Activity = {
      ...{ id: `${id} filed`, at: filedAt, who, said: null },
      words: linked(dashboardMessages.did.PIREP_FILED(flightMark, ''), flight),
    };
    if (!verdict || !reviewedAt) return [filed];
    return [{ id: `${id} reviewed`, at: reviewedAt, who, said: null, words: linked(verdict(flightMark), flight) }, filed];
  });
  return activities.toSorted((one, other) => (one.at < other.at ? 1 : -1));
}

function linked(sentence: string, subjects: Record<string, { text: string; to?: string }>): Activity['words'] {
  return sentence
    .split(/([\uE000\uE001])/)
    .filter((part) => part !== '')
    .map((part) => subjects[part] ?? { text: part });
}
