import { aFlight } from '@jetbridge/schema/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../testing/client.ts';
import { databases, type Product, startProduct } from '../testing/product.ts';

const entry = 'id kind text at actor { displayName } pirep { flightNumber } member { callsign } changes { field from to }';
const ofAirline = `query ($first: Int, $after: String) { airline(code: "NAX") {
  history(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${entry} } } }
} }`;
const ofMember = `query ($number: Int!, $first: Int, $after: String) { airline(code: "NAX") { member(pilotNumber: $number) {
  history(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${entry} } } }
} } }`;
type Line = { kind: string; text: string | null; actor: { displayName: string } | null; pirep: { flightNumber: string } | null };

describe.each(databases)('history on %s', (database) => {
  let product: Product;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    product = await startProduct({ database });
    tokens.admin = await product.setUp();
    const airlineId = await product.createAirline(tokens.admin, 'NAX');
    tokens.ben = await product.person('ben', { airlineId, role: 'PILOT' });
    tokens.cleo = await product.person('cleo', { airlineId, role: 'PILOT' });
    tokens.staff = await product.person('staff', { airlineId, role: 'STAFF' });
    const file = async (flightNumber: string, token: string) => {
      const query = 'mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }';
      return (await product.ask(query, { input: aFlight({ airlineId, flightNumber }) }, { token })).data.filePirep.pirep.id as string;
    };
    const bens = await file('1', tokens.ben);
    await file('2', tokens.cleo);
    const { airlineId: _, ...flight } = aFlight({ flightNumber: '1A' });
    const amend = 'mutation ($input: AmendPirepInput!) { amendPirep(input: $input) { cursor } }';
    await product.ask(amend, { input: { ...flight, pirepId: bens } }, { token: tokens.ben });
    const reject = 'mutation ($id: ID!) { rejectPirep(input: { pirepId: $id, reason: "No fuel." }) { cursor } }';
    await product.ask(reject, { id: bens }, { token: tokens.staff });
  });
  afterAll(() => product[Symbol.asyncDispose]());

  /** All pages, newest first. */
  async function read(query: string, token: string, variables: object = {}): Promise<Line[]> {
    const lines: Line[] = [];
    for (let after: string | null = null; ; ) {
      const { data }: Answer = await product.ask(query, { first: 2, after, ...variables }, { token });
      const { airline } = data;
      const { edges, pageInfo, totalCount } = (airline.member ?? airline).history;
      lines.push(...edges.map(({ node }: { node: Line }) => node));
      after = pageInfo.endCursor;
      if (pageInfo.hasNextPage) continue;
      expect(totalCount).toBe(lines.length);
      return lines;
    }
  }

  it('of an airline tells everything, newest first: who, what, when, why', async () => {
    const lines = await read(ofAirline, tokens.staff!);
    expect(lines.map(({ kind, actor, pirep }) => [kind, actor?.displayName ?? null, pirep?.flightNumber ?? null])).toEqual([
      ['PIREP_REJECTED', 'staff', '1A'],
      ['PIREP_AMENDED', 'ben', '1A'],
      ['PIREP_FILED', 'cleo', '2'],
      ['PIREP_FILED', 'ben', '1A'],
      ['MEMBER_JOINED', null, null],
      ['MEMBER_JOINED', null, null],
      ['MEMBER_JOINED', null, null],
      ['MEMBER_JOINED', 'Ada Admin', null],
      ['AIRLINE_CREATED', 'Ada Admin', null],
    ]);
    expect(lines[0]).toMatchObject({ text: 'No fuel.', member: { callsign: 'NAX0002' } });
    expect(lines[1]).toMatchObject({ changes: [{ field: 'flightNumber', from: '1', to: '1A' }] });
  });

  it('of a member is what the roster says of them and what became of their PIREPs', async () => {
    for (const token of [tokens.ben!, tokens.staff!]) {
      const lines = await read(ofMember, token, { number: 2 });
      expect(lines.map(({ kind }) => kind)).toEqual(['PIREP_REJECTED', 'PIREP_AMENDED', 'PIREP_FILED', 'MEMBER_JOINED']);
    }
  });

  it('is for staff, and a member’s own for them', async () => {
    expect((await product.ask(ofAirline, {}, { token: tokens.ben })).codes).toEqual(['FORBIDDEN']);
    expect((await product.ask(ofMember, { number: 3 }, { token: tokens.ben })).codes).toEqual(['FORBIDDEN']);
    const create = 'mutation { createApiKey(input: { name: "k", scopes: ["member:list"] }) { secret } }';
    const { secret } = (await product.ask(create, {}, { token: tokens.ben })).data.createApiKey;
    expect((await product.ask(ofMember, { number: 2 }, { token: secret })).codes).toEqual(['FORBIDDEN']);
  });

  it('keeps its pages while more happens, and its cursors to itself', async () => {
    const first = (await product.ask(ofAirline, { first: 3 }, { token: tokens.staff })).data.airline.history;
    const { id } = (await product.ask('{ airlines { edges { node { id } } } }', {}, { token: tokens.admin })).data.airlines.edges[0].node;
    const input = aFlight({ airlineId: id, flightNumber: '3' });
    await product.ask('mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }', { input }, { token: tokens.cleo });
    const next = (await product.ask(ofAirline, { first: 1, after: first.pageInfo.endCursor }, { token: tokens.staff })).data.airline
      .history;
    expect(next.edges[0].node).toMatchObject({ kind: 'PIREP_FILED', actor: { displayName: 'ben' } });
    const elsewhere = await product.ask(ofMember, { number: 2, after: first.pageInfo.endCursor }, { token: tokens.staff });
    expect(elsewhere.codes).toEqual(['NOT_FOUND']);
  });
});
