import { failpoints } from '../failpoints.ts';

/**
 * "Tenant T was appended to / projected up to n", "sessions or keys of person T (n says nothing) have ended": a hint that wakes somebody, never
 * the truth. Losing one costs latency only.
 */
export interface Hint {
  about: 'appended' | 'projected' | 'ended';
  tenant: string;
  sequence: number;
}

export interface Bus {
  publish(hint: Hint): void;
  subscribe(listener: (hint: Hint) => void): () => void;
  /** Since when hints do not reach other processes, epoch ms; null while they do, and where there is nothing between us. */
  readonly awaySince: number | null;
  close(): Promise<void>;
}

export class InProcessBus implements Bus {
  readonly #listeners = new Set<(hint: Hint) => void>();
  readonly awaySince = null;

  publish(hint: Hint): void {
    if (failpoints.armed && hint.about !== 'ended') void failpoints.armed(`hint.${hint.about}`, () => this.#tell(hint));
    else this.#tell(hint);
  }

  #tell(hint: Hint): void {
    for (const listener of this.#listeners) listener(hint);
  }

  subscribe(listener: (hint: Hint) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }
}
