import { closeCodes } from '@jetbridge/schema';
import type { Storage } from '@jetbridge/schema/storage';
import fc, { type Scheduler } from 'fast-check';
import { type GraphQLSchema, parse } from 'graphql';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, Services } from '../context.ts';
import { historyCursor, isBefore, type Position } from '../cursors.ts';
import { buildApiSchema } from '../graphql/build-schema.ts';
import { nowhere, OpenTopic, type Step, stepsOf } from '../graphql/changes.ts';
import { airlineTopic } from '../graphql/topics.ts';
import { ListeningOutlet } from '../testing/listening-outlet.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';
import { LiveHub } from './hub.ts';

const query = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { cursor previous kind id actor { id } } }`;
const document = parse(query);
const people = 3;

const joining = fc.record({
  person: fc.nat(people - 1),
  /** Where in what is known it goes on from; or with a cursor that cannot be continued. */
  at: fc.option(fc.nat(), { nil: 'unknown' as const, freq: 5 }),
  leaves: fc.boolean(),
  /** After how many changes it stops reading, and whether it reads on some time. */
  reads: fc.constantFrom(['all'], ['all'], ['stalls', 3], ['stalls', 7], ['stuck', 4]) as fc.Arbitrary<
    ['all'] | ['stalls' | 'stuck', number]
  >,
});
const setup = fc.record({
  /** Whether an event is a review, which is two changes. */
  reviews: fc.array(fc.boolean(), { minLength: 1, maxLength: 25 }),
  start: fc.nat(),
  joins: fc.array(joining, { minLength: 1, maxLength: 10 }),
  losses: fc.array(fc.record({ person: fc.nat(people - 1), what: fc.constantFrom('session', 'role') }), { maxLength: 2 }),
});
type Setup = typeof setup extends fc.Arbitrary<infer S> ? S : never;

interface Follower {
  person: number;
  from: Position;
  outlet: ListeningOutlet;
  operation?: AsyncGenerator<never, undefined>;
  left: boolean;
  /** How much it had seen when its operation ended, and with which error, if with any. */
  seenAtEnd?: number;
  error?: unknown;
}

/** People with a session each and a role in this airline, as projection and sign-in would have left them. */
async function settleIn({ transaction }: Storage, airline: string): Promise<Caller[]> {
  const callers = Array.from({ length: people }, () => ({
    userId: uuid(),
    sessionId: uuid(),
    apiKey: null,
    expiresAt: Number.MAX_SAFE_INTEGER,
  }));
  await transaction(async (sql) => {
    for (const [n, { userId, sessionId }] of callers.entries()) {
      await sql.run('insert into rm_user (id, platform_admin, email_verified, registered_at) values (?, ?, ?, 1)', [userId, false, true]);
      await sql.run(
        `insert into rm_member (id, airline_id, user_id, role, pilot_number, minutes, flights, distance_nm, joined_at) values (?, ?, ?, ?, ?, 0, 0, 0, 1)`,
        [uuid(), airline, userId, n === 0 ? 'ADMIN' : 'PILOT', n],
      );
      await sql.run(`insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at) values (?, ?, '', 1, 1, ?)`, [
        sessionId,
        userId,
        Number.MAX_SAFE_INTEGER,
      ]);
    }
  });
  return callers;
}

async function runModel({ services }: Product, schema: GraphQLSchema, scheduler: Scheduler, { reviews, start, joins, losses }: Setup) {
  const airline = uuid();
  const { storage, cursors } = services;
  const turn = (what: string) => scheduler.schedule(Promise.resolve(), what);
  const callers = await settleIn(storage, airline);
  const all: Step[] = [];
  const metadata = { actorId: callers[0]!.userId, operation: 'test', correlationId: 'test' };
  const append = async (review: boolean) => {
    const event = {
      type: review ? 'PirepAccepted' : 'PirepFiled',
      schemaVersion: 1,
      data: '{"pirepId":"p","memberId":"m"}',
      metadata,
      recordedAt: 1,
    };
    const sequence = (all.at(-1)?.next.sequence ?? 0) + 1;
    await storage.log.append({ writes: [{ tenant: airline, stream: 's', expectedVersion: sequence - 1, events: [event] }] });
    const stored = { ...event, tenant: airline, sequence, stream: 's', streamVersion: sequence };
    all.push(...stepsOf(cursors, airlineTopic(airline), stored, { sequence: sequence - 1, part: 0 }));
  };
  const before = start % reviews.length;
  for (const review of reviews.slice(0, before)) await append(review);

  let readable = before;
  const listeners = new Set<(sequence: number) => void>();
  const edged: Services = {
    ...services,
    storage: {
      ...storage,
      log: Object.assign(Object.create(storage.log), {
        readTenant: (...args: Parameters<Storage['log']['readTenant']>) => turn('read').then(() => storage.log.readTenant(...args)),
      }),
      reader: { ...storage.reader, all: (...args) => turn('prove').then(() => storage.reader.all(...args)) },
    },
    projected: Object.assign(Object.create(services.projected), {
      position: () => turn('readable').then(() => readable),
      watch: (_: string, listener: (sequence: number) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    }),
    readRows: (...args) => turn('answer').then(() => services.readRows(...args)),
    now: () => 1, // a proof that lasts until there is more to read
  };
  const hub = new LiveHub(edged, schema, { present: (errors) => errors, error: (error) => expect.fail(String(error)) });

  const known = all.map(({ here }) => here);
  const subscribers = joins.map(({ person, at, leaves, reads: [manner, after = 0] }, index) => {
    const from: Position = at === 'unknown' ? nowhere : (known[at! % known.length] ?? { sequence: before, part: 0 });
    const outlet = new ListeningOutlet(manner, after, () => turn('drain'));
    const caller = callers[person]!;
    const variables = { id: airline, after: historyCursor(cursors, airline, from) };
    const subscriber: Follower = { person, from, outlet, left: false };
    void turn('join').then(async () => {
      const operation = hub.join({
        open: new OpenTopic(airlineTopic(airline), from),
        operationId: `${index}`,
        caller,
        outlet,
        query,
        document,
        variables,
      });
      subscriber.operation = operation;
      if (leaves) {
        void turn('leave').then(() => {
          subscriber.left = true;
          return operation.return(undefined);
        });
      }
      await operation.next().catch((error: unknown) => {
        subscriber.error = error;
      });
      subscriber.seenAtEnd ??= outlet.seen.length;
    });
    return subscriber;
  });
  /** How many events there were when somebody lost what they need. */
  const lostAfter = new Map<number, number>();
  const lose = async ({ person, what }: Setup['losses'][number]) => {
    await turn('lose');
    const { userId, sessionId } = callers[person]!;
    await storage.transaction((sql) =>
      what === 'session'
        ? sql.run('update session set revoked_at = 1 where id = ?', [sessionId])
        : sql.run('delete from rm_member where user_id = ?', [userId]),
    );
    if (!lostAfter.has(person)) lostAfter.set(person, all.at(-1)?.next.sequence ?? 0);
  };
  const write = async () => {
    for (const review of reviews.slice(before)) {
      await turn('append');
      await append(review);
      await turn('project');
      readable++;
      for (const listener of listeners) listener(readable);
    }
  };
  const done = ({ seenAtEnd, outlet }: (typeof subscribers)[number]) =>
    seenAtEnd !== undefined || outlet.seen.at(-1)?.cursor === all.at(-1)?.change.cursor;
  const watched = async () => {
    await Promise.all([write(), ...losses.map(lose)]);
    await expect.poll(() => subscribers.every(done), { interval: 1, timeout: 10_000 }).toBe(true);
  };
  await scheduler.waitFor(watched());
  const ends = subscribers.map((subscriber) => ({ ...subscriber, over: subscriber.seenAtEnd !== undefined }));
  for (const { operation } of subscribers) void operation?.return(undefined);
  await scheduler.waitFor(expect.poll(() => listeners.size, { interval: 1 }).toBe(0)); // nobody there: the airline is not followed any more
  hub.close();

  for (const { person, from, outlet, left, seenAtEnd, over, error } of ends) {
    const [first, ...rest] = outlet.seen;
    if (from === nowhere && first) expect(first).toMatchObject({ kind: 'RESYNC', id: null, previous: null });
    const seen = from === nowhere ? rest : outlet.seen;
    const goesOn = from === nowhere ? first?.cursor : historyCursor(cursors, airline, from);
    const behind = all.findIndex(({ change }) => change.previous === goesOn);
    const due =
      behind < 0
        ? []
        : all
            .slice(behind)
            .map(({ change: { cursor, previous, kind, id, actorId } }) => ({ cursor, previous, kind, id, actor: { id: actorId } }));
    expect(seen).toEqual(over ? due.slice(0, seen.length) : due);
    if (!over) continue;
    expect(outlet.seen.length).toBe(seenAtEnd); // nothing after the end
    const lost = lostAfter.get(person);
    const told = all.find(({ change }) => change.cursor === seen.at(-1)?.cursor);
    if (lost !== undefined && told) expect(isBefore(told.here, { sequence: lost, part: 0 })).toBe(true);
    const why = outlet.closedWith === closeCodes.SLOW_READER ? 'slow' : left ? 'left' : error ? 'lost' : 'nothing';
    expect(why === 'lost' ? lost !== undefined : why !== 'nothing').toBe(true);
  }
  // Whoever lost it is told so with the first change after.
  for (const { person, over } of ends) {
    const lost = lostAfter.get(person);
    if (lost !== undefined && lost < (all.at(-1)?.next.sequence ?? 0)) expect(over).toBe(true);
  }
}

describe.each(databases)('the live hub on %s, in every order', (database) => {
  let product: Product;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    product = await startProduct({ database });
    await product.projector.close(); // what is readable is the scheduler's matter
    schema = await buildApiSchema();
  });
  afterAll(() => product[Symbol.asyncDispose]());

  it('tells everybody what follows their cursor, whoever joins, leaves, stalls or loses the right, and nobody a thing they may not see', async () => {
    const model = fc.asyncProperty(fc.scheduler(), setup, (scheduler, one) => runModel(product, schema, scheduler, one));
    await fc.assert(model, { numRuns: database === 'sqlite' ? 120 : 30, interruptAfterTimeLimit: 45_000 }); // shrinking ends before the test does, so the seed is told
  });
});
