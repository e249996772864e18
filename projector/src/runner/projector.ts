import { type Bus, type EventCodec, projectionName, type Storage, type Table, tableOf } from '@jetbridge/schema/storage';
import { applyBatch } from './apply-batch.ts';
import type { Projection } from './projection.ts';
import type { Tables } from './rows.ts';

export interface ProjectorOptions {
  storage: Storage;
  codec: EventCodec;
  bus: Bus;
  projections: readonly Projection[];
  /** Told about a batch that could not be applied; its tenant waits, the others go on. */
  onError(error: unknown, tenant: string): void;
  sweepMs?: number;
  retryMs?: number;
}

const batchSize = 500;
const overlapMs = 60_000; // clocks of writers may differ; looking back costs a few rows

/**
 * Follows every tenant's log into the read models. Hints say where to look first, a sweep of the heads finds what hints lost. Tenants take
 * turns, one batch each.
 */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #tables: Tables;
  /** How far each tenant is projected, as far as this process knows. */
  readonly #position = new Map<string, number>();
  /** Tenants with news, in order of turn. */
  readonly #turns = new Set<string>();
  readonly #stopped = new Map<string, { error: string; retryAt: number }>();
  #unsubscribe = () => {};
  #sweeper: NodeJS.Timeout | undefined;
  #sweptAt = 0;
  #sweeping = false;
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(options: ProjectorOptions) {
    this.#options = options;
    const known = new Map<unknown, Table>();
    this.#tables = (entity) => {
      const table = known.get(entity) ?? tableOf(options.storage.em(), entity);
      known.set(entity, table);
      return table;
    };
  }

  async start(): Promise<void> {
    const checkpoints = await this.#options.storage.reader.all<{ tenant: string; sequence: number }>(
      'select tenant, sequence from checkpoint where projection = ?',
      [projectionName],
    );
    for (const { tenant, sequence } of checkpoints) this.#position.set(tenant, Number(sequence));
    this.#unsubscribe = this.#options.bus.subscribe((hint) => {
      if (hint.about === 'appended') this.#notice(hint.tenant, hint.sequence);
    });
    await this.#sweep();
    this.#sweeper = setInterval(() => void this.#sweep(), this.#options.sweepMs ?? 250);
  }

  /** Resolves when everything in the log now is in the read models, or waits for a retry. */
  async settle(): Promise<void> {
    await this.#sweep();
    await this.#working;
  }

  /** Tenants whose projection stopped at a poison event, with the reason. */
  get stopped(): ReadonlyMap<string, { error: string }> {
    return this.#stopped;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweeper);
    this.#unsubscribe();
    await this.#working;
  }

  async #sweep(): Promise<void> {
    if (this.#sweeping || this.#closed) return;
    this.#sweeping = true;
    try {
      const startedAt = Date.now();
      for (const { tenant, sequence } of await this.#options.storage.log.heads(this.#sweptAt)) this.#notice(tenant, Number(sequence));
      for (const [tenant, { retryAt }] of this.#stopped) {
        if (retryAt <= startedAt) {
          this.#stopped.delete(tenant);
          this.#turns.add(tenant);
        }
      }
      this.#sweptAt = startedAt - overlapMs;
      this.#work();
    } catch (error) {
      this.#options.onError(error, '*');
    } finally {
      this.#sweeping = false;
    }
  }

  #notice(tenant: string, head: number): void {
    if (head <= (this.#position.get(tenant) ?? 0) || this.#stopped.has(tenant)) return;
    this.#turns.add(tenant);
    this.#work();
  }

  #work(): void {
    if (this.#working || this.#closed || this.#turns.size === 0) return;
    this.#working = this.#takeTurns().finally(() => {
      this.#working = undefined;
      this.#work(); // somebody may have come while the last turn ended
    });
  }

  async #takeTurns(): Promise<void> {
    for (const tenant of this.#turns) {
      if (this.#closed) return;
      this.#turns.delete(tenant);
      try {
        if (await this.#turn(tenant)) this.#turns.add(tenant); // behind the others
      } catch (error) {
        this.#turns.delete(tenant);
        this.#stopped.set(tenant, { error: String(error), retryAt: Date.now() + (this.#options.retryMs ?? 5_000) });
        this.#options.onError(error, tenant);
      }
    }
  }

  /** One batch of one tenant; true when there may be more. */
  async #turn(tenant: string): Promise<boolean> {
    const { storage, codec, bus, projections } = this.#options;
    const stored = await storage.log.readTenant(tenant, this.#position.get(tenant) ?? 0, batchSize);
    if (stored.length === 0) return false;
    const events = await Promise.all(stored.map((event) => codec.decode(event)));
    const sequence = await applyBatch(storage, this.#tables, projections, tenant, events);
    this.#position.set(tenant, sequence);
    bus.publish({ about: 'projected', tenant, sequence });
    return stored.length === batchSize;
  }
}
