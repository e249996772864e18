import assert from 'node:assert/strict';
import type { EventLog, Head, StoredEvent, StreamWrite } from '../storage/event-log.ts';

/** One append as its sender knows it; each of its events carries its name. Times are of one clock that all senders share. */
export interface Attempt {
  name: string;
  commandId: string | undefined;
  writes: readonly StreamWrite[];
  /** What it puts into a side table, where that may be only once. */
  sideKey: string | undefined;
  sentAt: number;
  answeredAt: number;
  outcome: 'stored' | 'conflict' | 'taken' | 'repeated' | 'unknown';
  heads: Head[];
}

/** What somebody read who always asked for what follows the last event they had. */
export interface Reading {
  tenant: string;
  seen: StoredEvent[];
}

/** Holds a log against what was sent to it. */
export async function checkLog(log: EventLog, attempts: readonly Attempt[], readings: readonly Reading[]): Promise<void> {
  const history = new Map<string, StoredEvent[]>();
  for (const { tenant, seen } of readings) {
    const events = await log.readTenant(tenant, 0, 10_000);
    history.set(tenant, events);
    assert.deepEqual(seen, events.slice(0, seen.length), 'a reader saw something else than the log says');
    await checkStreams(log, events);
  }
  const all = [...history.values()].flat();
  const stored = attempts.filter((attempt) => isStored(attempt, all));
  assert.equal(all.length, stored.flatMap(({ writes }) => writes.flatMap(({ events }) => events)).length, 'there is something nobody sent');
  for (const attempt of attempts) checkOutcome(attempt, stored, all);
  for (const attempt of stored) await checkStored(log, attempt, stored, all);
}

async function checkStreams(log: EventLog, events: readonly StoredEvent[]): Promise<void> {
  const sequences = events.map(({ sequence }) => sequence);
  assert.deepEqual(
    sequences,
    [...events.keys()].map((index) => index + 1),
    'the sequence is not dense',
  );
  for (const [stream, part = []] of Object.entries(Object.groupBy(events, ({ stream }) => stream))) {
    const versions = part.map(({ streamVersion }) => streamVersion);
    assert.deepEqual(
      versions,
      [...part.keys()].map((index) => index + 1),
      'versions of a stream are not contiguous',
    );
    assert.deepEqual(await log.readStream(part[0]!.tenant, stream), part);
  }
}

/** All of it or nothing, where it said, in one piece per write. */
function isStored({ name, writes }: Attempt, all: readonly StoredEvent[]): boolean {
  const found = all.filter(({ data }) => JSON.parse(data) === name);
  if (found.length === 0) return false;
  for (const { tenant, stream, expectedVersion, events } of writes) {
    const part = found.filter((event) => event.tenant === tenant && event.stream === stream);
    const versions = part.map(({ streamVersion }) => streamVersion);
    assert.deepEqual(
      versions,
      [...events.keys()].map((index) => expectedVersion + 1 + index),
      `${name} is there in part, or twice`,
    );
    assert.equal(part.at(-1)!.sequence - part[0]!.sequence, events.length - 1, `${name} is not in one piece`);
  }
  return true;
}

function checkOutcome(attempt: Attempt, stored: readonly Attempt[], all: readonly StoredEvent[]): void {
  const { name, commandId, sideKey, outcome, sentAt, answeredAt } = attempt;
  const isThere = stored.includes(attempt);
  if (outcome === 'stored') assert(isThere, `${name} was acknowledged and is gone`);
  else if (outcome !== 'unknown') assert(!isThere, `${name} was refused and stored`);
  const others = stored.filter((other) => other.sentAt < answeredAt);
  const same = others.filter((other) => commandId !== undefined && other.commandId === commandId);
  if (outcome === 'repeated') assert(same.length > 0, `${name} repeats nothing`);
  if (outcome === 'taken')
    assert(
      others.some((other) => other.sideKey === sideKey),
      `${name} was told something is taken, and it is not`,
    );
  if (outcome === 'conflict') assert(isInTheWay(attempt, stored, all), `${name} was told of a conflict, and nobody was in its way`);
  if (outcome === 'conflict' || outcome === 'taken')
    assert(!same.some((first) => first.answeredAt < sentAt), `${name} was refused because of itself`);
}

/** Whether a stream may have been at another version at some moment while the attempt was on its way. */
function isInTheWay({ writes, sentAt, answeredAt }: Attempt, stored: readonly Attempt[], all: readonly StoredEvent[]): boolean {
  return writes.some(({ tenant, stream, expectedVersion }) => {
    const versionAfter = (attempts: Attempt[]) => {
      const names = new Set(attempts.map(({ name }) => name));
      return all.filter((event) => event.tenant === tenant && event.stream === stream && names.has(JSON.parse(event.data))).length;
    };
    const least = versionAfter(stored.filter((other) => other.answeredAt < sentAt));
    const most = versionAfter(stored.filter((other) => other.sentAt < answeredAt));
    return least !== expectedVersion || most !== expectedVersion;
  });
}

async function checkStored(log: EventLog, attempt: Attempt, stored: readonly Attempt[], all: readonly StoredEvent[]): Promise<void> {
  const { name, commandId, sideKey, writes, sentAt, heads, outcome } = attempt;
  const own = all.filter(({ data }) => JSON.parse(data) === name);
  const lastIn = (tenant: string, events: readonly StoredEvent[]) =>
    Math.max(...events.filter((event) => event.tenant === tenant).map(({ sequence }) => sequence));
  const written = [...new Set(writes.map(({ tenant }) => tenant))];
  if (outcome === 'stored')
    assert.deepEqual(
      heads,
      written.map((tenant) => ({ tenant, sequence: lastIn(tenant, own) })),
    );
  if (commandId !== undefined) {
    assert.equal(stored.filter((other) => other.commandId === commandId).length, 1, `${commandId} was done twice`);
    const { tenant, stream, expectedVersion, events } = writes.at(-1)!;
    const marked = await log.findCommand(commandId);
    assert.partialDeepStrictEqual(marked, { tenant, stream, streamVersion: expectedVersion + events.length });
  }
  if (sideKey !== undefined) assert.equal(stored.filter((other) => other.sideKey === sideKey).length, 1, `${sideKey} was given twice`);
  for (const earlier of stored.filter(({ answeredAt }) => answeredAt < sentAt)) {
    const before = all.filter(({ data }) => JSON.parse(data) === earlier.name);
    for (const { tenant, sequence } of own)
      assert(
        before.every((event) => event.tenant !== tenant || event.sequence < sequence),
        `${name} overtook ${earlier.name}`,
      );
  }
}
