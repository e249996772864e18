import { limits } from '../limits.ts';
import { checkEmail } from './account.ts';
import { type FieldProblem, Problems } from './problem.ts';

/** What a person types to show that they mean it. */
export const deletionPhrase = 'delete my account';

/** Rules of the account forms that the server cannot know, or need not: it takes a recent password for granted, people are always asked. */
export function checkPasswordAgain({ password }: { password: string }): FieldProblem[] {
  const problems = new Problems();
  requirePassword(problems, password);
  return problems.list;
}

export function checkEmailChange(input: { email: string; password: string }): FieldProblem[] {
  const problems = new Problems();
  checkEmail(problems, input.email);
  requirePassword(problems, input.password);
  return problems.list;
}

export function checkDeletion(input: { phrase: string; password: string }): FieldProblem[] {
  const problems = new Problems();
  problems.require(input.phrase.trim().toLowerCase() === deletionPhrase, 'phrase', `Type “${deletionPhrase}” to go on.`);
  requirePassword(problems, input.password);
  return problems.list;
}

function requirePassword(problems: Problems, password: string): void {
  problems.require(password.length > 0, 'password', 'Enter your password.');
  problems.text('password', password, limits.passwordMaxLength, 'The password');
}
