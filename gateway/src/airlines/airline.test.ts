import { aFlight } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { command } from '../testing/airline-operations.ts';
import { databases, startProduct } from '../testing/product.ts';

const settings = {
  autoAccept: 'OFF',
  landingRateLimitFpm: null,
  autoAcceptNetworks: [],
  ownReview: 'ADMIN',
  distanceUnit: 'NM',
  weightUnit: 'KG',
};
const filePirep = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const reason = 'Left unattended.';

describe.each(databases)('an airline on %s', (database) => {
  async function withAirline() {
    const product = await startProduct({ database });
    const platform = await product.setUp();
    const airlineId = await product.createAirline(platform, 'NAX');
    const admin = await product.person('boss', { airlineId, role: 'ADMIN' });
    const run = (name: Parameters<typeof command>[1], input: object = {}, token = admin) =>
      command(product, name, { airlineId, ...input }, token);
    return { product, platform, airlineId, admin, run, [Symbol.asyncDispose]: () => product[Symbol.asyncDispose]() };
  }

  it('is changed in part, and both parts at once; the same again is answered and stored nowhere', async () => {
    await using world = await withAirline();
    const { product, run, airlineId } = world;
    const profile = { name: 'Norse Virtual', iata: 'N1', brandColour: '#D81939' };
    const changed = await run('updateAirline', {
      ...profile,
      settings: { autoAccept: 'RULES', landingRateLimitFpm: -600, autoAcceptNetworks: ['IVAO', 'VATSIM'] },
    });
    const after = { ...settings, autoAccept: 'RULES', landingRateLimitFpm: -600, autoAcceptNetworks: ['VATSIM', 'IVAO'] };
    expect(changed.data.airline).toMatchObject({ ...profile, brandColour: '#d81939', joinPolicy: 'INVITE', settings: after });
    const count = async () => (await product.services.storage.log.readTenant(airlineId, 0, 100)).length;
    const events = await count();
    const again = await run('updateAirline', { name: 'Norse Virtual', settings: { autoAccept: 'RULES' }, commandId: 'c' });
    expect(again.data).toEqual(changed.data);
    expect(await count()).toBe(events);
    const emptied = await run('updateAirline', {
      name: null,
      iata: null,
      brandColour: null,
      settings: { landingRateLimitFpm: null, autoAccept: null },
    });
    expect(emptied.data.airline).toMatchObject({
      name: 'Norse Virtual',
      iata: null,
      brandColour: null,
      settings: { ...after, landingRateLimitFpm: null },
    });
    expect((await run('updateAirline', { settings: { landingRateLimitFpm: 5 } })).error?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'settings.landingRateLimitFpm',
    });
  });

  it('has ranks, by which its members have theirs', async () => {
    await using world = await withAirline();
    const { product, run, admin } = world;
    const ranks = [
      { name: 'Captain', minimumHours: 100 },
      { name: 'Cadet', minimumHours: 0 },
    ];
    expect((await run('setRanks', { ranks })).data.airline.ranks).toEqual(ranks.toReversed());
    const { data } = await product.ask('{ airline(code: "NAX") { me { rank { name } } } }', {}, { token: admin });
    expect(data.airline.me.rank.name).toBe('Cadet');
    expect((await product.ask('{ airline(code: "NAX") { ranks { name } } }')).data.airline.ranks).toHaveLength(2);
    expect((await run('setRanks', { ranks: [...ranks, ranks[0]] })).error?.extensions.field).toBe('ranks.2.name');
  });

  it('suspended can be read and not changed, by nobody; reinstated it goes on', async () => {
    await using world = await withAirline();
    const { product, run, admin, platform, airlineId } = world;
    await run('updateAirline', { joinPolicy: 'OPEN' });
    expect((await run('suspendAirline', { reason })).codes).toEqual(['FORBIDDEN']);
    expect((await run('suspendAirline', { reason }, platform)).data.airline.state).toBe('SUSPENDED');
    const stranger = await product.person('stranger');
    const pilot = await product.person('maja', { airlineId, role: 'PILOT' });
    for (const token of [admin, platform]) {
      for (const [name, input] of [
        ['updateAirline', { name: 'Other' }],
        ['setRanks', { ranks: [] }],
        ['inviteMember', { email: 'x@example.org', role: 'PILOT' }],
        ['changeMemberRole', { userId: 'u', role: 'PILOT' }],
        ['removeMember', { userId: 'u', reason }],
      ] as const) {
        const refused = await run(name, input, token);
        expect([name, refused.codes, refused.error?.message]).toEqual([
          name,
          ['FORBIDDEN'],
          expect.stringContaining('suspended or closed'),
        ]);
      }
    }
    expect((await run('joinAirline', {}, stranger)).error?.message).toContain('suspended or closed');
    expect((await product.ask(filePirep, { input: aFlight({ airlineId }) }, { token: pilot })).codes).toEqual(['FORBIDDEN']);
    const read = '{ airline(code: "NAX") { state cursor members { totalCount } pireps { totalCount } settings { autoAccept } } }';
    expect((await product.ask(read, {}, { token: pilot })).codes).toEqual([]);
    expect((await run('leaveAirline', {}, pilot)).codes).toEqual([]);
    expect((await run('reinstateAirline', { reason }, admin)).codes).toEqual(['FORBIDDEN']);
    expect((await run('reinstateAirline', { reason }, platform)).data.airline.state).toBe('ACTIVE');
    expect((await run('joinAirline', {}, stranger)).codes).toEqual([]);
  });

  it('closed by its admin, who typed the code, is in the directory for members and platform admins only', async () => {
    await using world = await withAirline();
    const { product, run, admin, platform } = world;
    expect((await run('closeAirline', { reason, code: 'NXA' })).error?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'code' });
    expect((await run('closeAirline', { reason, code: 'NAX' })).data.airline.state).toBe('CLOSED');
    const listed = async (token?: string) =>
      (await product.ask('{ airlines { totalCount } }', {}, token ? { token } : {})).data.airlines.totalCount;
    const stranger = await product.person('stranger');
    expect(await Promise.all([listed(), listed(stranger), listed(admin), listed(platform)])).toEqual([0, 0, 1, 1]);
    expect((await run('leaveAirline', {}, platform)).codes).toEqual([]); // the founder
    expect((await run('leaveAirline')).codes).toEqual([]); // the last admin: nobody has to run it any more
    expect(await listed(admin)).toBe(0);
    expect((await run('reinstateAirline', { reason }, platform)).data.airline.state).toBe('ACTIVE');
  });

  it('lists its members in five orders, in pages that fit together', async () => {
    await using world = await withAirline();
    const { product, admin, airlineId } = world;
    for (const name of ['zoe', 'Ada', 'mia']) await product.person(name, { airlineId, role: 'PILOT' });
    const page = `query ($sort: MemberSort, $after: String) { airline(code: "NAX") { members(first: 2, sort: $sort, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { pilotNumber user { displayName } } } } } }`;
    const all = async (sort: string | null) => {
      const names: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { data, codes } = await product.ask(page, { sort, after }, { token: admin });
        expect(codes).toEqual([]);
        const { edges, pageInfo, totalCount } = data.airline.members;
        expect(totalCount).toBe(5);
        names.push(...edges.map(({ node }: { node: { user: { displayName: string } } }) => node.user.displayName));
        [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
      }
      return names.join(' ');
    };
    expect(await all(null)).toBe('Ada Admin boss zoe Ada mia');
    expect(await all('PILOT_NUMBER')).toBe('Ada Admin boss zoe Ada mia');
    expect(await all('NAME')).toBe('Ada Ada Admin boss mia zoe');
    expect(await all('JOINED')).toBe('mia Ada zoe boss Ada Admin');
    expect(await all('HOURS')).toBe('Ada Admin boss zoe Ada mia'); // nobody flew: by number
    expect(await all('FLIGHTS')).toBe('Ada Admin boss zoe Ada mia');
  });
});
