import { forgetStop, isPassing, recordStop, type Storage, stoppedTenants } from '@jetbridge/schema/storage';
import { PoisonEvent } from './follow.ts';

export interface Stopped {
  error: string;
  attempts: number;
  /** Epoch ms. */
  retryAt: number;
}

const longestRetryMs = 60_000;

/**
 * Tenants that wait for another attempt: here, where the projector takes turns, and in the database, where every other process sees them. Only
 * what an event did is kept there: trouble of the database itself passes, and could hardly be written down.
 */
export class StoppedHere {
  readonly waiting = new Map<string, Stopped>();
  /** At which event the database says a tenant stopped. */
  readonly #recorded = new Map<string, number>();

  constructor(
    private readonly storage: Storage,
    private readonly retryMs: number,
  ) {}

  /** What others have left behind. */
  async load(): Promise<void> {
    for (const { tenant, sequence } of await stoppedTenants(this.storage.reader)) this.#recorded.set(tenant, sequence);
  }

  /** Those whose wait is over, or for whom somebody asked. */
  async due(now: number): Promise<string[]> {
    if (this.waiting.size === 0) return [];
    const asked = new Set((await stoppedTenants(this.storage.reader)).filter(({ retryAt }) => retryAt === 0).map(({ tenant }) => tenant));
    return [...this.waiting].filter(([tenant, { retryAt }]) => retryAt <= now || asked.has(tenant)).map(([tenant]) => tenant);
  }

  /** @param position how far the tenant was, as far as known */
  async stop(tenant: string, error: unknown, position: number): Promise<void> {
    const attempts = isPassing(error) ? 1 : (this.waiting.get(tenant)?.attempts ?? 0) + 1;
    const now = Date.now();
    const retryAt = now + Math.min(this.retryMs * 2 ** (attempts - 1), longestRetryMs);
    const stopped = { error: error instanceof Error ? error.message : String(error), attempts, retryAt };
    this.waiting.set(tenant, stopped);
    if (isPassing(error)) return;
    const sequence = error instanceof PoisonEvent ? error.sequence : position + 1;
    this.#recorded.set(tenant, sequence);
    await recordStop(this.storage, { ...stopped, tenant, sequence, since: now }).catch(() => {}); // the next attempt tells it
  }

  /** The tenant goes on. Who asks sees that by the checkpoint; taking the record away only keeps the table small. */
  async passed(tenant: string, position: number): Promise<void> {
    this.waiting.delete(tenant);
    const sequence = this.#recorded.get(tenant);
    if (sequence === undefined || position < sequence) return;
    this.#recorded.delete(tenant);
    await forgetStop(this.storage, tenant, sequence).catch(() => {});
  }
}
