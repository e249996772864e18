import { type FieldProblem, Rejected } from '@jetbridge/schema';

/** Throws the first problem with its field, and all of them as details; nothing when there is none. */
export function refuse(problems: readonly FieldProblem[]): void {
  const [first] = problems;
  if (first) throw new Rejected('INVALID_INPUT', first.message, first.field, problems);
}
