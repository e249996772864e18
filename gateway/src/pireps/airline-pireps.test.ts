import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filePireps } from '../testing/many-pireps.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const list = `query ($first: Int, $after: String, $filter: PirepFilter, $sort: PirepSort) {
  airline(code: "NAX") { pireps(first: $first, after: $after, filter: $filter, sort: $sort) {
    totalCount totalCountExact pageInfo { hasNextPage endCursor } edges { node { id } }
  } }
}`;
const start = Date.parse('2026-01-01T00:00:00Z');
const at = (hours: number) => new Date(start + hours * 3_600_000).toISOString();

describe.each(databases)('the PIREPs of an airline on %s', (database) => {
  let product: Product;
  let token: string;
  let airlineId: string;
  let memberId: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    token = await product.setUp();
    airlineId = await product.createAirline(token, 'NAX');
    memberId = (await product.ask('{ airline(code: "NAX") { me { id } } }', {}, { token })).data.airline.me.id;
    const kinds = [
      { flightNumber: '1', departure: 'ENGM', arrival: 'ENBR', aircraftType: 'B738', network: 'VATSIM', distanceNm: 175.3 },
      {
        flightNumber: '2',
        departure: 'ENBR',
        arrival: 'EGLL',
        aircraftType: 'A320',
        network: 'IVAO',
        distanceNm: 564.1,
        registration: 'LN-NGA',
      },
      { flightNumber: '3', departure: 'EGLL', arrival: 'KJFK', aircraftType: 'B789', network: 'OFFLINE', distanceNm: 2_991.3 },
    ] as const;
    await filePireps(
      product,
      airlineId,
      Array.from({ length: 12 }, (_, n) => ({
        ...{ pirepId: `p${String(n).padStart(2, '0')}`, memberId, filedAt: start + n * 3_600_000 },
        outcome: n % 3 === 0 ? 'ACCEPTED' : n % 3 === 1 ? 'REJECTED' : undefined,
        report: { ...kinds[n % 3]!, offBlockAt: at(-24 * n), onBlockAt: at(-24 * n + 1), blockMinutes: 60 + n },
      })),
    );
  });
  afterAll(() => product[Symbol.asyncDispose]());

  const ask = (variables: object) => product.ask(list, variables, { token });
  const found = async (filter: object, sort?: string) => {
    const { data } = await ask({ filter, sort, first: 100 });
    return data.airline.pireps.edges.map((edge: { node: { id: string } }) => Number(edge.node.id.slice(1)));
  };

  it.each<[string, object, number[]]>([
    ['its state', { states: ['REJECTED'] }, [10, 7, 4, 1]],
    ['one of two states', { states: ['PENDING', 'REJECTED'] }, [11, 10, 8, 7, 5, 4, 2, 1]],
    ['no state at all', { states: [] }, []],
    ['its departure', { departure: 'EGLL' }, [11, 8, 5, 2]],
    ['its arrival', { arrival: 'EGLL' }, [10, 7, 4, 1]],
    ['an airport at either end', { airport: 'EGLL' }, [11, 10, 8, 7, 5, 4, 2, 1]],
    ['its aircraft', { aircraftType: 'B738' }, [9, 6, 3, 0]],
    ['its network', { network: 'IVAO' }, [10, 7, 4, 1]],
    ['both of two filters', { network: 'IVAO', airport: 'EGLL' }, [10, 7, 4, 1]],
    ['off-block between two moments', { from: at(-24 * 4), to: at(-24 * 2) }, [3, 4]],
    ['words of any kind', { text: 'nax2 bergen' }, [10, 7, 4, 1]],
    ['a registration', { text: 'LN-NGA' }, [10, 7, 4, 1]],
    ['a pilot’s callsign', { text: 'NAX0001 A320' }, [10, 7, 4, 1]],
    ['a word that is nothing', { text: 'zeppelin' }, []],
  ])('are found by %s', async (_, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
    const { data } = await ask({ filter });
    expect(data.airline.pireps).toMatchObject({ totalCount: expected.length, totalCountExact: true });
  });

  it('come in the order that is asked for', async () => {
    expect((await found({}, 'FILED_ASC')).slice(0, 3)).toEqual([0, 1, 2]);
    expect((await found({}, 'OFF_BLOCK_DESC')).slice(0, 3)).toEqual([0, 1, 2]);
    expect((await found({}, 'BLOCK_TIME_DESC')).slice(0, 3)).toEqual([11, 10, 9]);
    expect((await found({}, 'DISTANCE_ASC')).slice(0, 5)).toEqual([0, 3, 6, 9, 1]);
  });

  it('keep their pages while new ones arrive, in any order', async () => {
    const first = (await ask({ first: 5, filter: { states: ['REJECTED', 'PENDING'] } })).data.airline.pireps;
    await filePireps(product, airlineId, [{ pirepId: 'p98', memberId, filedAt: start + 90 * 3_600_000, report: { aircraftType: 'C172' } }]);
    const variables = { first: 5, after: first.pageInfo.endCursor, filter: { states: ['REJECTED', 'PENDING'] } };
    const next = (await ask(variables)).data.airline.pireps;
    expect(next.edges.map((edge: { node: { id: string } }) => edge.node.id)).toEqual(['p04', 'p02', 'p01']);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });

  it('have cursors that are good for their list only', async () => {
    const { endCursor } = (await ask({ first: 2 })).data.airline.pireps.pageInfo;
    for (const other of [{ sort: 'OFF_BLOCK_DESC' }, { filter: { states: ['PENDING'] } }, { filter: { text: 'ENGM' } }]) {
      expect((await ask({ first: 2, after: endCursor, ...other })).codes).toEqual(['NOT_FOUND']);
    }
  });

  it.each<[string, object, string?]>([
    ['more words than five', { filter: { text: 'a b c d e f' } }, 'text'],
    ['a text without end', { filter: { text: 'x'.repeat(81) } }, 'text'],
    ['filing order between dates', { filter: { from: at(0) }, sort: 'FILED_DESC' }, 'sort'],
    ['a date that is none', { filter: { to: 'tomorrow' } }],
  ])('refuse %s', async (_, variables, field) => {
    const { errors } = await ask(variables);
    expect(errors?.[0]?.extensions).toEqual({ code: 'INVALID_INPUT', field });
  });
});
