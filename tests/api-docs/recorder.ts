import { expect } from 'vitest';
import type { Answer } from '../../gateway/src/testing/client.ts';

/** An operation as it was sent and answered. */
export interface Example {
  document: string;
  variables: object;
  answer: { data?: unknown; errors?: unknown };
}

type Ask = (query: string, variables?: object, by?: { token?: string; cookie?: string }) => Promise<Answer>;

/** Runs examples against the product and keeps them by field, such as `Mutation.filePirep`: one that works, and each refusal shown. */
export class Recorder {
  readonly examples = new Map<string, Example>();
  readonly refusals = new Map<string, { code: string; message: string; field?: string }[]>();

  constructor(private readonly ask: Ask) {}

  /** The data of the answer, which must have no error. */
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  async works(field: string, document: string, variables: object = {}, by: { token?: string; cookie?: string } = {}): Promise<any> {
    const { data, errors } = await this.ask(document, variables, by);
    expect(errors, field).toBeUndefined();
    this.keep(field, { document, variables, answer: { data } });
    return data[field.split('.')[1]!];
  }

  keep(field: string, example: Example): void {
    if (!this.examples.has(field)) this.examples.set(field, example);
  }

  /** The same field once more, refused with this code. */
  async refuses(field: string, code: string, document: string, variables: object = {}, by: { token?: string } = {}): Promise<void> {
    const { errors } = await this.ask(document, variables, by);
    expect(errors?.[0]?.extensions.code, `${field}: ${errors?.[0]?.message}`).toBe(code);
    const { message, extensions } = errors![0]!;
    const known = this.refusals.get(field) ?? [];
    this.refusals.set(field, [...known, { code, message, ...(extensions.field && { field: extensions.field }) }]);
  }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const opaque = /(?<="(?:cursor|previous|endCursor|after|token|accessToken|secret)": ")[^"]+/g;
const longest = { line: 240, lines: 40 };

/** What differs from run to run, made the same: secrets and cursors left out, ids numbered as they first appear. */
export class Placeholders {
  readonly #ids = new Map<string, string>();

  /** JSON, cut where it is long: what is not shown does not count, for its order may differ. */
  steady(value: object): string {
    const lines = JSON.stringify(value, null, 2).replace(opaque, '…').split('\n');
    const shown = lines.slice(0, longest.lines).map((line) => (line.length > longest.line ? `${line.slice(0, longest.line)}…` : line));
    return [...shown, ...(lines.length > longest.lines ? ['…'] : [])].join('\n').replace(uuid, (id) => this.#numbered(id));
  }

  #numbered(id: string): string {
    const known = this.#ids.get(id) ?? `00000000-0000-7000-8000-${String(this.#ids.size + 1).padStart(12, '0')}`;
    this.#ids.set(id, known);
    return known;
  }
}
