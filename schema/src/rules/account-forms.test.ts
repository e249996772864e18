import { expect, it } from 'vitest';
import { accountFormRules, checkDeletion, checkEmailChange, checkPasswordAgain } from './account-forms.ts';

const fields = (problems: { field: string }[]) => problems.map(({ field }) => field);

it('asks for the phrase as it is said, not for its capitals', () => {
  expect(checkDeletion({ phrase: ` ${accountFormRules.deletionPhrase.toUpperCase()} `, password: 'x' })).toEqual([]);
  expect(fields(checkDeletion({ phrase: 'delete', password: '' }))).toEqual(['phrase', 'password']);
});

it('asks for the password each time', () => {
  expect(fields(checkPasswordAgain({ password: '' }))).toEqual(['password']);
  expect(fields(checkEmailChange({ email: 'nowhere', password: '' }))).toEqual(['email', 'password']);
  expect(checkEmailChange({ email: 'ada@example.org', password: 'x' })).toEqual([]);
});
