import { Rejected } from '@jetbridge/schema';

let list: Promise<ReadonlySet<string>> | undefined;

/** Refuses what everybody tries first, whatever its case: some 18,000 passwords that are long enough, from leaks, as zxcvbn keeps them. */
export async function refuseCommonPassword(password: string, field = 'password'): Promise<void> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  if (!(await list).has(password.toLowerCase())) return;
  throw new Rejected('INVALID_INPUT', 'This is one of the passwords that are tried first; choose another.', field);
}
