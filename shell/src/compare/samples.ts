import type { Framework } from '../place.ts';

/** What is measured again and again. Times in ms. */
type Repeated = 'eventToPaint' | 'interaction' | 'longFrame';
/** What is there once for each time a front end is opened, or changes slowly. */
type Single = 'bootToMounted' | 'mountedToData' | 'bytes' | 'files' | 'nodes' | 'memory';

export type Metric = Repeated | Single;

export interface Sample {
  metric: Metric;
  framework: Framework;
  value: number;
  /** Ms since the page was opened. */
  at: number;
}

const most = 500; // of one kind: older ones go

/** Everything that was measured on this page, by metric and front end. */
export class Samples {
  readonly #kept = new Map<string, Sample[]>();
  readonly #listeners = new Set<() => void>();
  /** What this browser does not tell. */
  readonly untold = new Set<Metric>();

  add(sample: Sample): Sample {
    const key = `${sample.metric} ${sample.framework}`;
    const kept = this.#kept.get(key) ?? [];
    kept.push(sample);
    if (kept.length > most) kept.shift();
    this.#kept.set(key, kept);
    this.#tell();
    return sample;
  }

  /** What a sample is of took longer than was known. */
  lengthen(sample: Sample, value: number): void {
    if (value <= sample.value) return;
    sample.value = value;
    this.#tell();
  }

  /** This browser will not tell. */
  never(metric: Metric): void {
    this.untold.add(metric);
    this.#tell();
  }

  of(metric: Metric, framework: Framework): number[] {
    return (this.#kept.get(`${metric} ${framework}`) ?? []).map(({ value }) => value);
  }

  get all(): Sample[] {
    return [...this.#kept.values()].flat().sort((a, b) => a.at - b.at);
  }

  clear(): void {
    this.#kept.clear();
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** One line for each sample, with a header. */
export function asCsv(samples: readonly Sample[]): string {
  return ['metric,framework,value,at', ...samples.map(({ metric, framework, value, at }) => [metric, framework, value, at].join(','))].join(
    '\n',
  );
}
