import { verify } from '@jetbridge/projector';
import { describe, expect, it } from 'vitest';
import { command } from './testing/airline-operations.ts';
import { databases } from './testing/product.ts';
import { password, startProductWithMail } from './testing/product-with-mail.ts';
import { openFollower } from './verbs/open-follower.ts';

const email = 'maja@example.org';
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) {
  kind node { ... on Member { leftAt user { displayName } } } } }`;

describe.each(databases)('what happens to an account on %s', (database) => {
  async function withMember(role: 'PILOT' | 'ADMIN' = 'PILOT') {
    const product = await startProductWithMail({ database, deletionGraceDays: 3 }); // shorter than an invitation lasts
    product.setClock(Date.now());
    const platform = await product.setUp();
    const airlineId = await product.createAirline(platform, 'NAX');
    const maja = await product.newPerson(email, 'Maja Nowak');
    await product.joinAirline(email, airlineId, role);
    const run = (name: Parameters<typeof command>[1], token: string, input: object = {}) =>
      command(product, name, { airlineId, ...input }, token);
    const cursor = async () => (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: platform })).data.airline.cursor;
    const leaveForGood = () => product.send('requestAccountDeletion', { password }, maja);
    const eraseDue = async (dueAt: string) => {
      product.setClock(Date.parse(dueAt));
      await product.eraseDue();
      return product.signIn('admin@example.org');
    };
    return {
      product,
      platform,
      airlineId,
      maja,
      run,
      cursor,
      leaveForGood,
      eraseDue,
      [Symbol.asyncDispose]: () => product[Symbol.asyncDispose](),
    };
  }

  it('a new name is told in every airline the person is in, once it can be read there', async () => {
    await using world = await withMember();
    const { product, platform, airlineId, maja, cursor } = world;
    const otherId = await product.createAirline(platform, 'OTH');
    await product.joinAirline(email, otherId);
    const feeds = [airlineId, otherId].map(async (id, index) => {
      const after = index === 0 ? await cursor() : null;
      return product.subscribe(changes, { id, after }, platform);
    });
    const [first, second] = (await Promise.all(feeds)) as [ReturnType<typeof product.subscribe>, ReturnType<typeof product.subscribe>];
    await second.close();
    await product.send('updateProfile', { displayName: 'Maja Lund' }, maja);
    await product.send('updateProfile', { displayName: 'Maja Lund' }, maja); // no news
    await product.send('updateProfile', { displayName: 'Maja Holm' }, maja);
    const told = (await first.take(2)).map(({ data }) => data.airlineChanges);
    expect(told.map(({ kind }) => kind)).toEqual(['MEMBER', 'MEMBER']);
    expect(told[1].node.user.displayName).toBe('Maja Holm');
    const renamed = (await product.services.storage.log.readTenant(otherId, 0, 100)).filter(({ type }) => type === 'MemberRenamed');
    expect(renamed).toHaveLength(2);
    await first.close();
  });

  it('erased, it leaves its airlines, its applications and its invitations; its name goes from open pages', async () => {
    await using world = await withMember();
    const { product, platform, airlineId, maja, run, cursor, leaveForGood, eraseDue } = world;
    const otherId = await product.createAirline(platform, 'OTH');
    await command(product, 'updateAirline', { airlineId: otherId, joinPolicy: 'APPLY' }, platform);
    await command(product, 'joinAirline', { airlineId: otherId, message: 'It is me, Maja.' }, maja);
    const thirdId = await product.createAirline(platform, 'TRD');
    await command(product, 'inviteMember', { airlineId: thirdId, email, role: 'PILOT' }, platform);
    await run('changeMemberRole', platform, { userId: (await product.send('viewer', {}, maja)).data.viewer.user.id, role: 'ADMIN' });
    await run('inviteMember', maja, { email: 'guest@example.org', role: 'PILOT' });
    const after = await cursor();
    const { data } = await leaveForGood();
    const admin = await eraseDue(data.requestAccountDeletion.deletionDueAt);
    const feed = product.subscribe(changes, { id: airlineId, after }, admin);
    expect((await feed.take(2)).map(({ data }) => data.airlineChanges.node)).toEqual([
      { leftAt: expect.any(String), user: { displayName: 'Former member' } },
      { leftAt: expect.any(String), user: { displayName: 'Former member' } },
    ]);
    await feed.close();
    const seen = await product.ask(
      `{ nax: airline(code: "NAX") { members { totalCount } invitations { edges { node { email invitedBy { displayName } } } } }
         oth: airline(code: "OTH") { applications { totalCount } } trd: airline(code: "TRD") { invitations { totalCount } } }`,
      {},
      { token: admin },
    );
    expect(seen.data).toEqual({
      nax: { members: { totalCount: 1 }, invitations: { edges: [{ node: { email: 'guest@example.org', invitedBy: null } }] } },
      oth: { applications: { totalCount: 0 } },
      trd: { invitations: { totalCount: 0 } },
    });
    await using follower = await openFollower(product.services.config);
    expect(await verify(follower)).toEqual([]);
  });

  it('of the only admin of an active airline with members is not given up, until somebody else is, or it is closed', async () => {
    await using world = await withMember('ADMIN');
    const { product, platform, run, leaveForGood } = world;
    await product.joinAirline(email, await product.createAirline(platform, 'OTH'));
    await run('leaveAirline', platform);
    await product.person('lars', { airlineId: world.airlineId, role: 'PILOT' });
    const refused = await leaveForGood();
    expect(refused.codes).toEqual(['CONFLICT']);
    expect(refused.errors?.[0]?.message).toBe(
      'You are the only admin of NAX: make somebody else an admin there, or close the airline, first.',
    );
    await run('closeAirline', world.maja, { reason: 'I have to go.', code: 'NAX' });
    expect((await leaveForGood()).codes).toEqual([]);
  });

  it('the last admin who is erased all the same leaves an airline that a platform admin can give a new one', async () => {
    await using world = await withMember('ADMIN');
    const { product, platform, run, leaveForGood, eraseDue, airlineId } = world;
    const { data } = await leaveForGood(); // another is an admin then
    await product.person('lars', { airlineId, role: 'PILOT' });
    const larsId = (await product.services.credentials.find('lars@example.org'))!.userId;
    await product.joinAirline('lars@example.org', await product.createAirline(platform, 'OTH'));
    await run('leaveAirline', platform);
    const admin = await eraseDue(data.requestAccountDeletion.deletionDueAt);
    const members = '{ airline(code: "NAX") { members { edges { node { role } } } } }';
    expect((await product.ask(members, {}, { token: admin })).data.airline.members.edges).toEqual([{ node: { role: 'PILOT' } }]);
    expect((await run('changeMemberRole', admin, { userId: larsId, role: 'ADMIN' })).codes).toEqual([]);
  });
});
