import pg from 'pg';
import { lease, membership } from './free-shares.ts';
import { type LeaseOptions, type Leases, leaseShares } from './leases.ts';

// The server notices a machine that vanished after 2 + 2 × 1 s, a process that stands still after 3 s without a beat, a killed one at once;
// with the beat, takeover takes at most 5 s.
const silence = '-c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=2 -c idle_session_timeout=3000';

/**
 * Shares as PostgreSQL session advisory locks on a connection of their own: the server frees them when the process is gone, so there is no
 * clock to agree on. Each replica also holds one lock shared with all, which counts them: nobody keeps more than an even part.
 */
export class PostgresLeases implements Leases {
  readonly shares = leaseShares;
  readonly #held = new Set<number>();
  readonly #connection: pg.ClientConfig;
  readonly #onChange: (held: ReadonlySet<number>) => void;
  readonly #beatMs: number;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> | undefined;
  #closed = false;

  constructor(url: string, { onChange = () => {}, beatMs = 1_000 }: LeaseOptions = {}) {
    this.#connection = {
      connectionString: url,
      application_name: 'jetbridge leases',
      options: silence,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
    };
    this.#onChange = onChange;
    this.#beatMs = beatMs;
  }

  get held(): ReadonlySet<number> {
    return this.#held;
  }

  /** Resolves after the first look, with whatever was free. */
  async start(): Promise<void> {
    await this.#beat();
    this.#timer = setInterval(() => void this.#beat(), this.#beatMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#beating;
    await this.#client?.end().catch(() => {});
    this.#held.clear();
  }

  #beat(): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#beating ??= this.#balance()
      .catch(() => this.#lose()) // the next beat connects again
      .finally(() => {
        this.#beating = undefined;
      });
    return this.#beating;
  }

  async #balance(): Promise<void> {
    const before = [...this.#held].join();
    const client = await this.#connect();
    const { rows: locks } = await client.query<{ member: boolean; share: number }>(
      `select classid::bigint = ${membership} as member, objid::integer as share from pg_locks
       where locktype = 'advisory' and objsubid = 2 and granted and classid::bigint in (${membership}, ${lease})
         and database = (select oid from pg_database where datname = current_database())`,
    );
    const replicas = locks.filter(({ member }) => member).length;
    const taken = new Set(locks.filter(({ member }) => !member).map(({ share }) => share));
    const fair = Math.ceil(this.shares / replicas);
    for (const share of [...this.#held].slice(fair)) {
      this.#held.delete(share);
      await client.query('select pg_advisory_unlock($1, $2)', [lease, share]);
    }
    for (let share = 0; share < this.shares && this.#held.size < fair; share++) {
      if (taken.has(share)) continue;
      const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [lease, share]);
      if (got.rows[0]?.got) this.#held.add(share);
    }
    if ([...this.#held].join() !== before) this.#onChange(this.#held);
  }

  async #connect(): Promise<pg.Client> {
    if (this.#client) return this.#client;
    const client = new pg.Client(this.#connection);
    client.on('error', () => this.#lose(client));
    await client.connect();
    this.#client = client;
    await client.query('select pg_advisory_lock_shared($1, 0)', [membership]);
    return client;
  }

  /** The connection is gone, and every lock with it. */
  #lose(client = this.#client): void {
    if (!client || client !== this.#client) return;
    this.#client = undefined;
    void client.end().catch(() => {});
    if (this.#held.size === 0) return;
    this.#held.clear();
    this.#onChange(this.#held);
  }
}
