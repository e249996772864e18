import { readFileSync } from 'node:fs';
import { type Live, type PirepFilter, type PirepState, PirepsDocument, RosterDocument, ViewerDocument } from '@jetbridge/schema';
import { buildSchema, graphql, parse, subscribe as subscribeTo } from 'graphql';
import type { Sink, SubscribePayload } from 'graphql-ws/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pipe, subscribe } from 'wonka';
import { AirlineHistory } from './airline-history.ts';
import { createShellClient } from './client.ts';
import { FirstAnswers } from './first-answer.ts';
import { AirlineLive } from './live.ts';
import { Value } from './value.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** A gateway of one airline: real GraphQL over what `pireps` holds now, and a socket whose frames the test sends. */
class FakeGateway {
  pireps: ReturnType<typeof pirep>[] = [];
  members = [member('m1', 'ada')];
  cursor = 'c1';
  viewer: ReturnType<typeof viewerAt> | null = null;
  #held = Promise.resolve();
  requests: string[] = [];
  /** Whether its database cannot be reached. */
  away = false;
  subscriptions: { payload: SubscribePayload; sink: Sink<unknown> }[] = [];

  fetcher = (async (_input: unknown, init?: RequestInit) => {
    const { query, variables, operationName } = JSON.parse(String(init?.body));
    this.requests.push(operationName);
    const airline = () => ({ ...nax, cursor: this.cursor, me: null, members: () => page(this.members), pireps: this.#pireps });
    const rootValue = { airline, viewer: this.viewer, setup: { needed: false } };
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
    const { payload, sink } = this.subscriptions.at(-1)!;
    const [field] = /\b(airline|account)Changes\b/.exec(payload.query)!;
    if (field === 'airlineChanges') this.cursor = cursor;
    const id = (node as { id?: string } | null)?.id ?? null;
    const change = { cursor, previous, kind, id, node, at: '2026-11-22T12:00:00Z', actor: null };
    const frames = await subscribeTo({
      schema,
      document: parse(payload.query),
      variableValues: payload.variables,
      rootValue: {
        [field]: async function* () {
          yield { [field]: change };
        },
      },
    });
    for await (const frame of frames as AsyncIterable<never>) sink.next(frame as never);
    await settled();
  }

  #pireps = ({ filter, first }: { filter?: { states?: PirepState[] }; first?: number }) =>
    page(
      this.pireps.filter(({ state }) => !filter?.states || filter.states.includes(state)),
      first,
    );
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
  settings: { __typename: 'AirlineSettings', distanceUnit: 'NM', weightUnit: 'KG' },
};
const airport = (icao: string) => ({ icao, name: icao, city: icao, country: 'NO', latitude: 60, longitude: 11, timezone: 'Europe/Oslo' });
const user = (id: string) => ({ __typename: 'User', id, displayName: id, platformAdmin: false });
const totals = { minutes: 0, flights: 0, distanceNm: 0, rank: null, lastAirport: null, joinedAt: '2026-01-01T00:00:00Z' };

function member(id: string, userId: string) {
  return { __typename: 'Member', id, user: user(userId), airline: nax, role: 'PILOT', pilotNumber: 1, callsign: 'NAX0001', ...totals };
}

/** Ada, who is this in the one airline. */
function viewerAt(cursor: string, role: string) {
  const rights = { email: 'ada@example.org', emailVerified: true };
  const memberships = [{ ...member('m1', 'ada'), role }];
  return { __typename: 'Viewer', user: { ...user('ada'), ...rights }, cursor, permissions: [], deletionDueAt: null, memberships };
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

function page<T>(nodes: T[], first = nodes.length) {
  return {
    edges: nodes.slice(0, first).map((node, index) => ({ cursor: String(index), node })),
    pageInfo: { hasNextPage: nodes.length > first, endCursor: null },
    totalCount: nodes.length,
    totalCountExact: true,
  };
}

const settled = () => vi.advanceTimersByTimeAsync(50);

function setUp(answers?: FirstAnswers) {
  const gateway = new FakeGateway();
  const history = new AirlineHistory();
  const tokens = { token: async () => 'token', renew: async () => 'renewed' as const };
  const { client, personal } = createShellClient({ fetcher: gateway.fetcher, tokens, socket: gateway.socket as never, history, answers });
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
  return { gateway, history, client, personal, live, shows };
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

  it('is counted in a list of which only the beginning was read', async () => {
    const { gateway, live, client } = setUp();
    gateway.pireps = [pirep('p1'), pirep('p2'), pirep('p3')];
    let count = 0;
    pipe(
      client.query(PirepsDocument, { code: 'NAX', first: 1, filter: { states: ['PENDING'] } }),
      subscribe(({ data }) => {
        count = data?.airline?.pireps.totalCount ?? count;
      }),
    );
    live.watch('nax', 'c1');
    await settled();
    expect(count).toBe(3);
    gateway.pireps = [pirep('p1'), pirep('p2')];
    await gateway.send('c1', 'c2', 'PIREP', pirep('p3', 'ACCEPTED'));
    expect(count).toBe(2);
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
      client.query(RosterDocument, { code: 'NAX' }),
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

describe('following the account', () => {
  async function signedIn(answers?: FirstAnswers) {
    const world = setUp(answers);
    const { gateway, client, live, personal } = world;
    gateway.viewer = viewerAt('a1', 'PILOT');
    await personal.keep(gateway.viewer as never);
    let role: string | undefined;
    pipe(
      client.query(ViewerDocument, {}),
      subscribe(({ data }) => {
        role = data?.viewer?.memberships[0]?.role;
      }),
    );
    await settled();
    await personal.keep(gateway.viewer as never); // the token was renewed
    live.watchAccount();
    await settled();
    return { ...world, role: () => role };
  }
  const promoted = { ...member('m1', 'ada'), role: 'STAFF' };

  it('begins where the viewer was read, once, and goes on from the last change', async () => {
    const { gateway, live } = await signedIn();
    live.watchAccount();
    await settled();
    expect(gateway.subscriptions.map(({ payload }) => payload.variables)).toEqual([{ after: 'a1' }]);
    gateway.viewer = viewerAt('a2', 'STAFF');
    await gateway.send('a1', 'a2', 'MEMBER', promoted);
    expect(JSON.parse(JSON.stringify(gateway.subscriptions[0]!.payload.variables))).toEqual({ after: 'a2' });
    live.stop();
    expect(gateway.subscriptions).toEqual([]);
  });

  it('shows another role at once, and asks again for what the role may see of airlines', async () => {
    const { gateway, role, shows } = await signedIn();
    const rows = shows();
    await settled();
    gateway.viewer = viewerAt('a2', 'STAFF');
    gateway.pireps = [pirep('p1')];
    await gateway.send('a1', 'a2', 'MEMBER', promoted);
    expect([role(), rows()]).toEqual(['STAFF', ['p1 PENDING']]);
  });

  it('asks again for what was on its way while the role changed', async () => {
    const { gateway, shows } = await signedIn();
    const release = gateway.hold();
    const rows = shows();
    await settled();
    gateway.viewer = viewerAt('a2', 'STAFF');
    gateway.pireps = [pirep('p1')];
    await gateway.send('a1', 'a2', 'MEMBER', promoted);
    release();
    await settled();
    expect(rows()).toEqual(['p1 PENDING']);
  });

  it('asks again for what came with the page, however soon the change comes', async () => {
    const cameWithPage = { airline: { ...nax, cursor: 'c1', me: null, pireps: page([]) } };
    const first = { viewer: null, name: 'Pireps', variables: { code: 'NAX', first: 20 }, data: cameWithPage };
    const { gateway, shows } = await signedIn(new FirstAnswers(first, Date.now));
    const rows = shows();
    await settled();
    gateway.viewer = viewerAt('a2', 'STAFF');
    gateway.pireps = [pirep('p1')];
    await gateway.send('a1', 'a2', 'MEMBER', promoted);
    expect(rows()).toEqual(['p1 PENDING']);
  });

  it('reads the viewer again for what is about the person alone, and nothing else', async () => {
    const { gateway, client, shows } = await signedIn();
    shows();
    await settled();
    const before = gateway.requests.length;
    const { user: ada, ...rest } = viewerAt('a2', 'PILOT');
    gateway.viewer = { ...rest, memberships: [], user: { ...ada, displayName: 'Ada Lund' } };
    await gateway.send('a1', 'a2', 'USER', gateway.viewer.user);
    expect(gateway.requests.slice(before)).toEqual(['Viewer']);
    expect(client.readQuery(ViewerDocument, {})?.data?.viewer?.user.displayName).toBe('Ada Lund');
    await gateway.send('a1', 'a2', 'USER', gateway.viewer.user); // heard before
    expect(gateway.requests).toHaveLength(before + 1);
  });

  it('asks once more when a change overtook the answer, and not for ever where the answer stays behind', async () => {
    const { gateway, client, role } = await signedIn();
    const release = gateway.hold();
    void client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    await settled();
    await gateway.send('a1', 'a2', 'MEMBER', promoted);
    release();
    await settled();
    const asked = gateway.requests.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(gateway.requests).toHaveLength(asked);
    expect(asked).toBeLessThan(6);
    gateway.viewer = viewerAt('a3', 'STAFF');
    await gateway.send('a2', 'a3', 'MEMBER', promoted);
    expect(role()).toBe('STAFF');
  });

  it('reads everything again after a gap', async () => {
    const { gateway, role } = await signedIn();
    gateway.viewer = viewerAt('a9', 'STAFF');
    await gateway.send(null, 'a9', 'RESYNC');
    expect(role()).toBe('STAFF');
  });
});
