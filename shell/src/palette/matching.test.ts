import { expect, it } from 'vitest';
import { fit, matching } from './matching.ts';

it('finds by the beginnings of words first, whatever their case and accents', () => {
  expect([fit('File a PIREP', 'file'), fit('NAX: file a PIREP', 'fil pir'), fit('Profile', 'file'), fit('Airlines', 'file')]).toEqual([
    3, 2, 1, 0,
  ]);
  expect(fit('Thème : système', 'theme sys')).toBe(3);
  expect(fit('PIREPs', 'nax pireps')).toBe(0);
});

it('keeps everything in its place when nothing is typed, and under its heading otherwise', () => {
  const items = [
    { text: 'Profile', group: 'Go to' },
    { text: 'File a PIREP', group: 'Go to' },
    { text: 'Dark', group: 'View' },
  ];
  const texts = (typed: string) => [...matching(items, typed)].map(([group, found]) => [group, ...found.map(({ text }) => text)]);
  expect(texts('')).toEqual([
    ['Go to', 'Profile', 'File a PIREP'],
    ['View', 'Dark'],
  ]);
  expect(texts('file')).toEqual([['Go to', 'File a PIREP', 'Profile']]);
  expect(texts('view')).toEqual([['View', 'Dark']]);
});
