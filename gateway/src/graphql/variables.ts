import { Rejected } from '@jetbridge/schema';
import { GraphQLError, type StringValueNode, type ValidationContext } from 'graphql';

const deepest = 32; // levels of a variable; ours have three
const longest = 1_000; // items of a list, each of which may become a parameter of a query

/**
 * NUL and halves of surrogate pairs are no text: PostgreSQL takes neither, JSON carries both, and an event that holds one could be appended
 * but never projected. So no text with them gets in, wherever it is written.
 */
export function isText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** What is wrong with the variables of an operation, before their types are asked for. */
export function problemOf(value: unknown, field?: string, depth = 0): Rejected | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : refused(field);
  if (value === null || typeof value !== 'object') return undefined;
  if (depth > deepest) return new Rejected('INVALID_INPUT', 'This is nested too deeply.', field);
  if (Array.isArray(value) && value.length > longest) return new Rejected('INVALID_INPUT', `Send at most ${longest} at a time.`, field);
  if (Array.isArray(value)) return firstProblem(value.values(), (item) => problemOf(item, field, depth + 1));
  return firstProblem(Object.entries(value), ([name, inner]) => problemOf(inner, name, depth + 1));
}

export function textRule(context: ValidationContext) {
  return {
    StringValue(node: StringValueNode) {
      const originalError = isText(node.value) ? undefined : refused(undefined);
      if (originalError) context.reportError(new GraphQLError(originalError.message, { nodes: node, originalError }));
    },
  };
}

function refused(field: string | undefined): Rejected {
  return new Rejected('INVALID_INPUT', 'This text has characters that no text has.', field);
}

function firstProblem<Item>(items: Iterable<Item>, check: (item: Item) => Rejected | undefined): Rejected | undefined {
  for (const item of items) {
    const problem = check(item);
    if (problem) return problem;
  }
  return undefined;
}
