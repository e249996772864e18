import { expect, it } from 'vitest';
import { scopesInWords } from './account-messages.ts';

it('reads scopes as a list', () => {
  expect(scopesInWords(['airline:list', 'pirep:file', 'platform:new-thing'])).toBe('See airlines, file PIREPs, platform:new-thing');
  expect(scopesInWords([])).toBe('');
});
