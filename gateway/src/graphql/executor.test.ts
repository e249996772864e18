import { aFlight } from '@jetbridge/schema/testing';
import { expect, it } from 'vitest';
import { startProduct } from '../testing/product.ts';

const page = `query Page($code: String!, $first: Int, $full: Boolean = true) {
  airline(code: $code) {
    code
    pireps(first: $first) { totalCount edges { node { flightNumber state ... @include(if: $full) { pilot { callsign user { displayName } } departure { icao } filedAt } } } }
  }
}`;

it('answers a compiled query as it answered the interpreted one', async () => {
  await using product = await startProduct();
  const token = await product.setUp();
  const airlineId = await product.createAirline(token, 'NAX');
  const file = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { cursor } }`;
  for (const flightNumber of ['1', '2', '3']) await product.ask(file, { input: aFlight({ airlineId, flightNumber }) }, { token });

  for (const variables of [{ code: 'NAX' }, { code: 'NAX', first: 2 }, { code: 'NAX', full: false }, { code: 'ZZZ' }]) {
    const [interpreted, ...compiled] = [
      await product.ask(`${page} # ${JSON.stringify(variables)}`, variables, { token }),
      await product.ask(`${page} # ${JSON.stringify(variables)}`, variables, { token }),
      await product.ask(`${page} # ${JSON.stringify(variables)}`, variables, { token }),
    ];
    for (const { data, errors } of compiled) expect({ data, errors }).toEqual({ data: interpreted!.data, errors: interpreted!.errors });
  }
  expect((await product.ask(page, { code: 'NAX' }, { token })).data.airline.pireps.edges[0].node.pilot.callsign).toBe('NAX0001');
});

it('refuses alike, and masks alike', async () => {
  await using product = await startProduct();
  const token = await product.setUp();
  await product.createAirline(token, 'NAX');
  const outcomes = async (query: string, variables: object, by?: string) => {
    const answers = [];
    for (let time = 0; time < 3; time++) answers.push(await product.ask(query, variables, { token: by }));
    return answers.map(({ status, errors }) =>
      JSON.stringify([status, errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))]),
    );
  };
  for (const [variables, by] of [
    [{ code: 'NAX', first: 101 }, token],
    [{ code: 'NAX' }, undefined],
    [{ code: 7 }, token],
    [{}, token],
  ] as const) {
    expect(new Set(await outcomes(page, variables, by)).size, JSON.stringify(variables)).toBe(1);
  }
});
