/** Figures of repeated measurements, and how sure they are. */
export interface Estimate {
  /** How many samples it is made of. */
  count: number;
  value: number;
  /** The 95 % interval; null with fewer than five samples, which say nothing about their spread. */
  interval: readonly [low: number, high: number] | null;
}

const resamples = 1_000;
const fewest = 5;

/** By rank, without interpolating: one of the samples. @param share 0.5 is the median */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * The quantile of the samples with its percentile bootstrap interval. The same samples give the same interval: what is drawn follows from a
 * number, not from chance, so that a page does not flicker and a report can be made again.
 */
export function estimate(samples: readonly number[], share = 0.5): Estimate {
  const count = samples.length;
  const value = quantile(samples, share);
  if (count < fewest) return { count, value, interval: null };
  const random = randomFrom(count);
  const drawn = new Float64Array(count);
  const values = Array.from({ length: resamples }, () => {
    for (let index = 0; index < count; index++) drawn[index] = samples[Math.floor(random() * count)]!;
    drawn.sort();
    return drawn[Math.min(count - 1, Math.floor(count * share))]!;
  });
  return { count, value, interval: [quantile(values, 0.025), quantile(values, 0.975)] };
}

/**
 * Places from the least up, from 1; those whose intervals overlap share one, as nobody can say which is less. Null for all where one of them
 * has no interval yet.
 */
export function placesOf(estimates: readonly Estimate[]): (number | null)[] {
  if (estimates.some(({ interval }) => interval === null)) return estimates.map(() => null);
  return estimates.map(({ interval }) => 1 + estimates.filter((other) => other.interval![1] < interval![0]).length);
}

/** mulberry32: small, even enough to draw samples with. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
