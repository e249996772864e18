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

/** What differs from run to run, made the same: ids by their first appearance, secrets and cursors by their beginning. */
export class Placeholders {
  readonly #ids = new Map<string, string>();

  steady(text: string): string {
    return text
      .replace(uuid, (id) => {
        const known = this.#ids.get(id) ?? `00000000-0000-7000-8000-${String(this.#ids.size + 1).padStart(12, '0')}`;
        this.#ids.set(id, known);
        return known;
      })
      .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'eyJhbGci…')
      .replace(/(?<=jb_[0-9a-f-]{36}_)[\w-]{20,}/g, '…')
      .replace(/(?<=")[\w-]{40,}(?=")/g, (opaque) => (/^[0-9a-f-]{36}$/.test(opaque) ? opaque : '…'))
      .replace(/(?<=")[A-Za-z0-9_-]{24,}(?=")/g, (word) => (/[A-Z]/.test(word) && /[a-z]/.test(word) && /\d/.test(word) ? '…' : word));
  }
}
