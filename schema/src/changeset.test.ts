import { expect, it } from 'vitest';
import { changeset, rebase } from './changeset.ts';

const factsOf = ({ name, iata }: { name: string; iata: string }) => ({ name: name.trim(), iata: iata.trim().toUpperCase() || null });
const before = { name: 'Nordic', iata: 'NA' };

it('sends what changed and nothing else', () => {
  expect(changeset(factsOf(before), factsOf({ name: 'Nordic Air', iata: 'na' }))).toEqual({ name: 'Nordic Air' });
  expect(changeset(factsOf(before), factsOf({ name: ' Nordic ', iata: '' }))).toEqual({ iata: null });
  expect(changeset({ list: ['A', 'B'] }, { list: ['A', 'B'] })).toEqual({});
});

it('takes news where nothing was typed', () => {
  expect(rebase(before, before, { name: 'Arctic', iata: 'NA' }, factsOf)).toEqual({ values: { name: 'Arctic' }, conflicts: [] });
  const typed = { name: 'Nordic Air', iata: 'NA' };
  expect(rebase(before, typed, { name: 'Nordic', iata: 'AR' }, factsOf)).toEqual({ values: { iata: 'AR' }, conflicts: [] });
});

it('leaves what was typed, and says that somebody else changed it too', () => {
  const typed = { name: 'Nordic Air', iata: 'NA' };
  expect(rebase(before, typed, { name: 'Arctic', iata: 'AR' }, factsOf)).toEqual({ values: { iata: 'AR' }, conflicts: ['name'] });
});

it('is no conflict when both say the same, as after saving', () => {
  expect(rebase(before, { name: 'Arctic ', iata: 'ar' }, { name: 'Arctic', iata: 'AR' }, factsOf)).toEqual({
    values: { name: 'Arctic', iata: 'AR' },
    conflicts: [],
  });
});
