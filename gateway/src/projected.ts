import { type Bus, isPassing, projectionName, type Storage } from '@jetbridge/schema/storage';

const defaultSweepMs = 250;

/**
 * How far the read models are, per tenant: what the checkpoint in the database says, and nothing else. A hint says when to look; behind it, a
 * sweep looks at the tenants somebody waits for. So a hint that is wrong, old or lost costs a look or a moment, never a wrong answer.
 */
export class Projected {
  readonly #storage: Storage;
  /** What the last sweep saw; nothing is answered from it. */
  readonly #swept = new Map<string, number>();
  readonly #listeners = new Map<string, Set<(sequence: number) => void>>();
  readonly #reading = new Map<string, { now: Promise<number>; next?: Promise<number> }>();
  readonly #unsubscribe: () => void;
  readonly #sweepMs: number;
  #sweeper: NodeJS.Timeout | undefined;
  #sweeping = false;

  constructor(storage: Storage, bus: Bus, sweepMs = defaultSweepMs) {
    this.#storage = storage;
    this.#sweepMs = sweepMs;
    this.#unsubscribe = bus.subscribe((hint) => {
      if (hint.about === 'projected') this.#tell(hint.tenant, hint.sequence);
    });
  }

  /** Read from the database: never behind what this process has told anybody. */
  position(tenant: string): Promise<number> {
    const reading = this.#reading.get(tenant);
    if (!reading) return this.#read(tenant);
    // A read on its way may be too old for who asks now: they all share the one after it.
    reading.next ??= reading.now.catch(() => {}).then(() => this.#read(tenant));
    return reading.next;
  }

  /** Resolves to true once the read models include `sequence`, to false after `timeoutMs`, also when the database was away meanwhile. */
  async until(tenant: string, sequence: number, timeoutMs: number): Promise<boolean> {
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), timeoutMs);
    let wake = () => {};
    const stop = this.watch(tenant, (told) => {
      if (told >= sequence) wake();
    });
    try {
      for (;;) {
        // Before looking: what comes meanwhile is not missed.
        const told = new Promise<true>((resolve) => {
          wake = () => resolve(true);
        });
        const position = this.position(tenant).catch((error: unknown) => {
          if (isPassing(error)) return 0;
          throw error;
        });
        const reached = await Promise.race([position, late.promise]);
        if (reached === false) return false;
        if (reached >= sequence) return true;
        if (!(await Promise.race([told, late.promise]))) return false;
      }
    } finally {
      clearTimeout(timer);
      stop();
    }
  }

  /** Calls `listener` whenever the tenant's read models have moved, or somebody says so: it asks for the position itself. */
  watch(tenant: string, listener: (sequence: number) => void): () => void {
    const listeners = this.#listeners.get(tenant) ?? new Set();
    this.#listeners.set(tenant, listeners.add(listener));
    this.#sweeper ??= setInterval(() => void this.#sweep(), this.#sweepMs);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(tenant) !== listeners) return;
      this.#listeners.delete(tenant);
      this.#swept.delete(tenant);
      if (this.#listeners.size === 0) this.#stopSweeping();
    };
  }

  close(): void {
    this.#unsubscribe();
    this.#stopSweeping();
  }

  #read(tenant: string): Promise<number> {
    const reading: { now: Promise<number>; next?: Promise<number> } = { now: this.#checkpoint(tenant) };
    this.#reading.set(tenant, reading);
    const done = () => {
      if (!reading.next) this.#reading.delete(tenant);
    };
    reading.now.then(done, done);
    return reading.now;
  }

  async #checkpoint(tenant: string): Promise<number> {
    const [row] = await this.#storage.reader.all<{ sequence: number }>(
      'select sequence from checkpoint where projection = ? and tenant = ?',
      [projectionName, tenant],
    );
    return Number(row?.sequence ?? 0);
  }

  #stopSweeping(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  /** One look at a time; while the database is away, each fails and the next one finds out. */
  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = true;
    try {
      for (const tenant of [...this.#listeners.keys()]) {
        const position = await this.position(tenant);
        if (position === this.#swept.get(tenant) || !this.#listeners.has(tenant)) continue;
        this.#swept.set(tenant, position);
        this.#tell(tenant, position);
      }
    } catch {
      // Whoever waits asks for the position too, and says what is wrong.
    } finally {
      this.#sweeping = false;
    }
  }

  #tell(tenant: string, sequence: number): void {
    for (const listener of [...(this.#listeners.get(tenant) ?? [])]) listener(sequence);
  }
}
