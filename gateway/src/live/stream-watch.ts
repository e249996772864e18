import { setTimeout as after } from 'node:timers/promises';
import type { Services } from '../context.ts';

const eventsPerRead = 256;
const retryAfterErrorMs = 500;

/**
 * Tells those who wait for one stream of a tenant when more of it can be read. One reader for all of them: thousands who each looked whenever
 * anything happened in the tenant would look nearly always in vain.
 */
export class StreamWatch {
  readonly #listeners = new Map<string, Set<() => void>>();
  #stop: (() => void) | undefined;

  constructor(
    private readonly services: Pick<Services, 'projected' | 'storage'>,
    private readonly tenant: string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Calls `listener` after more of the stream has become readable, and perhaps for nothing: it looks itself. The answer stops it. */
  watch(stream: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(stream) ?? new Set();
    this.#listeners.set(stream, listeners.add(listener));
    this.#stop ??= this.#follow();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(stream) === listeners) this.#listeners.delete(stream);
      if (this.#listeners.size === 0) this.close();
    };
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #follow(): () => void {
    const { projected } = this.services;
    let over = false;
    let wake = () => {};
    const stop = projected.watch(this.tenant, () => wake());
    const run = async () => {
      let told: number | undefined;
      while (!over) {
        const moved = new Promise<void>((resolve) => {
          wake = resolve; // before looking: what comes meanwhile wakes the next round
        });
        try {
          const readable = await projected.position(this.tenant);
          // Whoever waits may have looked before us: from here on nothing is passed over.
          if (told === undefined) for (const stream of [...this.#listeners.keys()]) this.#tell(stream);
          told ??= readable;
          while (told < readable && !over) told = await this.#tellOf(told, readable);
          if (!over) await moved;
        } catch (error) {
          this.report(error);
          await after(retryAfterErrorMs);
        }
      }
    };
    void run();
    return () => {
      over = true;
      stop();
      wake();
    };
  }

  /** Answers up to where it has told. */
  async #tellOf(told: number, readable: number): Promise<number> {
    const events = await this.services.storage.log.readTenant(this.tenant, told, eventsPerRead);
    const due = events.filter(({ sequence }) => sequence <= readable);
    for (const stream of new Set(due.map((event) => event.stream))) this.#tell(stream);
    return due.at(-1)?.sequence ?? readable;
  }

  #tell(stream: string): void {
    for (const listener of [...(this.#listeners.get(stream) ?? [])]) listener();
  }
}
