import type { Rejected } from '@jetbridge/schema';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { costMeter } from './cost.ts';
import { isTooLong, limitRules, most, refusal } from './limits.ts';
import { problemOf, textRule } from './variables.ts';

export type Checked = { text: string } & (
  | {
      document: DocumentNode;
      errors?: undefined;
      refuse(operationName: string | null | undefined, variables: Variables): Rejected | undefined;
    }
  | { document?: undefined; errors: readonly GraphQLError[]; refuse?: undefined }
);
type Variables = Readonly<Record<string, unknown>> | null | undefined;

const mostCached = 1_000_000; // characters of all texts together: a bound on memory
const longestCached = 16_384;

/**
 * Documents parsed, limited and validated, once per text, for HTTP and sockets alike: after a restart thousands come back asking the same. The
 * limits come first: what validation costs grows faster than what it reads.
 */
export class Documents {
  readonly #checked = new Map<string, Checked>();
  #characters = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: { introspection: boolean },
  ) {}

  check(query: string): Checked {
    const known = this.#checked.get(query);
    if (known) {
      this.#checked.delete(query);
      this.#checked.set(query, known); // now the newest
      return known;
    }
    const checked = this.#check(query);
    if (query.length <= longestCached) this.#keep(query, checked);
    return checked;
  }

  /** A message of a client, with the text of its query as we hold it already: thousands who ask the same share one. */
  parse(json: string): unknown {
    const message = JSON.parse(json) as { payload?: { query?: unknown } } | null;
    const known = this.#checked.get(message?.payload?.query as string);
    if (known && message?.payload) message.payload.query = known.text;
    return message;
  }

  #keep(text: string, checked: Checked): void {
    this.#checked.set(text, checked);
    this.#characters += text.length;
    while (this.#characters > mostCached) {
      const oldest = this.#checked.keys().next().value!;
      this.#checked.delete(oldest);
      this.#characters -= oldest.length;
    }
  }

  #check(text: string): Checked {
    if (isTooLong(text)) return { text, errors: [refusal(`The query is longer than ${most.characters} characters.`)] };
    try {
      const document = parse(text, { maxTokens: most.tokens });
      const tooMuch = validate(this.schema, document, limitRules);
      const errors = tooMuch.length > 0 ? tooMuch : validate(this.schema, document, this.#rules);
      if (errors.length > 0) return { text, errors };
      const meter = costMeter(this.schema, document);
      return { text, document, refuse: (operationName, variables) => problemOf(variables) ?? meter(operationName, variables ?? {}) };
    } catch (error) {
      if (/more that \d+ tokens/.test(String(error))) return { text, errors: [refusal(`The query has more than ${most.tokens} tokens.`)] };
      return { text, errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
    }
  }

  get #rules() {
    return [...specifiedRules, textRule, ...(this.options.introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  }
}
