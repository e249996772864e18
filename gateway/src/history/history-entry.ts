import type { HistoryKind } from '@jetbridge/schema';
import type { RecordedEvent } from '@jetbridge/schema/events';
import type { FieldChange, HistoryEntry } from './history.types.ts';

/** What an event says, as one line of a timeline. `previous`: the facts as they were before, where the event replaces them as a whole. */
export function entryOf(event: RecordedEvent, previous?: object): HistoryEntry {
  const { tenant, sequence, type, data, metadata, recordedAt } = event;
  const { pirepId = null, memberId = null } = data as { pirepId?: string; memberId?: string };
  return {
    id: `${tenant}.${sequence}`,
    at: recordedAt,
    kind: kindOf(type),
    actorId: (data as { automatic?: boolean }).automatic ? null : metadata.actorId, // a rule of the airline did it, not who filed
    pirepId,
    memberId,
    text: textOf(data),
    changes: changesBetween(previous, factsOf(event)),
  };
}

/** The history of one thing, each entry compared with what was so before it. */
export function timelineOf(events: readonly RecordedEvent[]): HistoryEntry[] {
  let facts: object | undefined;
  return events.map((event) => {
    const entry = entryOf(event, facts);
    facts = factsOf(event) ?? facts;
    return entry;
  });
}

/** `PirepFiled` → `PIREP_FILED`. */
export function kindOf(type: string): HistoryKind {
  return type.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase() as HistoryKind; // the test holds the list against the event types
}

/** The facts an event replaces as a whole; undefined when it is not of that kind. What follows is compared with them. */
export function factsOf({ type, data }: RecordedEvent): object | undefined {
  if (type === 'PirepFiled' || type === 'PirepAmended') return (data as { report: object }).report;
  return undefined;
}

/** An application's message is not among them: it is for those who decide about it. */
function textOf(data: { reason?: string | null; text?: string }): string | null {
  return data.reason ?? data.text ?? null;
}

/** Nothing where there is nothing to compare. */
export function changesBetween(before: object | undefined, after: object | undefined): FieldChange[] {
  if (!before || !after) return [];
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return Object.keys(now)
    .map((field) => ({ field, from: told(old[field]), to: told(now[field]) }))
    .filter(({ from, to }) => from !== to);
}

function told(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
