import { expect, it } from 'vitest';
import { changeset } from './changeset.ts';
import { checkRanksDraft, rankFacts, ranksDraft, sortedRanks, withoutRank, withRank, withRankEdited } from './rank-draft.ts';

const two = ranksDraft([
  { name: 'Cadet', minimumHours: 0 },
  { name: 'Captain', minimumHours: 100 },
]);
const names = ({ ranks }: typeof two) => ranks.map(({ name }) => name);

it('adds a row, fills it, sorts it in and takes another away', () => {
  const added = withRank(two);
  const filled = withRankEdited(added, 2, { name: 'First officer', hours: '50' });
  expect(names(filled)).toEqual(['Cadet', 'Captain', 'First officer']);
  expect(names(sortedRanks(filled))).toEqual(['Cadet', 'First officer', 'Captain']);
  expect(names(withoutRank(filled, 0))).toEqual(['Captain', 'First officer']);
  expect(withRank(withoutRank(withoutRank(two, 0), 1)).ranks).toEqual([{ key: 0, name: '', hours: '' }]);
});

it('leaves rows without hours at the end', () => {
  const open = withRankEdited(withRank(withRankEdited(two, 0, { hours: 'x' })), 2, { name: 'New' });
  expect(names(sortedRanks(open))).toEqual(['Captain', 'Cadet', 'New']);
});

it('says what is wrong at the row where it is', () => {
  const wrong = withRankEdited(withRank(two), 2, { name: 'captain', hours: '' });
  expect(checkRanksDraft(wrong).map(({ field }) => field)).toEqual(['ranks.2.name', 'ranks.2.minimumHours']);
  for (const hours of ['-1', '1.5', 'many', '100001', '100']) {
    expect(checkRanksDraft(withRankEdited(withRank(two), 2, { name: 'New', hours }))).toMatchObject([{ field: 'ranks.2.minimumHours' }]);
  }
  expect(checkRanksDraft(two)).toEqual([]);
});

it('has changed nothing by another order', () => {
  const turned = { ranks: two.ranks.toReversed() };
  expect(changeset(rankFacts(two), rankFacts(turned))).toEqual({});
});
