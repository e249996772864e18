import { failpoints } from '@jetbridge/schema/failpoints';
import { type Bus, type Leases, shareOf } from '@jetbridge/schema/storage';
import type { Metrics } from '@jetbridge/schema/telemetry';
import { type Target, targetOf } from './apply-batch.ts';
import { type Follower, followOnce, PoisonEvent } from './follow.ts';
import { type Stopped, StoppedHere } from './stopped.ts';

export interface ProjectorOptions extends Follower {
  bus: Bus;
  metrics?: Pick<Metrics, 'record'>;
  /** Told about a batch that could not be applied; its tenant waits, the others go on. `*` when the log itself could not be read. */
  onError(error: unknown, tenant: string): void;
  sweepMs?: number;
  /** The first wait after a failure; doubled with each, up to a minute, while it is the tenant's own event that fails. */
  retryMs?: number;
  /** How often replicas look for shares to take or give back. */
  leaseMs?: number;
}

const overlapMs = 60_000; // clocks of writers may differ; looking back costs a few rows

/**
 * Follows the log into the read models, for the tenants whose share this replica holds. Hints say where to look first, a sweep of the heads
 * finds what hints lost. Tenants take turns, one batch each.
 */
export class Projector {
  readonly #options: ProjectorOptions;
  readonly #live: Target;
  /** How far each tenant is projected, as far as this process knows. */
  readonly #position = new Map<string, number>();
  /** Tenants with news, in order of turn. */
  readonly #turns = new Set<string>();
  readonly #stopped: StoppedHere;
  #leases: Leases | undefined;
  #unsubscribe = () => {};
  #sweeper: NodeJS.Timeout | undefined;
  #sweptAt = 0;
  #stale = true;
  #blind = false;
  #sweeping: Promise<void> | undefined;
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(options: ProjectorOptions) {
    this.#options = options;
    this.#live = targetOf(options.storage);
    this.#stopped = new StoppedHere(options.storage, options.retryMs ?? 1_000);
  }

  async start(): Promise<void> {
    const { storage, bus, leaseMs, sweepMs = 250 } = this.#options;
    this.#leases = await storage.leases({ beatMs: leaseMs, onChange: () => this.#sharesChanged() });
    this.#unsubscribe = bus.subscribe((hint) => {
      if (hint.about === 'appended') this.#notice(hint.tenant, hint.sequence);
    });
    await this.#sweep();
    this.#sweeper = setInterval(() => void this.#sweep(), sweepMs);
  }

  /** Resolves when everything in the log now, of the tenants held here, is in the read models or waits for a retry. */
  async settle(): Promise<void> {
    await this.#sweeping;
    await this.#sweep();
    while (this.#working) await this.#working;
  }

  /** Tenants that wait for another attempt, with the reason. */
  get stopped(): ReadonlyMap<string, Stopped> {
    return this.#stopped.waiting;
  }

  /** Shares of the tenants this replica works on. */
  get shares(): ReadonlySet<number> {
    return this.#leases?.held ?? new Set();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#sweeper);
    this.#unsubscribe();
    await this.#sweeping;
    await this.#working;
    await this.#leases?.close();
  }

  #holds(tenant: string): boolean {
    return this.#leases?.held.has(shareOf(tenant, this.#leases.shares)) ?? false;
  }

  /** Others may have been at work on what is ours now, and what was ours is theirs: look again at everything. */
  #sharesChanged(): void {
    this.#stale = true;
    for (const tenant of this.stopped.keys()) if (!this.#holds(tenant)) this.#stopped.waiting.delete(tenant);
    void this.#sweep();
  }

  #sweep(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#sweeping ??= this.#lookAround()
      .then(() => {
        this.#blind = false;
      })
      .catch((error: unknown) => {
        if (!this.#blind) this.#options.onError(error, '*'); // once per outage, not four times a second
        this.#blind = true;
      })
      .finally(() => {
        this.#sweeping = undefined;
      });
    return this.#sweeping;
  }

  async #lookAround(): Promise<void> {
    const { log } = this.#options.storage;
    const startedAt = Date.now();
    if (this.#stale) {
      this.#stale = false;
      this.#sweptAt = 0;
      await this.#readPositions().catch((error: unknown) => {
        this.#stale = true;
        throw error;
      });
    }
    const since = this.#sweptAt;
    for (const { tenant, sequence } of await log.heads(since)) this.#notice(tenant, Number(sequence));
    if (!this.#stale) this.#sweptAt = startedAt - overlapMs;
    for (const tenant of await this.#stopped.due(startedAt)) this.#turns.add(tenant);
    this.#work();
  }

  async #readPositions(): Promise<void> {
    const checkpoints = await this.#options.storage.reader.all<{ tenant: string; sequence: number }>(
      'select tenant, sequence from checkpoint where projection = ?',
      [this.#live.checkpoint],
    );
    for (const { tenant, sequence } of checkpoints) this.#position.set(tenant, Number(sequence));
    await this.#stopped.load();
  }

  #notice(tenant: string, head: number): void {
    if (head <= this.#positionOf(tenant) || this.stopped.has(tenant) || !this.#holds(tenant)) return;
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
      if (!this.#holds(tenant)) continue;
      try {
        if (await this.#turn(tenant)) this.#turns.add(tenant); // behind the others
        await this.#stopped.passed(tenant, this.#positionOf(tenant));
      } catch (error) {
        this.#turns.delete(tenant); // noticed again meanwhile; it waits all the same
        const stopping = this.#stopped.stop(tenant, error, this.#positionOf(tenant));
        this.#options.onError(error, tenant);
        await stopping;
      }
    }
  }

  /** One batch of one tenant; true when there may be more. */
  async #turn(tenant: string): Promise<boolean> {
    const after = this.#positionOf(tenant);
    const began = performance.now();
    try {
      const { sequence, more } = await followOnce(this.#options, this.#live, tenant, after);
      if (failpoints.armed) await failpoints.armed('checkpoint.after');
      this.#moved(tenant, sequence);
      this.#measure(began, 'done');
      return more;
    } catch (error) {
      if (error instanceof PoisonEvent) this.#moved(tenant, error.sequence - 1); // everything before it counts
      this.#measure(began, 'failed');
      throw error;
    }
  }

  #measure(began: number, outcome: 'done' | 'failed'): void {
    this.#options.metrics?.record('jetbridge.projection.batch.duration.seconds', (performance.now() - began) / 1e3, { outcome });
  }

  #moved(tenant: string, sequence: number): void {
    const before = this.#positionOf(tenant);
    this.#position.set(tenant, sequence);
    if (sequence <= before) return;
    this.#options.metrics?.record('jetbridge.projection.events', sequence - before);
    this.#options.bus.publish({ about: 'projected', tenant, sequence });
  }

  #positionOf(tenant: string): number {
    return this.#position.get(tenant) ?? 0;
  }
}
