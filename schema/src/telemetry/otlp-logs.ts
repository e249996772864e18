import { ROOT_CONTEXT, SeverityNumber, trace } from '@opentelemetry/api';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { onFailedExport } from './failed-exports.ts';
import type { TelemetrySettings } from './settings.ts';

const sentEveryMs = 1_000;
const patienceMs = 3_000; // with a receiver that does not answer; less than a shutdown may take

const severities: Record<string, SeverityNumber> = {
  trace: SeverityNumber.TRACE,
  debug: SeverityNumber.DEBUG,
  info: SeverityNumber.INFO,
  warn: SeverityNumber.WARN,
  error: SeverityNumber.ERROR,
  fatal: SeverityNumber.FATAL,
};

interface Line {
  level: string;
  time: string;
  msg?: string;
  trace_id?: string;
  span_id?: string;
  trace_flags?: string;
  err?: { type?: string; message?: string; stack?: string };
}

/** Log lines by OTLP over HTTP, as JSON. What cannot be sent is dropped: nothing waits for it. */
export function sendLogs({ otlpHeaders, serviceName }: TelemetrySettings, endpoint: string, attributes: Record<string, string>) {
  const exporter = new OTLPLogExporter({ url: `${endpoint}/v1/logs`, headers: { ...otlpHeaders }, timeoutMillis: patienceMs });
  const processor = new BatchLogRecordProcessor({ exporter, scheduledDelayMillis: sentEveryMs });
  const provider = new LoggerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, ...attributes }),
    processors: [processor],
  });
  const log = provider.getLogger('jetbridge');
  return {
    /** A line as pino wrote it, masked: nothing is sent that is not in the log as well. */
    take(line: string): void {
      const { level, time, msg, trace_id: traceId, span_id: spanId, trace_flags: flags, err, ...rest } = JSON.parse(line) as Line;
      const timestamp = new Date(time);
      log.emit({
        ...{ timestamp, observedTimestamp: timestamp, severityNumber: severities[level], severityText: level.toUpperCase() },
        ...(msg !== undefined && { body: msg }),
        attributes: { ...attributesOf(rest), ...(err && attributesOfError(err)) },
        context: traceId && spanId ? trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: Number(flags) }) : ROOT_CONTEXT,
      });
    },
    onFailure: (tell: (reason: string) => void) => onFailedExport(exporter, tell),
    close: () => provider.shutdown().catch(() => {}), // whoever receives them may be gone
  };
}

/** One level deep; what lies deeper goes as JSON. */
function attributesOf(fields: object): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => value != null && name !== 'pid' && name !== 'hostname')
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : value]),
  );
}

/** By the names OpenTelemetry gives them. */
function attributesOfError({ type, message, stack, ...more }: NonNullable<Line['err']>) {
  const fields = Object.entries(attributesOf(more)).map(([name, value]) => [`error.${name}`, value]);
  const said = { 'exception.type': type, 'exception.message': message, 'exception.stacktrace': stack };
  return { ...attributesOf(said), ...Object.fromEntries(fields) };
}
