import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

export type Checked = { document: DocumentNode; errors?: undefined } | { document?: undefined; errors: readonly GraphQLError[] };

const most = 256;
const longest = 16_384; // characters; with `most`, a bound on memory
const mostTokens = 2_000;

/** Documents parsed and validated, once per text: after a restart thousands of sockets come back asking the same. */
export class Documents {
  readonly #checked = new Map<string, Checked>();

  constructor(private readonly schema: GraphQLSchema) {}

  check(query: string): Checked {
    const known = this.#checked.get(query) ?? this.#check(query);
    if (query.length <= longest) {
      this.#checked.delete(query);
      this.#checked.set(query, known); // now the newest
      if (this.#checked.size > most) this.#checked.delete(this.#checked.keys().next().value!);
    }
    return known;
  }

  #check(query: string): Checked {
    try {
      const document = parse(query, { maxTokens: mostTokens });
      const errors = validate(this.schema, document);
      return errors.length > 0 ? { errors } : { document };
    } catch (error) {
      return { errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
    }
  }
}
