import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases, type Product, startProduct } from '../testing/product.ts';

const filePirep = `mutation ($input: FilePirepInput!) {
  filePirep(input: $input) { cursor pirep { id state distanceNm distanceOverridden blockMinutes fuelUsedKg fuelUnit pilot { callsign } departure { icao timezone } } }
}`;
const accept = `mutation ($input: PirepInput!) { acceptPirep(input: $input) { cursor pirep { state reviewer { callsign } pilot { minutes flights distanceNm lastAirport { icao } } } } }`;
const list = `query ($first: Int, $after: String, $filter: PirepFilter) {
  airline(code: "NAX") { pireps(first: $first, after: $after, filter: $filter) { totalCount pageInfo { hasNextPage endCursor } edges { node { id flightNumber state } } } }
}`;

describe.each(databases)('PIREPs on %s', (database) => {
  let product: Product;
  let token: string;
  let staff: string;
  let airlineId: string;

  beforeAll(async () => {
    product = await startProduct({ database });
    token = await product.setUp();
    airlineId = await product.createAirline(token, 'NAX');
    staff = await product.person('staff', { airlineId, role: 'STAFF' });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  let flights = 0;
  const aNewFlight = () => aFlight({ airlineId, flightNumber: String(++flights) });
  const file = (over: object = {}) => product.ask(filePirep, { input: { ...aNewFlight(), ...over } }, { token });
  const events = async () => (await product.services.storage.log.readTenant(airlineId, 0, 10_000)).length;

  describe('filePirep', () => {
    it('answers with what it computed', async () => {
      const { data } = await file({ fuelUsed: { value: 1_000, unit: 'LB' } });
      expect(data.filePirep.pirep).toMatchObject({
        state: 'PENDING',
        distanceNm: 175.3,
        distanceOverridden: false,
        blockMinutes: 55,
        fuelUsedKg: 453.6,
        fuelUnit: 'LB',
        pilot: { callsign: 'NAX0001' },
        departure: { icao: 'ENGM', timezone: 'Europe/Oslo' },
      });
    });

    it.each<[string, string, object]>([
      ['an unknown airport', 'departure', { departure: 'XXXX' }],
      ['a code in lower case', 'arrival', { arrival: 'enbr' }],
      ['on-block before off-block', 'onBlockAt', { onBlockAt: '2026-01-01T09:00:00Z' }],
      ['more fuel used than there was', 'fuelUsed', { fuelUsed: { value: 11, unit: 'KG' }, blockFuel: { value: 10, unit: 'KG' } }],
      ['a remark of a megabyte', 'remarks', { remarks: 'x'.repeat(1024 * 1024) }],
      ['an unknown network', 'network', { network: 'CB_RADIO' }],
      ['a word for a number', 'landingRateFpm', { landingRateFpm: 'soft' }],
      ['a number for a word', 'flightNumber', { flightNumber: { nested: true } }],
      ['a time that is none', 'offBlockAt', { offBlockAt: 'yesterday' }],
      ['an unknown unit', 'fuelUsed.unit', { fuelUsed: { value: 1, unit: 'STONE' } }],
      ['a field that does not exist', 'pilotId', { pilotId: 'somebody' }],
      ['nothing where something must be', 'aircraftType', { aircraftType: null }],
    ])('refuses %s with one clear error, and stores nothing', async (_, field, over) => {
      const before = await events();
      const { errors } = await file(over);
      expect(errors).toHaveLength(1);
      expect(errors![0]).toMatchObject({ extensions: { code: 'INVALID_INPUT', field } });
      expect(errors![0]!.message.length).toBeLessThan(200);
      expect(await events()).toBe(before);
    });

    it('does the same command once, and says what it did then', async () => {
      const twice = { commandId: 'twice', flightNumber: '417' };
      const [one, two] = await Promise.all([file(twice), file(twice)]);
      const before = await events();
      const three = await file(twice);
      expect(new Set([one, two, three].map(({ data }) => data.filePirep.pirep.id)).size).toBe(1);
      expect(await events()).toBe(before);
      expect((await file({ commandId: 'twice', flightNumber: '1' })).errors?.[0]?.extensions).toMatchObject({
        code: 'CONFLICT',
        field: 'commandId',
      });
      const other = await product.ask(filePirep, { input: { ...aFlight({ airlineId }), commandId: 'twice' } }, { token: staff });
      expect(other.data.filePirep.pirep.id).not.toBe(one.data.filePirep.pirep.id);
    });
  });

  describe('acceptPirep', () => {
    it('credits the pilot once, however many reviewers press at once', async () => {
      const { data } = await product.ask(filePirep, { input: aNewFlight() }, { token: staff });
      const input = { pirepId: data.filePirep.pirep.id };
      const answers = await Promise.all(Array.from({ length: 8 }, () => product.ask(accept, { input }, { token })));
      expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
      for (const { codes } of answers) if (codes.length > 0) expect(codes).toEqual(['CONFLICT']);
      const won = answers.find(({ codes }) => codes.length === 0)!;
      expect(won.data.acceptPirep.pirep).toMatchObject({
        state: 'ACCEPTED',
        reviewer: { callsign: 'NAX0001' },
        pilot: { minutes: 55, flights: 1, distanceNm: 175.3, lastAirport: { icao: 'ENBR' } },
      });
    });

    it('refuses a staff member their own', async () => {
      const { data } = await product.ask(filePirep, { input: aNewFlight() }, { token: staff });
      expect((await product.ask(accept, { input: { pirepId: data.filePirep.pirep.id } }, { token: staff })).codes).toEqual(['FORBIDDEN']);
    });
  });

  describe('the list', () => {
    it('pages newest first, and stays stable while new ones arrive', async () => {
      for (let n = 1; n <= 5; n++) await file({ flightNumber: String(900 + n) });
      const first = (await product.ask(list, { first: 3 }, { token })).data.airline.pireps;
      expect(first.edges.map(({ node }: { node: { flightNumber: string } }) => node.flightNumber)).toEqual(['905', '904', '903']);
      await file({ flightNumber: '906' });
      const second = (await product.ask(list, { first: 2, after: first.pageInfo.endCursor }, { token })).data.airline.pireps;
      expect(second.edges.map(({ node }: { node: { flightNumber: string } }) => node.flightNumber)).toEqual(['902', '901']);
      expect(second.totalCount).toBe(first.totalCount + 1);
    });

    it('filters by state', async () => {
      const { edges } = (await product.ask(list, { first: 100, filter: { states: ['ACCEPTED'] } }, { token })).data.airline.pireps;
      expect(edges.length).toBeGreaterThan(0);
      expect(new Set(edges.map(({ node }: { node: { state: string } }) => node.state))).toEqual(new Set(['ACCEPTED']));
    });

    it('refuses a page that is too large', async () => {
      expect((await product.ask(list, { first: 101 }, { token })).errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        field: 'first',
      });
    });
  });
});
