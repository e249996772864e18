import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { Rejected } from '@jetbridge/schema';
import { type FieldNode, GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';

/**
 * What one operation may ask for. The largest of ours has 500 tokens, 5 levels and no alias; a page of a hundred PIREPs with everything
 * on it costs 6,000.
 */
export const most = {
  characters: 16_384,
  tokens: 1_000,
  fields: 300, // as written: what each costs depends on the length of its lists
  depth: 10,
  aliases: 30,
  directives: 30,
  cost: 10_000,
} as const;

export function isTooLong(text: string): boolean {
  return text.length > most.characters;
}

/** An error of GraphQL that the client sees as TOO_COMPLEX. */
export function refusal(message: string): GraphQLError {
  return new GraphQLError(message, { originalError: new Rejected('TOO_COMPLEX', message) });
}

/** By default the armor throws, and what a validation rule throws is a fault of the server. */
const reporting = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => context?.reportError(refusal(message.replace(/^Syntax Error: /, ''))),
  ],
};

export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ n: most.depth, flattenFragments: true, ...reporting }),
  maxAliasesRule({ n: most.aliases, allowList: [], ...reporting }),
  maxDirectivesRule({ n: most.directives, ...reporting }),
  maxFieldsRule,
];

function maxFieldsRule(context: ValidationContext) {
  let fields = 0;
  return {
    Field(_node: FieldNode) {
      if (++fields === most.fields + 1) context.reportError(refusal(`The query has more than ${most.fields} fields.`));
    },
  };
}
