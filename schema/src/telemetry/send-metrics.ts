import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import type { TelemetrySettings } from './settings.ts';

/** Sends what is collected to a receiver of OTLP, again and again. One that is away misses a few: what counts only grows, so nothing is lost. */
export function sendMetrics(
  { otlpHeaders, metricsEveryMs = 60_000 }: TelemetrySettings,
  endpoint: string,
  collect: () => Promise<ResourceMetrics>,
): { close(withinMs: number): Promise<void> } {
  const exporter = new OTLPMetricExporter({ url: `${endpoint}/v1/metrics`, headers: { ...otlpHeaders } });
  const send = async () => {
    const metrics = await collect();
    await new Promise<void>((resolve) => exporter.export(metrics, () => resolve()));
  };
  const timer = setInterval(() => void send(), metricsEveryMs).unref();
  return {
    close: async (withinMs) => {
      clearInterval(timer);
      const late = new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref());
      await Promise.race([send(), late]);
      await Promise.race([exporter.shutdown(), late]);
    },
  };
}
