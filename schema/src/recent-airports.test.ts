import { expect, it } from 'vitest';
import { recentFirst, withRecent } from './recent-airports.ts';

it('keeps the airports flown between last, each once', () => {
  expect(withRecent(null, 'engm', 'ENBR')).toEqual(['ENGM', 'ENBR']);
  expect(withRecent(['ENGM', 'ENBR'], 'ENVA', 'ENGM')).toEqual(['ENVA', 'ENGM', 'ENBR']);
  expect(withRecent(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], 'ENVA')).toHaveLength(8);
});

it('puts them first, and leaves the others in the order they were found', () => {
  const found = ['EGLL', 'EGKK', 'EGSS', 'EGLC'].map((icao) => ({ icao }));
  expect(recentFirst(found, ['EGLC', 'EGKK', 'ENGM']).map(({ icao }) => icao)).toEqual(['EGLC', 'EGKK', 'EGLL', 'EGSS']);
  expect(recentFirst(found, null)).toEqual(found);
});
