import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/airline-operations.ts';
import { databases, type Product } from '../testing/product.ts';
import { startProductWithMail } from '../testing/product-with-mail.ts';

type Feed = ReturnType<Product['subscribe']>;
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) {
  kind node { ... on Member { leftAt user { displayName } } ... on Application { message } ... on Airline { name } } } }`;
const home = `{ airline(code: "NAX") { me { id pilotNumber flights } myApplication { state reason message } members { totalCount } } }`;

describe.each(databases)('joining on %s', (database) => {
  async function withAirline(joinPolicy: 'OPEN' | 'APPLY' | 'INVITE') {
    const product = await startProductWithMail({ database });
    const admin = await product.setUp();
    const airlineId = await product.createAirline(admin, 'NAX');
    await command(product, 'updateAirline', { airlineId, joinPolicy }, admin);
    const run = (name: Parameters<typeof command>[1], token: string, input: object = {}) =>
      command(product, name, { airlineId, ...input }, token);
    const seenBy = async (token: string) => (await product.ask(home, {}, { token })).data.airline;
    const idOf = async (token: string): Promise<string> => (await product.send('viewer', {}, token)).data.viewer.user.id;
    return { product, admin, airlineId, run, seenBy, idOf, [Symbol.asyncDispose]: () => product[Symbol.asyncDispose]() };
  }

  it('an open airline makes a pilot of whoever asks; who leaves comes back with number and flights', async () => {
    await using world = await withAirline('OPEN');
    const { product, admin, airlineId, run, idOf } = world;
    const maja = await product.newPerson('maja@example.org');
    const joined = await run('joinAirline', maja, { commandId: 'j' });
    expect(joined.data).toMatchObject({ member: { role: 'PILOT', pilotNumber: 2 }, application: null });
    expect((await run('joinAirline', maja, { commandId: 'j' })).data).toEqual(joined.data);
    expect((await run('joinAirline', maja)).codes).toEqual(['CONFLICT']);
    const file = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
    const { data } = await product.ask(file, { input: aFlight({ airlineId }) }, { token: maja });
    const accept = `mutation ($id: ID!) { acceptPirep(input: { pirepId: $id }) { cursor } }`;
    await product.ask(accept, { id: data.filePirep.pirep.id }, { token: admin });
    expect((await run('leaveAirline', maja)).codes).toEqual([]);
    expect((await world.seenBy(admin)).members.totalCount).toBe(1);
    expect((await product.ask('{ viewer { memberships { id } } }', {}, { token: maja })).data.viewer.memberships).toEqual([]);
    expect((await product.ask('{ airline(code: "NAX") { members { totalCount } } }', {}, { token: maja })).codes).toEqual(['NOT_FOUND']);
    const former = '{ airline(code: "NAX") { member(pilotNumber: 2) { leftAt flights } } }';
    const { member } = (await product.ask(former, {}, { token: admin })).data.airline;
    expect(member).toEqual({ leftAt: expect.any(String), flights: 1 });
    await run('joinAirline', await product.person('other')); // takes the next number, not the one that is free
    const back = (await run('joinAirline', maja)).data.member;
    expect(back).toMatchObject({ id: joined.data.member.id, pilotNumber: 2, leftAt: null });
    expect((await world.seenBy(maja)).me).toMatchObject({ flights: 1, pilotNumber: 2 });
    expect((await run('removeMember', admin, { userId: await idOf(maja), reason: ' ' })).error?.extensions.field).toBe('reason');
  });

  it('one that is asked first mails the answer: declined with a reason, then accepted', async () => {
    await using world = await withAirline('APPLY');
    const { product, admin, run, seenBy } = world;
    const maja = await product.newPerson('maja@example.org');
    const applied = await run('joinAirline', maja, { message: ' I fly at night. ' });
    expect(applied.data).toMatchObject({ member: null, application: { state: 'OPEN', message: 'I fly at night.' } });
    expect((await run('joinAirline', maja)).codes).toEqual(['CONFLICT']);
    const waiting = '{ airline(code: "NAX") { applications { totalCount edges { node { id message user { displayName } } } } } }';
    const { edges } = (await product.ask(waiting, {}, { token: admin })).data.airline.applications;
    expect(edges).toMatchObject([{ node: { id: applied.data.application.id, user: { displayName: 'Maja Nowak' } } }]);

    const decide = (id: string, accept: boolean, reason: string | null = null) =>
      command(product, 'decideApplication', { applicationId: id, accept, reason }, admin);
    expect((await decide(edges[0].node.id, false)).error?.extensions.field).toBe('reason');
    expect((await decide(edges[0].node.id, false, 'Nights are full.')).codes).toEqual([]);
    const declined = await product.mails.mail('maja@example.org');
    expect([declined.subject, declined.text]).toEqual([
      'Your application to Airline NAX was declined',
      expect.stringContaining('Nights are full.'),
    ]);
    expect(await seenBy(admin)).toMatchObject({ members: { totalCount: 1 } });
    const own = '{ airline(code: "NAX") { me { id } myApplication { state reason message } } }';
    expect((await product.ask(own, {}, { token: maja })).data.airline).toEqual({
      me: null,
      myApplication: { state: 'DECLINED', reason: 'Nights are full.', message: null },
    });

    const again = (await run('joinAirline', maja)).data.application.id;
    expect((await decide(again, true)).codes).toEqual([]);
    expect((await product.mails.mail('maja@example.org')).subject).toBe('Welcome to Airline NAX');
    expect((await seenBy(maja)).me).toMatchObject({ pilotNumber: 2 });
    expect((await decide(again, false, 'No.')).codes).toEqual(['CONFLICT']);
    expect((await run('withdrawApplication', maja)).codes).toEqual(['NOT_FOUND']);
    const other = await product.person('other');
    await run('joinAirline', other);
    expect((await run('withdrawApplication', other)).codes).toEqual([]);
    expect((await product.ask(waiting, {}, { token: admin })).data.airline.applications.totalCount).toBe(0);
  });

  it('one for guests says so', async () => {
    await using world = await withAirline('INVITE');
    const refused = await world.run('joinAirline', await world.product.person('maja'));
    expect(refused.error).toMatchObject({ message: 'Airline NAX takes new pilots by invitation only.', extensions: { code: 'FORBIDDEN' } });
    const nowhere = await world.run('joinAirline', await world.product.person('lars'), { airlineId: 'nowhere' });
    expect(nowhere.codes).toEqual(['NOT_FOUND']);
  });

  it('roles are live: who is removed is told no more, and may nothing more; a new admin may at once', async () => {
    await using world = await withAirline('OPEN');
    const { product, admin, airlineId, run, idOf } = world;
    const [maja, lars] = [
      await product.person('maja', { airlineId, role: 'PILOT' }),
      await product.person('lars', { airlineId, role: 'PILOT' }),
    ];
    const [majaId, larsId] = [await idOf(maja), await idOf(lars)];
    expect((await run('updateAirline', maja, { name: 'Mine' })).codes).toEqual(['FORBIDDEN']);
    const after = (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token: admin })).data.airline.cursor;
    await run('updateAirline', admin, { name: 'Norse' });
    const [hers, his] = [maja, lars].map((token) => product.subscribe(changes, { id: airlineId, after }, token)) as [Feed, Feed];
    for (const feed of [hers, his]) expect((await feed.next())?.data.airlineChanges.node.name).toBe('Norse');
    expect((await run('changeMemberRole', admin, { userId: larsId, role: 'ADMIN' })).data.member.role).toBe('ADMIN');
    expect((await run('updateAirline', lars, { name: 'Ours' })).codes).toEqual([]);
    expect((await run('removeMember', lars, { userId: majaId, reason: 'Away for a year.' })).codes).toEqual([]);
    expect((await run('updateAirline', lars, { name: 'Without her' })).codes).toEqual([]);
    const told = (await his.take(4)).map(({ data }) => data.airlineChanges.kind);
    expect(told).toEqual(['MEMBER', 'AIRLINE', 'MEMBER', 'AIRLINE']);
    // Hers ends: what happened before she went may have come, nothing of after.
    const end = await Promise.resolve()
      .then(async () => {
        for (;;) expect(JSON.stringify(await hers.next())).not.toContain('Without her');
      })
      .catch((error: unknown) => error);
    expect(end).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await Promise.all([hers.close(), his.close()]);
    const codes = async (token: string) => (await product.ask('{ airline(code: "NAX") { cursor } }', {}, { token })).codes;
    expect(await codes(maja)).toEqual(['NOT_FOUND']);
    expect((await run('leaveAirline', lars)).codes).toEqual([]); // the founder is an admin still
    expect((await run('leaveAirline', admin)).error?.message).toContain('needs an admin');
    expect((await run('changeMemberRole', admin, { userId: await idOf(admin), role: 'PILOT' })).codes).toEqual(['CONFLICT']);
  });
});
