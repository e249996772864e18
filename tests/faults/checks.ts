import type { Storage, StoredEvent } from '@jetbridge/schema/storage';
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

/** Acknowledged ⇒ in the log exactly once; in the log ⇒ somebody sent it; answered before another was sent ⇒ before it in the log. */
export async function checkCommands(storage: Storage, tenant: string, journal: Journal): Promise<void> {
  const rows = await storage.reader.all<{ sequence: number; command_id: string }>(
    'select sequence, command_id from event where tenant = ? and command_id is not null order by sequence',
    [tenant],
  );
  const places = new Map(rows.map(({ sequence, command_id }) => [command_id.split(':')[1]!, Number(sequence)]));
  expect(places.size).toBe(rows.length);
  const sent = new Map(journal.sent.map((entry) => [entry.commandId, entry]));
  for (const commandId of places.keys()) expect(sent.has(commandId), `${commandId} was sent by nobody`).toBe(true);
  for (const { commandId, outcome } of journal.sent) {
    if (outcome === 'stored') expect(places.has(commandId), `${commandId} was acknowledged and is gone`).toBe(true);
    if (outcome === 'refused') expect(places.has(commandId), `${commandId} was refused and stored`).toBe(false);
  }
  // Real-time order: walking back through the log, nothing may have been sent after an answer that stands later in it.
  let earliestAnswer = Number.POSITIVE_INFINITY;
  for (const [commandId] of [...places].sort(([, a], [, b]) => b - a)) {
    const entry = sent.get(commandId)!;
    expect(entry.sentAt, `${commandId} overtook a command answered before it was sent`).toBeLessThan(earliestAnswer);
    earliestAnswer = Math.min(earliestAnswer, entry.answeredAt ?? Number.POSITIVE_INFINITY);
  }
}

/** Frames = the log from `start` on: each change once, in order, each naming the cursor before it. */
export function checkFrames(frames: readonly Frame[], events: readonly StoredEvent[], start: string, after: number): void {
  const expected = events.slice(after).flatMap(({ type, data }) => {
    const { pirepId, memberId } = JSON.parse(data) as { pirepId?: string; memberId?: string };
    return changesOf[type]!.map((kind) => `${kind} ${kind === 'PIREP' ? pirepId : memberId}`);
  });
  expect(frames.map(({ kind, id }) => `${kind} ${id}`)).toEqual(expected);
  expect(frames.map(({ previous }) => previous)).toEqual([start, ...frames.slice(0, -1).map(({ cursor }) => cursor)]);
  expect(new Set(frames.map(({ cursor }) => cursor)).size).toBe(frames.length);
}
