/** Who works on which share of the tenants: each share at one replica at a time, as far as replicas can know. */
export interface Leases {
  readonly shares: number;
  /** Now. What this says may be old by a moment, so work done under it must be harmless done twice. */
  readonly held: ReadonlySet<number>;
  close(): Promise<void>;
}

export interface LeaseOptions {
  /** Told which shares are held now, after any change. */
  onChange?(held: ReadonlySet<number>): void;
  /** How often to look whether shares are free or too many. */
  beatMs?: number;
}

/** Enough to spread over a dozen replicas, few enough that asking for all of them is nothing. */
export const leaseShares = 16;

/** The share a tenant belongs to: FNV-1a, the same in every process and release. */
export function shareOf(tenant: string, shares: number): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(tenant)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % shares;
}

/** Where only one can be: SQLite is one machine's, and work done twice there is harmless too. */
export function allShares(): Leases {
  return { shares: 1, held: new Set([0]), close: async () => {} };
}
