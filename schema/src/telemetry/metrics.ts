import type { Attributes, Counter, Histogram, Observable } from '@opentelemetry/api';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AggregationTemporality, InstrumentType, MeterProvider, MetricReader, type ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { type InstrumentName, instruments, type Labels, type Observed, type Recorded } from './instruments.ts';
import { observeProcess } from './process-metrics.ts';
import type { TelemetrySettings } from './settings.ts';

const { DELTA, CUMULATIVE } = AggregationTemporality;
const lookWithinMs = 3_000;
const flushWithinMs = 2_000;

type Says<N extends InstrumentName> = [keyof Labels<N>] extends [never] ? [] : [labels: Labels<N>];
export type Tell = <N extends Observed>(name: N, value: number, ...says: Says<N>) => void;
/** Looks and tells what it sees. What it does not tell is not reported. */
export type Look = (tell: Tell) => void | Promise<void>;

/** What a process counts and measures. */
export interface Metrics {
  record<N extends Recorded>(name: N, value: number, ...says: Says<N>): void;
  /** Looks only when somebody wants to know, and not for longer than a moment. The answer ends it. */
  observe(look: Look): () => void;
  /** The text Prometheus reads. */
  scrape(): Promise<string>;
  /** Sends the last of it, where it is sent. */
  close(): Promise<void>;
}

/**
 * One reader serves both who scrapes and what is sent: the SDK keeps for each reader what that one has not fetched yet, for ever when nobody
 * comes for it.
 */
class Reader extends MetricReader {
  constructor() {
    // A level that nobody tells any more is not what it was.
    super({ aggregationTemporalitySelector: (type) => (type === InstrumentType.OBSERVABLE_GAUGE ? DELTA : CUMULATIVE) });
  }

  protected override async onShutdown(): Promise<void> {}
  protected override async onForceFlush(): Promise<void> {}
}

/** @param attributes of the process, such as its version */
export async function openMetrics(settings: TelemetrySettings, attributes: Attributes): Promise<Metrics> {
  const reader = new Reader();
  const resource = resourceFromAttributes({ 'service.name': settings.serviceName, ...attributes });
  const provider = new MeterProvider({ resource, readers: [reader] });
  const meter = provider.getMeter('jetbridge');
  const recorders = new Map<string, { record(value: number, labels?: object): void }>();
  const observed = new Map<string, Observable>();
  for (const [name, { kind, unit, says, ...more }] of Object.entries(instruments)) {
    const options = {
      unit,
      description: says,
      ...('boundaries' in more && { advice: { explicitBucketBoundaries: [...more.boundaries] } }),
    };
    if (kind === 'counter') recorders.set(name, recording(meter.createCounter(name, options)));
    if (kind === 'histogram') recorders.set(name, meter.createHistogram(name, options));
    if (kind === 'level') observed.set(name, meter.createObservableGauge(name, options));
    if (kind === 'total') observed.set(name, meter.createObservableCounter(name, options));
  }

  const looks = new Set<Look>();
  meter.addBatchObservableCallback(
    async (result) => {
      await Promise.all(
        [...looks].map((look) => inTime(look, (name, value, ...says) => result.observe(observed.get(name)!, value, ...says))),
      );
    },
    [...observed.values()],
  );
  let collecting: Promise<ResourceMetrics> | undefined;
  const collect = () => {
    collecting ??= reader
      .collect()
      .then(({ resourceMetrics }) => resourceMetrics)
      .finally(() => {
        collecting = undefined;
      });
    return collecting;
  };
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  const sending = settings.otlpEndpoint
    ? (await import('./send-metrics.ts')).sendMetrics(settings, settings.otlpEndpoint, collect)
    : undefined;
  const metrics: Metrics = {
    record: (name, value, ...says) => recorders.get(name)!.record(value, ...says),
    observe: (look) => {
      looks.add(look);
      return () => looks.delete(look);
    },
    scrape: async () => serializer.serialize(await collect()),
    close: async () => {
      await sending?.close(flushWithinMs);
      ownProcess.close();
      await provider.shutdown();
    },
  };
  // There from the start: of a series that begins with the first event, nobody sees it rise.
  for (const [name, { kind, labels }] of Object.entries(instruments)) {
    if (kind === 'counter' && labels.length === 0) recorders.get(name)!.record(0);
  }
  const ownProcess = observeProcess(metrics);
  return metrics;
}

function recording(counter: Counter): Pick<Histogram, 'record'> {
  return { record: (value, labels) => counter.add(value, labels) };
}

/** A look that fails or hangs says what it has said, and nobody else's is lost for it. */
async function inTime(look: Look, tell: Tell): Promise<void> {
  let late = false;
  const timely: Tell = (name, value, ...says) => {
    if (!late) tell(name, value, ...says);
  };
  const over = Promise.withResolvers<void>();
  const timer = setTimeout(over.resolve, lookWithinMs);
  try {
    await Promise.race([look(timely), over.promise]);
  } catch {
    // What was to be looked at is away; its own instrument says so.
  } finally {
    late = true;
    clearTimeout(timer);
  }
}
