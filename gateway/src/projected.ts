import type { Bus, Storage } from '@jetbridge/schema/storage';
import { projectionName } from '@jetbridge/schema/storage';

const sweepMs = 250;

/** How far the read models are, per tenant. Hints tell at once; behind them, a sweep of the checkpoints of tenants somebody waits for. */
export class Projected {
  readonly #storage: Storage;
  readonly #positions = new Map<string, number>();
  readonly #listeners = new Map<string, Set<(sequence: number) => void>>();
  readonly #unsubscribe: () => void;
  #sweeper: NodeJS.Timeout | undefined;

  constructor(storage: Storage, bus: Bus) {
    this.#storage = storage;
    this.#unsubscribe = bus.subscribe((hint) => {
      if (hint.about === 'projected') this.#moved(hint.tenant, hint.sequence);
    });
  }

  /** Read from the database: never behind what this process has told anybody. */
  async position(tenant: string): Promise<number> {
    const [row] = await this.#storage.reader.all<{ sequence: number }>(
      'select sequence from checkpoint where projection = ? and tenant = ?',
      [projectionName, tenant],
    );
    return Number(row?.sequence ?? 0);
  }

  /** Resolves to true once the read models include `sequence`, to false after `timeoutMs`. */
  async until(tenant: string, sequence: number, timeoutMs: number): Promise<boolean> {
    if ((this.#positions.get(tenant) ?? 0) >= sequence) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const stop = this.watch(tenant, (now) => {
      if (now >= sequence) resolve(true);
    });
    const timer = setTimeout(() => resolve(false), timeoutMs);
    try {
      // Asked after watching has begun: a hint that comes meanwhile is not missed.
      return (await this.position(tenant)) >= sequence || (await promise);
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  /** Calls `listener` whenever the tenant's read models moved. */
  watch(tenant: string, listener: (sequence: number) => void): () => void {
    const listeners = this.#listeners.get(tenant) ?? new Set();
    this.#listeners.set(tenant, listeners.add(listener));
    this.#sweeper ??= setInterval(() => void this.#sweep(), sweepMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.#listeners.delete(tenant);
      this.#positions.delete(tenant); // only watched tenants are kept up to date
      if (this.#listeners.size === 0) this.#stopSweeping();
    };
  }

  close(): void {
    this.#unsubscribe();
    this.#stopSweeping();
  }

  #stopSweeping(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  async #sweep(): Promise<void> {
    for (const tenant of [...this.#listeners.keys()]) this.#moved(tenant, await this.position(tenant));
  }

  #moved(tenant: string, sequence: number): void {
    const listeners = this.#listeners.get(tenant);
    if (!listeners || sequence <= (this.#positions.get(tenant) ?? 0)) return;
    this.#positions.set(tenant, sequence);
    for (const listener of [...listeners]) listener(sequence);
  }
}
