import { readFileSync } from 'node:fs';
import { AirlineHomeDocument, type Live, type PirepFilter, type PirepState, PirepsDocument } from '@jetbridge/schema';
import { buildSchema, graphql, parse, subscribe as subscribeTo } from 'graphql';
import type { Sink, SubscribePayload } from 'graphql-ws/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pipe, subscribe } from 'wonka';
import { AirlineHistory } from './airline-history.ts';
import { createShellClient } from './client.ts';
import { AirlineLive } from './live.ts';
import { Value } from './value.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** A gateway of one airline: real GraphQL over what `pireps` holds now, and a socket whose frames the test sends. */
class FakeGateway {
  pireps: ReturnType<typeof pirep>[] = [];
  members = [member('m1', 'ada')];
  cursor = 'c1';
  #held = Promise.resolve();
  requests: string[] = [];
  /** Whether its database cannot be reached. */
  away = false;
  subscriptions: { payload: SubscribePayload; sink: Sink<unknown> }[] = [];

  fetcher = (async (_input: unknown, init?: RequestInit) => {
    const { query, variables, operationName } = JSON.parse(String(init?.body));
    this.requests.push(operationName);
    const airline = () => ({ ...nax, cursor: this.cursor, me: null, members: () => page(this.members), pireps: this.#pireps });
    const rootValue = { airline, viewer: null, setup: { needed: false } };
    const unavailable = { data: { airline: null }, errors: [{ message: 'In a moment.', extensions: { code: 'UNAVAILABLE' } }] };
    const answer = this.away ? unavailable : await graphql({ schema, source: query, variableValues: variables, rootValue });
    const body = JSON.stringify(answer);
    await this.#held;
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  }) as typeof fetch;

  /** From now on answers are made at once, but arrive when released. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return resolve;
  }

  socket = {
    subscribe: (payload: SubscribePayload, sink: Sink<never>) => {
      const subscription = { payload, sink: sink as Sink<unknown> };
      this.subscriptions.push(subscription);
      return () => void this.subscriptions.splice(this.subscriptions.indexOf(subscription), 1);
    },
  };

  async send(previous: string | null, cursor: string, kind: string, node: object | null = null): Promise<void> {
    this.cursor = cursor;
    const id = (node as { id?: string } | null)?.id ?? null;
    const change = { cursor, previous, kind, id, node, at: '2026-11-22T12:00:00Z', actor: null };
    const { payload, sink } = this.subscriptions.at(-1)!;
    const frames = await subscribeTo({
      schema,
      document: parse(payload.query),
      variableValues: payload.variables,
      rootValue: {
        airlineChanges: async function* () {
          yield { airlineChanges: change };
        },
      },
    });
    for await (const frame of frames as AsyncIterable<never>) sink.next(frame as never);
    await settled();
  }

  #pireps = ({ filter }: { filter?: { states?: PirepState[] } }) =>
    page(this.pireps.filter(({ state }) => !filter?.states || filter.states.includes(state)));
}

const nax = {
  __typename: 'Airline',
  id: 'nax',
  code: 'NAX',
  name: 'Norse',
  iata: null,
  brandColour: null,
  joinPolicy: 'OPEN',
  state: 'ACTIVE',
};
const airport = (icao: string) => ({ icao, name: icao, city: icao, country: 'NO', latitude: 60, longitude: 11, timezone: 'Europe/Oslo' });
const user = (id: string) => ({ id, displayName: id, platformAdmin: false });
const totals = { minutes: 0, flights: 0, distanceNm: 0, lastAirport: null, joinedAt: '2026-01-01T00:00:00Z' };

function member(id: string, userId: string) {
  return { __typename: 'Member', id, user: user(userId), airline: nax, role: 'PILOT', pilotNumber: 1, callsign: 'NAX0001', ...totals };
}

function pirep(id: string, state: PirepState = 'PENDING') {
  const times = { offBlockAt: '2026-11-20T10:00:00Z', onBlockAt: '2026-11-20T11:00:00Z', filedAt: '2026-11-20T12:00:00Z' };
  const figures = {
    blockMinutes: 60,
    flightMinutes: 50,
    distanceNm: 175.3,
    distanceOverridden: false,
    training: false,
    automatic: false,
    question: null,
    network: 'OFFLINE',
  };
  const places = { departure: airport('ENGM'), arrival: airport('ENBR'), airline: nax, pilot: member('m1', 'ada'), aircraftType: 'B738' };
  return { __typename: 'Pirep', id, state, flightNumber: id, ...times, ...figures, ...places };
}

function page<T>(nodes: T[]) {
  return {
    edges: nodes.map((node, index) => ({ cursor: String(index), node })),
    pageInfo: { hasNextPage: false, endCursor: null },
    totalCount: nodes.length,
  };
}

const settled = () => vi.advanceTimersByTimeAsync(50);

function setUp() {
  const gateway = new FakeGateway();
  const history = new AirlineHistory();
  const tokens = { token: async () => 'token', renew: async () => 'renewed' as const };
  const { client } = createShellClient({ fetcher: gateway.fetcher, tokens, socket: gateway.socket as never, history });
  const live = new AirlineLive(client, history, new Value<Live['value']>('live'));
  /** A page of a remote: what it shows now. */
  const shows = (states?: PirepState[], more: PirepFilter = {}) => {
    let rows: string[] = [];
    pipe(
      client.query(PirepsDocument, {
        code: 'NAX',
        first: 20,
        filter: states || Object.keys(more).length > 0 ? { ...more, ...(states && { states }) } : undefined,
      }),
      subscribe(({ data }) => {
        rows = data?.airline?.pireps.edges.map(({ node }) => `${node.id} ${node.state}`) ?? rows;
      }),
    );
    return () => rows;
  };
  return { gateway, history, client, live, shows };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks again, by itself, a gateway that cannot reach its database', async () => {
  const { gateway, shows } = setUp();
  gateway.pireps = [pirep('p1')];
  gateway.away = true;
  const rows = shows();
  await settled();
  expect(rows()).toEqual([]);
  gateway.away = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(rows()).toEqual(['p1 PENDING']);
});

describe('following an airline', () => {
  it('asks for what comes after the oldest read, once for all watchers', async () => {
    const { gateway, live } = setUp();
    live.watch('nax', 'c1');
    live.watch('nax', 'c4');
    await settled();
    expect(gateway.subscriptions.map(({ payload }) => payload.variables)).toEqual([{ airlineId: 'nax', after: 'c1' }]);
  });

  it('ends a while after the last watcher left, not between two pages', async () => {
    const { gateway, live } = setUp();
    const leave = live.watch('nax', 'c1');
    await settled();
    leave();
    leave();
    const leaveNext = live.watch('nax', 'c1');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.subscriptions).toHaveLength(1);
    leaveNext();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.subscriptions).toHaveLength(0);
  });

  it('resumes from the last change when the socket is lost', async () => {
    const { gateway, live } = setUp();
    live.watch('nax', 'c1');
    await settled();
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1'));
    // The socket client sends the same payload again.
    expect(JSON.parse(JSON.stringify(gateway.subscriptions[0]!.payload.variables))).toEqual({ airlineId: 'nax', after: 'c2' });
  });

  it('starts again when the server ends it, and gives up when it may not follow', async () => {
    const { gateway, live } = setUp();
    live.watch('nax', 'c1');
    await settled();
    const [first] = gateway.subscriptions;
    first!.sink.complete();
    await vi.advanceTimersByTimeAsync(5_000);
    const again = gateway.subscriptions.filter((subscription) => subscription !== first);
    expect(again).toHaveLength(1);
    again[0]!.sink.error([{ message: 'No.', extensions: { code: 'NOT_FOUND' } }] as never);
    gateway.subscriptions = [];
    await vi.advanceTimersByTimeAsync(120_000);
    expect(gateway.subscriptions).toHaveLength(0);
  });
});

describe('a change', () => {
  it('moves a row that is shown without any request', async () => {
    const { gateway, live, shows } = setUp();
    gateway.pireps = [pirep('p1')];
    const rows = shows();
    live.watch('nax', 'c1');
    await settled();
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1', 'ACCEPTED'));
    expect([rows(), gateway.requests]).toEqual([['p1 ACCEPTED'], ['Pireps']]);
  });

  it('of a new PIREP makes the lists it belongs to ask again, and no others', async () => {
    const { gateway, live, shows } = setUp();
    const [all, pending, rejected] = [shows(), shows(['PENDING']), shows(['REJECTED'])];
    live.watch('nax', 'c1');
    await settled();
    gateway.pireps = [pirep('p1')];
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1'));
    expect([all(), pending(), rejected()]).toEqual([['p1 PENDING'], ['p1 PENDING'], []]);
    expect(gateway.requests).toHaveLength(3 + 2);
  });

  it('takes a row out of a filter it no longer fits and into one it fits now', async () => {
    const { gateway, live, shows } = setUp();
    gateway.pireps = [pirep('p1')];
    const [pending, accepted] = [shows(['PENDING']), shows(['ACCEPTED'])];
    live.watch('nax', 'c1');
    await settled();
    gateway.pireps = [pirep('p1', 'ACCEPTED')];
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1', 'ACCEPTED'));
    expect([pending(), accepted()]).toEqual([[], ['p1 ACCEPTED']]);
  });

  it('of a new PIREP is judged by every filter, and left to the server where only that can tell', async () => {
    const { gateway, live, shows } = setUp();
    for (const filter of [
      { airport: 'enbr', aircraftType: 'B738' },
      ...[{ departure: 'ENBR' }, { network: 'IVAO' as const }, { to: '2026-11-20T10:00:00Z' }],
      ...[{ text: 'b738' }, { from: '2026-11-20T10:00:00Z' }], // the second is in the order of off-block
    ])
      shows(undefined, filter);
    live.watch('nax', 'c1');
    await settled();
    gateway.pireps = [pirep('p1')];
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1'));
    expect(gateway.requests).toHaveLength(6 + 3);
    await gateway.send('c2', 'c3', 'PIREP', pirep('p1', 'REJECTED'));
    expect(gateway.requests).toHaveLength(6 + 3 + 2); // that it stays in the first is certain
  });

  it('of an unknown member renews the roster', async () => {
    const { gateway, live, client } = setUp();
    let names: string[] = [];
    pipe(
      client.query(AirlineHomeDocument, { code: 'NAX' }),
      subscribe(({ data }) => {
        names = data?.airline?.members.edges.map(({ node }) => node.user.displayName) ?? names;
      }),
    );
    live.watch('nax', 'c1');
    await settled();
    gateway.members = [...gateway.members, member('m2', 'bea')];
    await gateway.send('c1', 'c2', 'MEMBER', member('m2', 'bea'));
    expect(names).toEqual(['ada', 'bea']);
  });

  it('that overtakes an older answer is not undone by it', async () => {
    const { gateway, live, shows } = setUp();
    live.watch('nax', 'c1');
    gateway.pireps = [pirep('p1')];
    const release = gateway.hold();
    const rows = shows();
    await settled();
    gateway.pireps = [pirep('p1', 'ACCEPTED'), pirep('p2')];
    await gateway.send('c1', 'c2', 'PIREP', pirep('p1', 'ACCEPTED'));
    await gateway.send('c2', 'c3', 'PIREP', pirep('p2'));
    const [subscription] = gateway.subscriptions;
    release();
    await settled();
    expect(rows()).toEqual(['p1 ACCEPTED', 'p2 PENDING']);
    expect(gateway.subscriptions).toEqual([subscription]);
  });
});

describe('a gap', () => {
  it('makes everything of the airline that is shown ask again, and following goes on', async () => {
    const { gateway, live, shows, history } = setUp();
    gateway.pireps = [pirep('p1')];
    const rows = shows();
    live.watch('nax', 'c1');
    await settled();
    gateway.pireps = [pirep('p1', 'ACCEPTED'), pirep('p2')];
    await gateway.send(null, 'd9', 'RESYNC');
    expect([rows(), history.cursor('nax')]).toEqual([['p1 ACCEPTED', 'p2 PENDING'], 'd9']);
  });

  it('is noticed when a change does not follow on the one before', async () => {
    const { gateway, live, shows } = setUp();
    const rows = shows();
    live.watch('nax', 'c1');
    await settled();
    gateway.pireps = [pirep('p1'), pirep('p2')];
    await gateway.send('c2', 'c3', 'PIREP', pirep('p2'));
    expect(rows()).toEqual(['p1 PENDING', 'p2 PENDING']);
  });
});
