import { localized } from '../language.ts';
import { limits } from '../limits.ts';
import { commonRules, type FieldProblem, Problems } from './problem.ts';

export const accountRules = localized('accountRules', {
  email: 'Enter an e-mail address such as name@example.org.',
  passwordShort: (least: number) => `Use at least ${least} characters for the password.`,
  passwordLong: (most: number) => `Use at most ${most} characters for the password.`,
  currentPassword: 'Enter the password you have now.',
  displayName: 'Enter the name other pilots will see.',
} as const);

export function checkEmail(problems: Problems, email: string): void {
  // Deliberately loose: the mail server is the judge, this catches slips.
  problems.require(email.length <= limits.emailLength && /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email.trim()), 'email', accountRules.email);
}

export function checkPassword(problems: Problems, password: string, field = 'password'): void {
  problems.require(password.length >= limits.passwordMinLength, field, accountRules.passwordShort(limits.passwordMinLength));
  problems.require(password.length <= limits.passwordMaxLength, field, accountRules.passwordLong(limits.passwordMaxLength));
}

export function checkDisplayName(problems: Problems, name: string): void {
  problems.require(name.trim().length > 0, 'displayName', accountRules.displayName);
  problems.text('displayName', name, limits.displayNameLength, commonRules.theName);
}

export function checkCompleteSetup(input: { email: string; displayName: string; password: string }): FieldProblem[] {
  const problems = new Problems();
  checkDisplayName(problems, input.displayName);
  checkEmail(problems, input.email);
  checkPassword(problems, input.password);
  return problems.list;
}

export function checkSignIn(input: { email: string; password: string }): FieldProblem[] {
  const problems = new Problems();
  checkEmail(problems, input.email);
  problems.require(input.password.length > 0, 'password', commonRules.enterPassword);
  problems.text('password', input.password, limits.passwordMaxLength, commonRules.thePassword);
  return problems.list;
}

export function checkRegister(input: { email: string; displayName: string; password: string }): FieldProblem[] {
  return checkCompleteSetup(input);
}

/** For whatever asks for an address only. */
export function checkEmailInput(input: { email: string }): FieldProblem[] {
  const problems = new Problems();
  checkEmail(problems, input.email);
  return problems.list;
}

export function checkResetPassword(input: { password: string }): FieldProblem[] {
  const problems = new Problems();
  checkPassword(problems, input.password);
  return problems.list;
}

export function checkChangePassword(input: { currentPassword: string; newPassword: string }): FieldProblem[] {
  const problems = new Problems();
  problems.require(input.currentPassword.length > 0, 'currentPassword', accountRules.currentPassword);
  problems.text('currentPassword', input.currentPassword, limits.passwordMaxLength, commonRules.thePassword);
  checkPassword(problems, input.newPassword, 'newPassword');
  return problems.list;
}

export function checkUpdateProfile(input: { displayName: string }): FieldProblem[] {
  const problems = new Problems();
  checkDisplayName(problems, input.displayName);
  return problems.list;
}
