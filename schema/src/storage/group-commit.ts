import { failpoints } from '../failpoints.ts';
import type { Append, Head } from './event-log.ts';

/** What became of each append of a batch, in its order: the heads, or why it was refused. Throws when nothing of the batch was stored. */
export type CommitBatch = (batch: readonly Append[]) => Promise<(Head[] | Error)[]>;

interface Waiting {
  append: Append;
  resolve(heads: Head[]): void;
  reject(error: unknown): void;
}

export const mostPerCommit = 50;

/** Told of every commit: how many commands were in it, how long it took, and whether it was one. */
export type OnCommit = (commands: number, tookMs: number, committed: boolean) => void;

/**
 * Commits the commands of one moment together. Idle, a command goes at once; while a batch is on its way, those that come gather for the
 * next one. Nobody is answered before the commit.
 */
export class GroupCommit {
  readonly #commit: CommitBatch;
  readonly #onCommit: OnCommit;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;

  constructor(commit: CommitBatch, onCommit: OnCommit = () => {}) {
    this.#commit = commit;
    this.#onCommit = onCommit;
  }

  append(append: Append): Promise<Head[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ append, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing waits and nothing is on its way. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // One turn of the event loop: requests read from the sockets in the same turn share the first batch.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, mostPerCommit);
      const began = performance.now();
      try {
        if (failpoints.armed) await failpoints.armed('commit.before');
        const results = await this.#commit(batch.map(({ append }) => append));
        if (failpoints.armed) await failpoints.armed('commit.after');
        this.#onCommit(batch.length, performance.now() - began, true);
        for (const [index, { resolve, reject }] of batch.entries()) {
          const result = results[index];
          if (Array.isArray(result)) resolve(result);
          else reject(result);
        }
      } catch (error) {
        this.#onCommit(batch.length, performance.now() - began, false);
        for (const { reject } of batch) reject(error);
      }
    }
    this.#running = undefined;
  }
}
