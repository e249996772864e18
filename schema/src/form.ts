import type { Problem } from './remote/contract.ts';
import type { FieldProblem } from './rules/problem.ts';

/** The state of a form, the same in the three front ends. A remote renders it, sends events, and moves focus when `failures` grows. */
export interface FormState<Values> {
  values: Values;
  /** Every field that can carry a message, by its API name. */
  fields: readonly string[];
  /** Fields the person has been in and left: only these complain before the first try. */
  touched: readonly string[];
  sending: boolean;
  /** How many tries were refused, by our own rules or by the server. */
  failures: number;
  /** What the server said about the last try. */
  refused: Problem | null;
}

export type FormEvent<Values> =
  | { type: 'edited'; field: string; values: Partial<Values> }
  | { type: 'left'; field: string }
  | { type: 'sent' }
  /** `problem` is null when our own rules refused and the server was not asked. */
  | { type: 'refused'; problem: Problem | null }
  /** It worked, and the form stays, as new, with these values in place of those `sent`. What was typed, or heard of others, meanwhile stays too. */
  | { type: 'done'; sent: Values; values: Values };

/** @param aliases API names of fields the form keeps under another name, such as `offBlockAt` for `offBlock` */
export function openForm<Values extends object>(values: Values, aliases: readonly string[] = []): FormState<Values> {
  return { values, fields: [...Object.keys(values), ...aliases], touched: [], sending: false, failures: 0, refused: null };
}

export function reduceForm<Values extends object>(state: FormState<Values>, event: FormEvent<Values>): FormState<Values> {
  switch (event.type) {
    case 'edited':
      return { ...state, values: { ...state.values, ...event.values }, refused: withoutField(state.refused, event.field) };
    case 'left':
      return state.touched.includes(event.field) ? state : { ...state, touched: [...state.touched, event.field] };
    case 'sent':
      return { ...state, sending: true, refused: null };
    case 'refused':
      return { ...state, sending: false, failures: state.failures + 1, refused: event.problem };
    case 'done':
      return { ...state, values: settled(state.values, event), sending: false, touched: [], failures: 0, refused: null };
    default:
      return event satisfies never;
  }
}

/** What to show under the fields now. @param found what the rules say about the values */
export function shownProblems<Values>(state: FormState<Values>, found: readonly FieldProblem[]): FieldProblem[] {
  const own = found.filter((problem) => state.failures > 0 || state.touched.includes(problem.field));
  // The server may name a part (`fuelUsed.value`); the form shows it at the whole.
  const theirs = (state.refused?.fields ?? []).map((problem) => ({ ...problem, field: rootField(problem.field) }));
  return [...own, ...theirs.filter((problem) => !own.some((mine) => mine.field === problem.field))];
}

/** The refusal that belongs to no field of the form, for the banner above it. */
export function formProblem<Values>(state: FormState<Values>): string | null {
  if (!state.refused) return null;
  if (state.refused.fields.length === 0) return state.refused.message;
  return state.refused.fields.find((problem) => !state.fields.includes(rootField(problem.field)))?.message ?? null;
}

function settled<Values extends object>(now: Values, { sent, values }: { sent: Values; values: Values }): Values {
  const names = Object.keys(now) as (keyof Values)[];
  const unchanged = names.filter((name) => now[name] === sent[name]);
  return { ...now, ...Object.fromEntries(unchanged.map((name) => [name, values[name]])) };
}

/** An edited field takes its own complaint along; one that belongs to no field goes with the first edit. */
function withoutField(refused: Problem | null, field: string): Problem | null {
  const fields = refused?.fields.filter((problem) => rootField(problem.field) !== field) ?? [];
  return refused && fields.length > 0 ? { ...refused, fields } : null;
}

function rootField(field: string): string {
  return field.split('.', 1)[0] ?? field;
}
