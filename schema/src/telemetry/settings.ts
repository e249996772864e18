import { secretValue } from '../storage/settings.ts';

/** Where what is seen of the product is sent, and how much of it. The names are those OpenTelemetry gives its own. */
export interface TelemetrySettings {
  /** Base URL of a receiver of OTLP over HTTP, such as `http://localhost:4318`. `OTEL_EXPORTER_OTLP_ENDPOINT`; without it nothing is sent, nor loaded for it. */
  otlpEndpoint: string | null;
  /** Sent along, `name=value` separated by commas. `OTEL_EXPORTER_OTLP_HEADERS`, default none. */
  otlpHeaders: Readonly<Record<string, string>>;
  /** What this process is called there. `OTEL_SERVICE_NAME`, default `jetbridge`. */
  serviceName: string;
  /** The share of requests that is traced, from 0 to 1. `OTEL_TRACES_SAMPLER_ARG`, default 0.1. */
  sampleRatio: number;
  /** Milliseconds from one sending of the metrics to the next. `OTEL_METRIC_EXPORT_INTERVAL`, default 60000. */
  metricsEveryMs?: number;
}

/** Reads them from an environment, adding every problem found to `problems`. */
export function readTelemetrySettings(env: Record<string, string | undefined>, problems: string[]): TelemetrySettings {
  const otlpEndpoint = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '') || null;
  if (otlpEndpoint && !(/^https?:/.test(otlpEndpoint) && URL.canParse(otlpEndpoint))) {
    problems.push('OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https URL.');
  }
  const pairs = (secretValue(env, 'OTEL_EXPORTER_OTLP_HEADERS', problems) ?? '').split(',').filter((pair) => pair.trim() !== '');
  const headers = pairs.map((pair) => /^\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(.*?)\s*$/.exec(pair));
  if (headers.includes(null)) problems.push('OTEL_EXPORTER_OTLP_HEADERS is a list of name=value, separated by commas.');
  const sampleRatio = Number(env.OTEL_TRACES_SAMPLER_ARG || 0.1);
  if (!(sampleRatio >= 0 && sampleRatio <= 1)) problems.push('OTEL_TRACES_SAMPLER_ARG is a share from 0 to 1.');
  const metricsEveryMs = Number(env.OTEL_METRIC_EXPORT_INTERVAL || 60_000);
  if (!(metricsEveryMs >= 100)) problems.push('OTEL_METRIC_EXPORT_INTERVAL is a number of milliseconds from 100.');
  return {
    otlpEndpoint,
    otlpHeaders: Object.fromEntries(headers.flatMap((match) => (match ? [[match[1], safely(match[2]!)]] : []))),
    serviceName: env.OTEL_SERVICE_NAME || 'jetbridge',
    sampleRatio,
    metricsEveryMs,
  };
}

/** Percent-encoded, as the specification has it; as it is where that cannot be read. */
function safely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
