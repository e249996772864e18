import { expect, it } from 'vitest';
import { rosterQueryOf, rosterSearch, rosterVariables } from './roster-query.ts';

it('reads an address, and writes it again', () => {
  const query = { search: 'ann & bo', role: 'STAFF', sort: 'HOURS' } as const;
  expect(rosterSearch(query)).toBe('?search=ann+%26+bo&role=STAFF&sort=HOURS');
  expect(rosterQueryOf(rosterSearch(query))).toEqual(query);
});

it('says nothing of what is as usual', () => {
  const usual = { search: '', role: null, sort: 'PILOT_NUMBER' } as const;
  expect(rosterQueryOf('')).toEqual(usual);
  expect(rosterSearch(usual)).toBe('');
  expect(rosterSearch({ search: '  ' })).toBe('');
  expect(rosterVariables('NAX', usual)).toEqual({ code: 'NAX', first: 50, search: null, role: null, sort: 'PILOT_NUMBER' });
});

it('takes nonsense for nothing', () => {
  expect(rosterQueryOf('?role=KING&sort=LUCK&page=9')).toEqual(rosterQueryOf(''));
  expect(rosterQueryOf(`?search=${'x'.repeat(500)}`).search).toHaveLength(80);
});
