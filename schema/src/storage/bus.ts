/** "Tenant T was appended to / projected up to n": a hint that wakes somebody, never the truth. Losing one costs latency only. */
export interface Hint {
  about: 'appended' | 'projected';
  tenant: string;
  sequence: number;
}

export interface Bus {
  publish(hint: Hint): void;
  subscribe(listener: (hint: Hint) => void): () => void;
  close(): Promise<void>;
}

export class InProcessBus implements Bus {
  readonly #listeners = new Set<(hint: Hint) => void>();

  publish(hint: Hint): void {
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
