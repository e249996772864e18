import { pirepStream, type RecordedEvent, rosterStream } from '@jetbridge/schema/events';
import type { StoredEvent } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import type { Member } from '../members/member.types.ts';
import type { HistoryEntry } from './history.types.ts';
import { entryOf, factsOf, timelineOf } from './history-entry.ts';

type Kept = Pick<Services, 'storage' | 'codec'>;

/** One line more than a page shows, newest first, and how many there are in all. */
export interface HistoryList {
  before(sequence: number, limit: number): Promise<StoredEvent[]>;
  count(): Promise<number>;
}

export function airlineHistory({ storage: { log, reader } }: Kept, airlineId: string): HistoryList {
  return {
    before: (sequence, limit) => log.readTenantBefore(airlineId, sequence, limit),
    // Dense from 1: the head is the count.
    count: async () => {
      const [head] = await reader.all<{ sequence: number }>('select sequence from tenant_head where tenant = ?', [airlineId]);
      return Number(head?.sequence ?? 0);
    },
  };
}

/** What the roster says of a member, and what became of their PIREPs. */
export function memberHistory({ storage: { log, reader } }: Kept, { id, airlineId, userId }: Member): HistoryList {
  const about = ({ data }: StoredEvent) => {
    const { memberId, userId: who } = JSON.parse(data) as { memberId?: string; userId?: string };
    return memberId === id || who === userId;
  };
  const before = async (sequence: number, limit: number) => {
    const pireps = await reader.all<{ id: string }>('select id from rm_pirep where airline_id = ? and member_id = ?', [airlineId, id]);
    const streams = pireps.map((pirep) => pirepStream(pirep.id));
    const [roster, flights] = await Promise.all([
      log.readStream(airlineId, rosterStream),
      log.readStreamsBefore(airlineId, streams, sequence, limit),
    ]);
    const joined = roster.filter((event) => event.sequence < sequence && about(event));
    return [...joined, ...flights].sort((a, b) => b.sequence - a.sequence).slice(0, limit);
  };
  return { before, count: async () => (await before(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)).length };
}

/** The lines of a page. What an event replaces as a whole is compared with what its stream said before. */
export async function toEntries({ storage, codec }: Kept, events: readonly StoredEvent[]): Promise<HistoryEntry[]> {
  const decode = (event: StoredEvent): Promise<RecordedEvent> => codec.decode(event);
  return Promise.all(
    events.map(async (stored) => {
      const event = await decode(stored);
      const entry = entryOf(event);
      if (!factsOf(event) || event.streamVersion === 1) return entry;
      const stream = await storage.log.readStream(event.tenant, event.stream);
      const timeline = timelineOf(await Promise.all(stream.map(decode)));
      return timeline.find(({ id }) => id === entry.id) ?? entry;
    }),
  );
}
