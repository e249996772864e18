import type { SqlValue, Storage, StoredEvent } from '@jetbridge/schema/storage';
import { expect } from 'vitest';
import type { Frame } from './clients.ts';
import type { Journal } from './journal.ts';

/** How many changes an event of an airline is delivered as, and of what. */
const changesOf: Record<string, readonly string[]> = {
  AirlineCreated: ['AIRLINE'],
  MemberJoined: ['MEMBER'],
  PirepFiled: ['PIREP'],
  PirepAccepted: ['PIREP', 'MEMBER'],
  PirepRejected: ['PIREP'],
};

interface Facts {
  pirepId: string;
  memberId: string;
  credit: { minutes: number };
}

const factsOf = ({ data }: StoredEvent) => JSON.parse(data) as Facts;

export async function readHistory(storage: Storage, tenant: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (;;) {
    const page = await storage.log.readTenant(tenant, events.length, 1_000);
    if (page.length === 0) return events;
    events.push(...page);
  }
}

/** Sequences dense, stream versions dense per stream. */
export function checkOrder(events: readonly StoredEvent[]): void {
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
  const versions = new Map<string, number>();
  for (const { stream, streamVersion } of events) {
    expect(streamVersion, stream).toBe((versions.get(stream) ?? 0) + 1);
    versions.set(stream, streamVersion);
  }
}

/** The data of the event each command ended in, under the id its sender knows, in the order of the log. */
export async function readCommands(storage: Storage, tenant: string): Promise<Map<string, string>> {
  const rows = await storage.reader.all<{ command_id: string; data: string }>(
    'select command_id, data from event where tenant = ? and command_id is not null order by sequence',
    [tenant],
  );
  const stored = new Map(rows.map(({ command_id, data }) => [command_id.split(':')[1]!, data]));
  expect(stored.size).toBe(rows.length);
  return stored;
}

/** Acknowledged ⇒ in the log exactly once; in the log ⇒ somebody sent it; answered before another was sent ⇒ before it in the log. */
export async function checkCommands(storage: Storage, tenant: string, { sent }: Journal): Promise<void> {
  const stored = await readCommands(storage, tenant);
  const known = new Map(sent.map((entry) => [entry.commandId, entry]));
  for (const commandId of stored.keys()) expect(known.has(commandId), `${commandId} was sent by nobody`).toBe(true);
  for (const { commandId, outcome, pirepId } of sent) {
    const data = stored.get(commandId);
    if (outcome === 'stored') expect(data, `${commandId} was acknowledged and is gone`).toBeDefined();
    if (outcome === 'refused') expect(data, `${commandId} was refused and stored`).toBeUndefined();
    if (data && pirepId) expect(JSON.parse(data).pirepId, `${commandId} was answered with another PIREP`).toBe(pirepId);
  }
  // Real-time order: walking back through the log, nothing may have been sent after an answer that stands later in it.
  let earliestAnswer = Number.POSITIVE_INFINITY;
  for (const commandId of [...stored.keys()].reverse()) {
    const entry = known.get(commandId)!;
    expect(entry.sentAt, `${commandId} overtook a command answered before it was sent`).toBeLessThan(earliestAnswer);
    earliestAnswer = Math.min(earliestAnswer, entry.answeredAt ?? Number.POSITIVE_INFINITY);
  }
}

/** Frames = the log from `start` on: each change once, in order, with what it changed, each naming the cursor before it. */
export function checkFrames(frames: readonly Frame[], events: readonly StoredEvent[], start: string, after: number): void {
  const expected = events.slice(after).flatMap((event) => {
    const { pirepId, memberId } = factsOf(event);
    return changesOf[event.type]!.map((kind) => `${kind} ${kind === 'PIREP' ? pirepId : memberId}`);
  });
  expect(frames.map(({ kind, node }) => `${kind} ${node?.id}`)).toEqual(expected);
  expect(frames.map(({ id }) => id)).toEqual(frames.map(({ node }) => node?.id));
  expect(frames.map(({ previous }) => previous)).toEqual([start, ...frames.slice(0, -1).map(({ cursor }) => cursor)]);
  expect(new Set(frames.map(({ cursor }) => cursor)).size).toBe(frames.length);
}

/** Read models = a fold of the log, made here once more and knowing nothing of the product's projections. */
export async function checkReadModels(storage: Storage, tenant: string, events: readonly StoredEvent[]): Promise<void> {
  const pireps = new Map<string, string>();
  const members = new Map<string, { flights: number; minutes: number }>();
  for (const event of events) {
    const { pirepId, memberId, credit } = factsOf(event);
    if (event.type === 'MemberJoined') members.set(memberId, { flights: 0, minutes: 0 });
    if (event.type === 'PirepFiled') pireps.set(pirepId, 'PENDING');
    if (event.type === 'PirepRejected') pireps.set(pirepId, 'REJECTED');
    if (event.type !== 'PirepAccepted') continue;
    pireps.set(pirepId, 'ACCEPTED');
    const member = members.get(memberId)!;
    member.flights += 1;
    member.minutes += credit.minutes;
  }
  const read = (columns: string, table: string) =>
    storage.reader.all<Record<string, SqlValue>>(`select ${columns} from ${table} where airline_id = ? order by id`, [tenant]);
  const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(await read('id, state', 'rm_pirep')).toEqual(sorted(pireps).map(([id, state]) => ({ id, state })));
  expect(await read('id, flights, minutes', 'rm_member')).toEqual(sorted(members).map(([id, totals]) => ({ id, ...totals })));
}
