import { PirepRow, type ReadRows } from '@jetbridge/schema/storage';
import { aFlight } from '@jetbridge/schema/testing';
import { expect, it } from 'vitest';
import { startProduct } from '../testing/product.ts';

const file = `mutation ($input: FilePirepInput!) { filePirep(input: $input) { pirep { id } } }`;
const changes = `subscription ($id: ID!, $after: Cursor) { airlineChanges(airlineId: $id, after: $after) { node { ... on Pirep { id } } } }`;

it('tells no change without what it changed: while that cannot be read, it waits', async () => {
  await using product = await startProduct();
  const token = await product.setUp();
  const airlineId = await product.createAirline(token, 'NAX');
  const start = (await product.ask(`{ airline(code: "NAX") { cursor } }`, {}, { token })).data.airline.cursor;
  const { data } = await product.ask(file, { input: aFlight({ airlineId }) }, { token });

  const { readRows } = product.services;
  let failures = 0;
  const sometimesAway: ReadRows = (entity, ...rest) => {
    if (entity !== PirepRow || failures === 2) return readRows(entity, ...rest);
    failures++;
    return Promise.reject(Object.assign(new Error('terminating connection due to crash of another server process'), { code: '57P02' }));
  };
  Object.assign(product.services, { readRows: sometimesAway });
  const live = product.subscribe(changes, { id: airlineId, after: start }, token);
  const told = await live.next();
  expect(told?.errors).toBeUndefined();
  expect(told?.data.airlineChanges.node).toEqual({ id: data.filePirep.pirep.id });
  expect(failures).toBe(2);
  await live.close();
});
