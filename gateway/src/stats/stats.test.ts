import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePireps } from '../testing/many-pireps.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const now = Date.parse('2026-06-30T15:00:00Z');
const day = 24 * 60 * 60_000;
const figures = `days flights minutes distanceNm filed accepted rejected acceptRate daily { date flights minutes distanceNm filed }
  routes { departure { icao } arrival { icao } flights minutes distanceNm }`;

describe.each(databases)('statistics on %s', (database) => {
  let product: Product;
  let ada: string;
  let ben: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    product.setClock(now);
    ada = await product.setUp();
    const airlineId = await product.createAirline(ada, 'NAX');
    ben = await product.person('ben', { airlineId, role: 'PILOT' });
    const memberOf = async (token: string) =>
      (await product.ask('{ airline(code: "NAX") { me { id } } }', {}, { token })).data.airline.me.id;
    const [adasId, bensId] = [await memberOf(ada), await memberOf(ben)];
    const flown = (
      pirepId: string,
      memberId: string,
      onBlock: number,
      outcome: 'ACCEPTED' | 'REJECTED' | undefined,
      report: object = {},
    ) => ({
      ...{ pirepId, memberId, outcome, filedAt: onBlock + 60_000 },
      report: {
        onBlockAt: new Date(onBlock).toISOString(),
        offBlockAt: new Date(onBlock - 3_600_000).toISOString(),
        blockMinutes: 60,
        ...report,
      },
    });
    const midnight = Date.parse('2026-06-30T00:00:00Z');
    await filePireps(product, airlineId, [
      flown('today', adasId, midnight, 'ACCEPTED', { distanceNm: 100.1 }),
      flown('also', bensId, midnight + 1, 'ACCEPTED', { distanceNm: 200.2, blockMinutes: 45 }),
      flown('late', bensId, midnight - 1, 'ACCEPTED', { departure: 'ENBR', arrival: 'ENGM', distanceNm: 300.3, blockMinutes: 30 }),
      flown('no', bensId, now - 3 * 60_000, 'REJECTED'),
      flown('wait', bensId, now - 2 * 60_000, undefined),
      flown('first', adasId, midnight - 6 * day, 'ACCEPTED', { departure: 'EGLL', arrival: 'KJFK', distanceNm: 10, blockMinutes: 10 }),
      flown('before', adasId, midnight - 6 * day - 1, 'ACCEPTED'),
    ]);
  });
  afterAll(() => product[Symbol.asyncDispose]());

  it('count what was accepted by the day it came on block, in UTC', async () => {
    const query = `{ airline(code: "NAX") { stats(days: 7) { activePilots ${figures} } } }`;
    const { stats } = (await product.ask(query, {}, { token: ben })).data.airline;
    expect(stats).toMatchObject({ days: 7, flights: 4, minutes: 145, distanceNm: 610.6, activePilots: 2 });
    // 'before' came on block a moment too early, and was filed in time.
    expect(stats).toMatchObject({ filed: 7, accepted: 5, rejected: 1, acceptRate: 5 / 6 });
    expect(stats.daily.map(({ date, flights, filed }: { date: string; flights: number; filed: number }) => [date, flights, filed])).toEqual(
      [
        ['2026-06-24', 1, 2],
        ['2026-06-25', 0, 0],
        ['2026-06-26', 0, 0],
        ['2026-06-27', 0, 0],
        ['2026-06-28', 0, 0],
        ['2026-06-29', 1, 0],
        ['2026-06-30', 2, 5],
      ],
    );
    expect(stats.routes[0]).toEqual({
      departure: { icao: 'ENGM' },
      arrival: { icao: 'ENBR' },
      flights: 2,
      minutes: 105,
      distanceNm: 300.3,
    });
    expect(stats.routes).toHaveLength(3);
  });

  it('of a pilot are theirs alone', async () => {
    const query = `{ airline(code: "NAX") { me { stats(days: 1) { ${figures} } } } }`;
    const { stats } = (await product.ask(query, {}, { token: ben })).data.airline.me;
    expect(stats).toMatchObject({ days: 1, flights: 1, minutes: 45, distanceNm: 200.2, filed: 4, accepted: 2, rejected: 1 });
    expect(stats.daily).toEqual([{ date: '2026-06-30', flights: 1, minutes: 45, distanceNm: 200.2, filed: 4 }]);
  });

  it('of nothing are zeros, and no rate', async () => {
    await product.createAirline(ada, 'NEW');
    const query = `{ airline(code: "NEW") { stats { activePilots ${figures} leaderboard { place } } } }`;
    const { stats } = (await product.ask(query, {}, { token: ada })).data.airline;
    expect(stats).toMatchObject({ days: 30, flights: 0, filed: 0, acceptRate: null, activePilots: 0, routes: [], leaderboard: [] });
    expect(stats.daily).toHaveLength(30);
  });

  it.each([
    [
      'FLIGHTS',
      [
        ['NAX0001', 1],
        ['NAX0002', 1],
      ],
    ],
    [
      'HOURS',
      [
        ['NAX0002', 1],
        ['NAX0001', 2],
      ],
    ],
    [
      'DISTANCE',
      [
        ['NAX0002', 1],
        ['NAX0001', 2],
      ],
    ],
  ])('rank pilots by %s', async (by, expected) => {
    const query = `{ airline(code: "NAX") { stats(days: 7) { leaderboard(by: ${by}) { place member { callsign } } } } }`;
    const { leaderboard } = (await product.ask(query, {}, { token: ben })).data.airline.stats;
    const shown = leaderboard.map(({ place, member }: { place: number; member: { callsign: string } }) => [member.callsign, place]);
    expect(new Map(shown)).toEqual(new Map(expected as [string, number][]));
  });

  it.each([0, -1, 367])('are not of %d days', async (days) => {
    const { errors } = await product.ask(`{ airline(code: "NAX") { stats(days: ${days}) { flights } } }`, {}, { token: ben });
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT', field: 'days' });
  });
});
