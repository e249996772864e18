import { describe, expect, it } from 'vitest';
import {
  countFilters,
  nextSort,
  pirepFilterOf,
  pirepsCsvPath,
  pirepsPath,
  readPirepView,
  sortedBy,
  wholePirepList,
} from './pirep-query.ts';

const full =
  '?state=REJECTED&text=oslo+82A&airport=ENGM&aircraft=B738&network=VATSIM&from=2026-11-01&to=2026-11-22&pilot=mine&sort=DISTANCE_ASC';

describe('the address of a list', () => {
  it('says everything the list shows, and is read back as it was', () => {
    const query = readPirepView(full);
    expect(query).toMatchObject({ state: 'REJECTED', text: 'oslo 82A', mine: true, sort: 'DISTANCE_ASC' });
    expect(pirepsPath('NAX', query)).toBe(`/airlines/NAX/pireps${full}`);
    expect(countFilters(query)).toBe(7);
  });

  it('says codes in capitals, and nothing that is half typed', () => {
    expect(pirepsPath('NAX', { ...wholePirepList, airport: 'engm', aircraft: 'B' })).toBe('/airlines/NAX/pireps?airport=ENGM');
  });

  it('is short for the whole list', () => {
    expect(pirepsPath('NAX', readPirepView(''))).toBe('/airlines/NAX/pireps');
    expect(readPirepView('')).toEqual(wholePirepList);
  });

  it('is not believed where it makes no sense', () => {
    const odd = '?state=LOST&airport=<b>&aircraft=1&network=FAX&from=2026-02-30&to=tomorrow&pilot=yours&sort=LUCK&more=1';
    expect(readPirepView(odd)).toEqual(wholePirepList);
    expect(readPirepView('?airport=engm&aircraft=b738')).toMatchObject({ airport: 'ENGM', aircraft: 'B738' });
  });
});

describe('what is asked of the server', () => {
  it('is the filter of the API, with both days included', () => {
    expect(pirepFilterOf(readPirepView(full), 'm1')).toEqual({
      states: ['REJECTED'],
      text: 'oslo 82A',
      airport: 'ENGM',
      aircraftType: 'B738',
      network: 'VATSIM',
      from: '2026-11-01T00:00:00.000Z',
      to: '2026-11-23T00:00:00.000Z',
      pilotId: 'm1',
    });
  });

  it('is nothing for the whole list, and for the own flights of nobody', () => {
    expect(pirepFilterOf(wholePirepList, 'm1')).toBeNull();
    expect(pirepFilterOf({ ...wholePirepList, mine: true }, null)).toBeNull();
  });

  it('goes into the export under the same names', () => {
    const query = readPirepView('?state=PENDING&aircraft=B738&sort=FILED_ASC');
    expect(pirepsCsvPath('NAX', query, null)).toBe('/export/NAX/pireps.csv?states=PENDING&aircraftType=B738&sort=FILED_ASC');
    expect(pirepsCsvPath('NAX', wholePirepList, null)).toBe('/export/NAX/pireps.csv');
  });
});

it('sorts a column down, up, and not at all', () => {
  expect(nextSort(null, 'DISTANCE')).toBe('DISTANCE_DESC');
  expect(nextSort('FILED_ASC', 'DISTANCE')).toBe('DISTANCE_DESC');
  expect(nextSort('DISTANCE_DESC', 'DISTANCE')).toBe('DISTANCE_ASC');
  expect(nextSort('DISTANCE_ASC', 'DISTANCE')).toBeNull();
  expect(sortedBy('DISTANCE_ASC', 'DISTANCE')).toBe('ascending');
  expect(sortedBy('DISTANCE_ASC', 'BLOCK_TIME')).toBeUndefined();
});
