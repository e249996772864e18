import { localized, number } from '../language.ts';

/** What the rules of every form say. The server never speaks another language than English: its sentences are these. */
export const commonRules = localized('commonRules', {
  tooLong: (what: string, most: number) => `${what} may have at most ${number(most)} characters.`,
  enterPassword: 'Enter your password.',
  thePassword: 'The password',
  theName: 'The name',
} as const);

/** One thing wrong with an input: the field as the API names it (`fuelUsed.value`), and one sentence a pilot understands. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** Collects problems; keeps the first per field, because a person fixes one thing at a time. */
export class Problems {
  readonly list: FieldProblem[] = [];

  add(field: string, message: string): void {
    if (!this.has(field)) this.list.push({ field, message });
  }

  has(field: string): boolean {
    return this.list.some((problem) => problem.field === field);
  }

  /** Adds `message` under `field` unless `holds`; answers whether it held. */
  require(holds: boolean, field: string, message: string): boolean {
    if (!holds) this.add(field, message);
    return holds;
  }

  text(field: string, value: string | null | undefined, most: number, name: string): void {
    this.require((value?.length ?? 0) <= most, field, commonRules.tooLong(name, most));
  }
}
