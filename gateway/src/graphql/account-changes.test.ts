import { describe, expect, it } from 'vitest';
import { openServices } from '../context.ts';
import { historyCursor } from '../cursors.ts';
import { startServer } from '../server.ts';
import { type Answer, connectTo } from '../testing/client.ts';
import { signInAs } from '../testing/people.ts';
import { type Database, databases, startProduct } from '../testing/product.ts';
import { openSocket } from '../testing/raw-socket.ts';
import { accountTopic } from './topics.ts';

const fields = `cursor previous kind id actor { displayName }
  node { __typename ... on User { displayName } ... on Member { role leftAt airline { code } } ... on Application { id applicationState: state } ... on Airline { code state name } }`;
const account = `subscription ($after: Cursor) { accountChanges(after: $after) { ${fields} } }`;
const platform = `subscription ($after: Cursor) { platformChanges(after: $after) { ${fields} } }`;
const viewer = `{ viewer { cursor user { id displayName } memberships { id role } } }`;
const rename = `mutation ($displayName: String!) { updateProfile(input: { displayName: $displayName }) { user { id } } }`;
const role = `mutation ($input: ChangeMemberRoleInput!) { changeMemberRole(input: $input) { member { id } } }`;
const remove = `mutation ($input: MemberReasonInput!) { removeMember(input: $input) { ok } }`;

interface Change {
  cursor: string;
  previous: string;
  kind: string;
  id: string;
  // biome-ignore lint/suspicious/noExplicitAny: a union, and each test knows which
  node: any;
}
const changesIn = (answers: Answer[]) => answers.map(({ data }) => (data.accountChanges ?? data.platformChanges) as Change);
const chained = (start: string, changes: Change[]) =>
  expect(changes.map(({ previous }) => previous)).toEqual([start, ...changes.slice(0, -1).map(({ cursor }) => cursor)]);

/** An airline with its admin, and Pia, a pilot in it. */
async function open(database: Database) {
  const product = await startProduct({ database });
  const admin = await product.setUp();
  const airlineId = await product.createAirline(admin, 'NAX');
  const pia = await product.person('pia', { airlineId, role: 'PILOT' });
  const seen = async (token: string) => (await product.ask(viewer, {}, { token })).data.viewer;
  const { cursor: start, user, memberships } = await seen(pia);
  const userId: string = user.id;
  const give = (to: string) => product.ask(role, { input: { airlineId, userId, role: to } }, { token: admin });
  return {
    ...{ product, admin, airlineId, pia, userId, start: start as string, memberId: memberships[0].id as string, seen, give },
    rename: (displayName: string, token = pia) => product.ask(rename, { displayName }, { token }),
    remove: () => product.ask(remove, { input: { airlineId, userId, reason: 'So.' } }, { token: admin }),
    [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
  };
}

describe.each(databases)('changes of an account on %s', (database) => {
  it('tell a person what others do about them, wherever, with its effect readable', async () => {
    await using world = await open(database);
    const live = world.product.subscribe(account, { after: world.start }, world.pia);
    await world.give('STAFF');
    const [promoted] = changesIn(await live.take(1));
    expect(promoted).toMatchObject({
      ...{ kind: 'MEMBER', id: world.memberId, previous: world.start, actor: { displayName: 'Ada Admin' } },
      node: { role: 'STAFF', airline: { code: 'NAX' } },
    });
    await world.rename('Pia Nord');
    await world.remove();
    const [renamed, removed] = changesIn(await live.take(2));
    expect(renamed).toMatchObject({ kind: 'USER', id: world.userId, node: { displayName: 'Pia Nord' } });
    expect(removed).toMatchObject({ kind: 'MEMBER', id: world.memberId, node: { leftAt: expect.any(String) } });
    chained(world.start, [promoted!, renamed!, removed!]);
    expect(await world.seen(world.pia)).toMatchObject({ cursor: removed!.cursor, memberships: [] });
    await live.close();
  });

  it('tell an applicant how it went, and a founder what they founded', async () => {
    await using world = await open(database);
    const { product, admin, airlineId } = world;
    const applicant = await product.person('anton');
    const live = product.subscribe(account, { after: (await world.seen(applicant)).cursor }, applicant);
    const apply = `mutation ($id: ID!) { joinAirline(input: { airlineId: $id }) { application { id } } }`;
    const policy = 'mutation ($id: ID!) { updateAirline(input: { airlineId: $id, joinPolicy: APPLY }) { cursor } }';
    await product.ask(policy, { id: airlineId }, { token: admin });
    const decide = `mutation ($input: DecideApplicationInput!) { decideApplication(input: $input) { ok } }`;
    const answered = async (accept: boolean) => {
      const { data } = await product.ask(apply, { id: airlineId }, { token: applicant });
      const applicationId: string = data.joinAirline.application.id;
      await product.ask(decide, { input: { applicationId, accept, reason: accept ? null : 'Not now.' } }, { token: admin });
      return applicationId;
    };
    const declined = await answered(false);
    const told = changesIn(await live.take(2));
    expect(told.map(({ kind, id }) => [kind, id])).toEqual([
      ['APPLICATION', declined],
      ['APPLICATION', declined],
    ]);
    expect(told[1]!.node).toEqual({ __typename: 'Application', id: declined, applicationState: 'DECLINED' });
    const accepted = await answered(true);
    const rest = changesIn(await live.take(3));
    expect(rest.map(({ kind, id }) => (kind === 'APPLICATION' ? id : kind))).toEqual([accepted, accepted, 'MEMBER']);
    expect(rest[2]!.node).toMatchObject({ role: 'PILOT', airline: { code: 'NAX' } });
    await live.close();

    const start = (await world.seen(admin)).cursor;
    const founding = product.subscribe(account, { after: start }, admin);
    await product.createAirline(admin, 'OWN');
    expect(changesIn(await founding.take(1))[0]).toMatchObject({ kind: 'MEMBER', node: { role: 'ADMIN', airline: { code: 'OWN' } } });
    await founding.close();
  });

  it('go on from any cursor ever given, at another gateway too: no gap, no double, in order', async () => {
    await using world = await open(database);
    for (let n = 1; n <= 3; n++) {
      await world.give('STAFF');
      await world.rename(`Pia ${n}`);
      await world.give('PILOT');
    }
    const whole = world.product.subscribe(account, { after: world.start }, world.pia);
    const all = changesIn(await whole.take(9));
    await whole.close();
    chained(world.start, all);

    const services = await openServices({ ...world.product.services.config, roles: new Set(['gateway']) });
    const other = await startServer(services); // it gets no hint from the first, only the database
    const { subscribe } = connectTo(other.url);
    for (const [index, { cursor }] of all.slice(0, 8).entries()) {
      const rest = subscribe(account, { after: cursor }, world.pia);
      expect(changesIn(await rest.take(8 - index)).map((change) => change.cursor)).toEqual(
        all.slice(index + 1).map((change) => change.cursor),
      );
      await rest.close();
    }
    const back = subscribe(account, { after: all.at(-1)!.cursor }, world.pia);
    await world.give('STAFF');
    expect(changesIn(await back.take(1))[0]).toMatchObject({ previous: all.at(-1)!.cursor, node: { role: 'STAFF' } });
    await back.close();
    await other.close();
    await services.close();
  });

  it('miss nothing that happens while many join', async () => {
    await using world = await open(database);
    const renaming = (async () => {
      for (let n = 1; n <= 20; n++) await world.rename(`Pia ${n}`);
    })();
    const joining = Array.from({ length: 5 }, () => world.product.subscribe(account, { after: world.start }, world.pia));
    await renaming;
    for (const live of joining) {
      const seen = changesIn(await live.take(20));
      chained(world.start, seen);
      expect(seen.at(-1)!.node.displayName).toBe('Pia 20');
      await live.close();
    }
  });

  it('are heard by nobody else, neither a stranger nor a platform admin', async () => {
    await using world = await open(database);
    const stranger = await world.product.person('stranger');
    const others = await Promise.all(
      [stranger, world.admin].map(async (token) => world.product.subscribe(account, { after: (await world.seen(token)).cursor }, token)),
    );
    await world.give('STAFF');
    await world.rename('Pia Nord');
    await world.rename('Stranger Two', stranger);
    await world.rename('Ada Two', world.admin);
    const [first, second] = await Promise.all(others.map(async (live) => changesIn(await live.take(1))[0]!.node.displayName));
    expect([first, second]).toEqual(['Stranger Two', 'Ada Two']);
    for (const live of others) await live.close();
  });

  it('refuse the cursor of another, and load afresh from one that cannot be continued', async () => {
    await using world = await open(database);
    const { product, pia, admin, userId } = world;
    const foreign = (await world.seen(admin)).cursor;
    for (const [after, code] of [
      [foreign, 'NOT_FOUND'],
      ['nonsense', 'INVALID_INPUT'],
    ]) {
      const live = product.subscribe(account, { after }, pia);
      expect((await live.next())?.errors?.[0]?.extensions.code).toBe(code);
      await live.close();
    }
    const future = historyCursor(product.services.cursors, accountTopic(userId).key, { sequence: 99, part: 0 });
    const live = product.subscribe(account, { after: future }, pia);
    expect(changesIn(await live.take(1))[0]).toMatchObject({ kind: 'RESYNC', id: null, previous: null, cursor: world.start });
    await world.give('STAFF');
    expect(changesIn(await live.take(1))[0]).toMatchObject({ kind: 'MEMBER', previous: world.start });
    await live.close();
  });

  it('end with the session: what comes after is not delivered', async () => {
    await using world = await open(database);
    const { token } = await signInAs(world.product, 'pia@example.org');
    const socket = await openSocket(world.product.url, token);
    socket.subscribe('1', account, { after: world.start });
    await world.give('STAFF');
    await socket.until(() => socket.of('1').length > 0);
    await world.product.ask('mutation { signOut { ok } }', {}, { token });
    await world.give('PILOT');
    expect(await socket.closed).toBe(4403);
    expect(socket.of('1').filter(({ payload }) => payload?.data?.accountChanges)).toHaveLength(1);
  });
});

describe.each(databases)('changes of the platform on %s', (database) => {
  it('tell its admins of people and airlines, and nobody else', async () => {
    await using world = await open(database);
    const { product, admin, airlineId } = world;
    const { data } = await product.ask('{ platformHealth { cursor } }', {}, { token: admin });
    const from = data.platformHealth.cursor as string;
    const follow = product.subscribe(platform, { after: from }, admin);
    await product.createAirline(admin, 'OTH');
    await product.ask(
      'mutation ($id: ID!) { suspendAirline(input: { airlineId: $id, reason: "So." }) { cursor } }',
      { id: airlineId },
      { token: admin },
    );
    await world.rename('Pia Nord');
    const told = changesIn(await follow.take(4));
    expect(told.map(({ kind, node }) => [kind, node.code ?? node.displayName ?? node.role, node.state])).toEqual([
      ['MEMBER', 'ADMIN', undefined],
      ['AIRLINE', 'OTH', 'ACTIVE'],
      ['AIRLINE', 'NAX', 'SUSPENDED'],
      ['USER', 'Pia Nord', undefined],
    ]);
    chained(from, told);
    await follow.close();

    for (const [token, code] of [
      [world.pia, 'FORBIDDEN'],
      [undefined, 'UNAUTHENTICATED'],
    ] as const) {
      const refused = product.subscribe(platform, { after: from }, token);
      expect((await refused.next())?.errors?.[0]?.extensions.code).toBe(code);
      await refused.close();
    }
  });
});
