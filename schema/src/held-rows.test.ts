import { expect, it } from 'vitest';
import { heldRows } from './held-rows.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));
const shown = (ids: string, focused?: string) => ({ ids: new Set(ids), focused });
const left = (now: string, held: Parameters<typeof heldRows>[1]) =>
  heldRows(rows(now), held)
    .map(({ id }) => id)
    .join('');

it('holds back what arrives above the row with the focus, and nothing below it', () => {
  expect(left('xabyc', shown('abc', 'b'))).toBe('abyc');
  expect(left('xabyc', shown('abc'))).toBe('abc');
});

it('shows all when nothing has the focus, or what had it is gone', () => {
  expect(left('xabc', null)).toBe('xabc');
  expect(left('xac', shown('abc', 'b'))).toBe('xac');
});
