/** Forms about something that others change too: what one person changed, and what to do when somebody else did meanwhile. */

/** As the API would get it, field by field: `{ name: 'Nordic', iata: null }`. Under the names of the form. */
export type Facts = Readonly<Record<string, unknown>>;

/** Of plain data, by value. */
export function sameFacts(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The facts that differ from what they were: what is sent. */
export function changeset<F extends Facts>(before: F, now: F): Partial<F> {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => !sameFacts(value, before[name]))) as Partial<F>;
}

export interface Rebased<Values> {
  /** What the form shows now: news wherever the person had changed nothing. */
  values: Partial<Values>;
  /** Fields where both changed something: what was typed stays. */
  conflicts: (keyof Values & string)[];
}

/**
 * Takes news into a form that somebody is at.
 * @param before what the form was opened with, or last heard
 * @param typed what it shows
 * @param news what is true now
 * @param factsOf a form's values as the API would get them, under the same names
 */
export function rebase<Values extends object, F extends Facts>(
  before: Values,
  typed: Values,
  news: Values,
  factsOf: (values: Values) => F,
): Rebased<Values> {
  const [old, mine, theirs] = [factsOf(before), factsOf(typed), factsOf(news)];
  const values: Partial<Values> = {};
  const conflicts: (keyof Values & string)[] = [];
  for (const name of Object.keys(before) as (keyof Values & string)[]) {
    if (sameFacts(old[name], theirs[name])) continue;
    if (sameFacts(mine[name], old[name]) || sameFacts(mine[name], theirs[name])) values[name] = news[name];
    else conflicts.push(name);
  }
  return { values, conflicts };
}
