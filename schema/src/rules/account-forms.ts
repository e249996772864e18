import { localized } from '../language.ts';
import { limits } from '../limits.ts';
import { checkEmail } from './account.ts';
import { commonRules, type FieldProblem, Problems } from './problem.ts';

export const accountFormRules = localized('accountFormRules', {
  /** What a person types to show that they mean it. */
  deletionPhrase: 'delete my account',
  deletion: (phrase: string) => `Type “${phrase}” to go on.`,
} as const);

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
  const phrase = accountFormRules.deletionPhrase;
  problems.require(input.phrase.trim().toLowerCase() === phrase, 'phrase', accountFormRules.deletion(phrase));
  requirePassword(problems, input.password);
  return problems.list;
}

function requirePassword(problems: Problems, password: string): void {
  problems.require(password.length > 0, 'password', commonRules.enterPassword);
  problems.text('password', password, limits.passwordMaxLength, commonRules.thePassword);
}
