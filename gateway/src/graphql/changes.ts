import type { ChangeKind } from '@jetbridge/schema';
import type { JetbridgeEvent } from '@jetbridge/schema/events';
import type { StoredEvent } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { historyCursor, openHistoryCursor, type Position } from '../cursors.ts';
import type { Change } from './changes.types.ts';

interface Touched {
  kind: ChangeKind;
  id: string;
}

type EventData<T extends JetbridgeEvent['type']> = Extract<JetbridgeEvent, { type: T }>['data'];

/** What an event of an airline changes on screens. Every event changes something, so cursors are as dense as the log. */
const touches: { [T in JetbridgeEvent['type']]?: (data: EventData<T>) => Touched[] } = {
  AirlineCreated: ({ airlineId }) => [{ kind: 'AIRLINE', id: airlineId }],
  MemberJoined: ({ memberId }) => [{ kind: 'MEMBER', id: memberId }],
  PirepFiled: ({ pirepId }) => [{ kind: 'PIREP', id: pirepId }],
  PirepAccepted: ({ pirepId, memberId }) => [
    { kind: 'PIREP', id: pirepId },
    { kind: 'MEMBER', id: memberId },
  ],
  PirepRejected: ({ pirepId }) => [{ kind: 'PIREP', id: pirepId }],
};

function touchedBy(event: StoredEvent): Touched[] {
  const touch = touches[event.type as JetbridgeEvent['type']] as ((data: unknown) => Touched[]) | undefined;
  if (!touch) throw new Error(`${event.type} has no line in the table of changes`);
  return touch(JSON.parse(event.data)); // ids only: nothing personal, so nothing to open
}

const pageSize = 100;

/** The place a client asks to go on from; without a cursor, where the read models are now. Refuses a cursor that is none of this airline's. */
export async function startingPosition({ cursors, projected }: Services, airlineId: string, after: string | null): Promise<Position> {
  return after === null ? { sequence: await projected.position(airlineId), part: 0 } : openHistoryCursor(cursors, airlineId, after);
}

/**
 * The changes of an airline from a place in its history on: first what is in the log after it, then what comes. It reads the log itself, only
 * as far as the read models are, and is woken when they move: no change can be missed, doubled or seen before its effect can be read.
 */
export async function* followAirline(services: Services, airlineId: string, from: Position, signal: AbortSignal): AsyncGenerator<Change> {
  const { projected, storage } = services;
  let position = from;
  let wake = () => {};
  const stop = projected.watch(airlineId, () => wake());
  const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  try {
    while (!signal.aborted) {
      const moved = new Promise<void>((resolve) => {
        wake = resolve; // before reading: what comes while we read wakes the next round
      });
      const readable = await projected.position(airlineId);
      const events = position.sequence < readable ? await storage.log.readTenant(airlineId, position.sequence, pageSize) : [];
      for (const event of events) {
        if (event.sequence > readable) break;
        for (const { change, next } of changesOf(services, event, position)) {
          yield change;
          position = next;
        }
      }
      if (events.length === 0 || events.at(-1)!.sequence > readable) await Promise.race([moved, aborted]);
    }
  } finally {
    stop();
  }
}

/** The changes of one event that come after `position`, each with the position it leads to. */
function* changesOf({ cursors }: Services, event: StoredEvent, position: Position): Generator<{ change: Change; next: Position }> {
  const touched = touchedBy(event);
  for (let part = position.part; part < touched.length; part++) {
    const here = { sequence: event.sequence - 1, part };
    const next = part + 1 === touched.length ? { sequence: event.sequence, part: 0 } : { ...here, part: part + 1 };
    const cursor = (place: Position) => historyCursor(cursors, event.tenant, place);
    const change = {
      ...touched[part]!,
      cursor: cursor(next),
      previous: cursor(here),
      at: event.recordedAt,
      actorId: event.metadata.actorId,
    };
    yield { change, next };
  }
}
