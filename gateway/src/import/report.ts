import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';

export type Outcome = 'created' | 'exists' | 'skipped';

export interface Told {
  file: string;
  line: number;
  kind: 'pilot' | 'pirep' | 'aircraft' | 'ranks';
  outcome: Outcome;
  /** Ours where there is one; no personal data, so that the report can be handed on. */
  id?: string;
  field?: string | undefined;
  message?: string;
}

const columns = ['file', 'line', 'kind', 'outcome', 'id', 'field', 'message'] as const;
const shownAtMost = 20;

/** Says of each row what became of it, in a file if one was asked for, and adds up. */
export class Report {
  readonly counts = { pilot: none(), pirep: none(), aircraft: none(), ranks: none() };
  /** The first that were skipped. */
  readonly shown: Told[] = [];
  readonly #out: WriteStream | undefined;
  #waiting: Told[] = [];

  private constructor(out: WriteStream | undefined) {
    this.#out = out;
  }

  static async open(file?: string): Promise<Report> {
    if (!file) return new Report(undefined);
    const out = createWriteStream(file, { mode: 0o600 });
    await once(out, 'open');
    out.write(`${columns.join(',')}\r\n`);
    return new Report(out);
  }

  get skipped(): number {
    return Object.values(this.counts).reduce((sum, { skipped }) => sum + skipped, 0);
  }

  tell(told: Told): void {
    this.counts[told.kind][told.outcome]++;
    if (told.outcome === 'skipped' && this.shown.length < shownAtMost) this.shown.push(told);
    this.#waiting.push(told);
  }

  /** Hands what was told to the file, and waits while that is slower. */
  async flush(): Promise<void> {
    const rows = this.#waiting;
    this.#waiting = [];
    if (!this.#out || rows.length === 0) return;
    const cells = rows.map((row) => columns.map((column) => row[column]));
    if (!this.#out.write(stringify(cells, { record_delimiter: 'windows', escape_formulas: true }))) await once(this.#out, 'drain');
  }

  async close(): Promise<void> {
    await this.flush();
    if (!this.#out) return;
    this.#out.end();
    await once(this.#out, 'close');
  }
}

function none(): Record<Outcome, number> {
  return { created: 0, exists: 0, skipped: 0 };
}
