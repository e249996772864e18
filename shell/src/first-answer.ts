import { type FirstAnswer, firstAnswerId } from '@jetbridge/schema';
import { getOperationName, type Operation, stringifyVariables } from '@urql/core';

const goodMs = 10_000; // after that a page asks for itself: what it shows should be of now
const againMs = 1_000; // React asks once to draw and once to follow

/** What came with the page, once. The element goes: nobody else reads it. */
export function takeFirstAnswer(page: Document): FirstAnswer | null {
  const element = page.getElementById(firstAnswerId);
  element?.remove();
  try {
    return element ? (JSON.parse(element.textContent) as FirstAnswer) : null;
  } catch {
    return null; // then everything is asked for
  }
}

/** Answers the operation that was answered with the page, when it is asked for at once, and before anything was changed. */
export class FirstAnswers {
  #first: FirstAnswer | null;
  #until: number;
  readonly #now: () => number;

  constructor(first: FirstAnswer | null, now: () => number) {
    this.#first = first;
    this.#now = now;
    this.#until = now() + goodMs;
  }

  /** What was read for one person is for no other. */
  forget(): void {
    this.#first = null;
  }

  take({ kind, query, variables }: Pick<Operation, 'kind' | 'query' | 'variables'>): object | undefined {
    const first = this.#first;
    if (kind === 'mutation') this.forget();
    if (!first?.data || kind !== 'query' || getOperationName(query) !== first.name || !same(variables, first.variables)) return undefined;
    const now = this.#now();
    if (now >= this.#until) return undefined;
    this.#until = Math.min(this.#until, now + againMs);
    return first.data;
  }
}

/** To GraphQL a variable that is null and one that is left out are mostly one: the front ends differ in it. */
function same(a: unknown, b: object): boolean {
  const given = (variables: object) =>
    stringifyVariables(Object.fromEntries(Object.entries(variables).filter(([, value]) => value != null)));
  return given(Object(a)) === given(b);
}
