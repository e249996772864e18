import { expect, it } from 'vitest';
import { isMissing } from './missing.ts';

const problem = (code: 'NOT_FOUND' | 'NETWORK') => ({ code, message: '', fields: [] });

it('waits for an answer, and tells nothing from not now', () => {
  expect(isMissing(undefined, { data: undefined, problem: null })).toBe(false);
  expect(isMissing(null, { data: { airline: null }, problem: null })).toBe(true);
  expect(isMissing(undefined, { data: undefined, problem: problem('NOT_FOUND') })).toBe(true);
  expect(isMissing(undefined, { data: undefined, problem: problem('NETWORK') })).toBe(false);
  expect(isMissing({ code: 'NAX' }, { data: {}, problem: problem('NETWORK') })).toBe(false);
});
