import { expect, it } from 'vitest';
import { filingRows } from './filing-rows.ts';
import type { FilePirepInput } from './operations/generated.ts';

const filed = (departure: string, airlineId = 'nax') =>
  ({ airlineId, flightNumber: '417', departure, offBlockAt: '2026-11-22T08:00:00Z' }) as FilePirepInput;

it('shows what is filed with this airline until it is in the list', () => {
  const filing = [filed('ENGM'), filed('ENBR'), filed('ENGM', 'abx')];
  expect(filingRows(filing, 'nax', [])).toEqual([filing[0], filing[1]]);
  expect(filingRows(filing, 'nax', [{ flightNumber: '417', offBlockAt: '2026-11-22T08:00:00.000Z', departure: { icao: 'ENGM' } }])).toEqual(
    [filing[1]],
  );
  expect(filingRows(filing, undefined, [])).toEqual([]);
});
