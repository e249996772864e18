import { expect, it } from 'vitest';
import { placeLabels } from './labels.ts';

const size = { width: 300, height: 200 };
const spot = (text: string, x: number, y: number) => ({ text, x, y, width: 30 });

it('writes a name to the right of its dot', () => {
  expect(placeLabels([spot('ENGM', 100, 100)], size)).toEqual([{ text: 'ENGM', left: 107, middle: 100 }]);
});
it('writes it to the left where the lines leave to the right', () => {
  expect(placeLabels([{ ...spot('ENGM', 100, 100), left: true }], size)).toEqual([{ text: 'ENGM', left: 63, middle: 100 }]);
});
it('goes to the other side at the edge', () => {
  expect(placeLabels([spot('ENGM', 290, 100)], size)[0]?.left).toBe(253);
});
it('goes above where both sides are taken', () => {
  const labels = placeLabels([spot('A', 85, 100), spot('B', 115, 100), spot('C', 100, 100)], size);
  expect(labels.find(({ text }) => text === 'C')?.middle).toBe(86);
});
it('leaves out the less important of two at one place', () => {
  const crowd = ['A', 'B', 'C', 'D', 'E', 'F'].map((text) => spot(text, 100, 100));
  expect(placeLabels(crowd, size).map(({ text }) => text)).toEqual(['A', 'B', 'C', 'D']);
});
it('leaves out what is not on the map', () => {
  expect(placeLabels([spot('A', -50, 100)], size)).toEqual([]);
});
