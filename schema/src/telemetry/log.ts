import { AsyncLocalStorage } from 'node:async_hooks';
import { isSpanContextValid, trace } from '@opentelemetry/api';
import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogSettings } from './log-settings.ts';
import { loggedError, mask, masked, messageOf } from './masking.ts';
import type { TelemetrySettings } from './settings.ts';

export type { Logger };

export interface Logging {
  logger: Logger;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Never in a line, whoever logs what has them. */
const hidden = new Set([
  ...['password', 'token', 'secret', 'authorization', 'cookie', 'headers', 'req', 'res'],
  ...['variables', 'input', 'body', 'params', 'parameters', 'email', 'to', 'displayName'],
  ...['remarks', 'comment', 'text', 'ip', 'remoteAddress', 'remotePort'],
]);

const deepest = 3; // levels of what is logged

const requests = new AsyncLocalStorage<{ requestId: string }>();

/** Every line that is logged by `work`, or by what it starts, has the id. */
export function inRequest<T>(requestId: string, work: () => T): T {
  return requests.run({ requestId }, work);
}

/**
 * The log of a process: lines on standard error, and to a receiver of OTLP where there is one. A line names the request and the span it belongs
 * to, and no person: errors are stripped of what they quote, and addresses and tokens masked wherever they stand.
 *
 * @param attributes of the process, such as its version
 * @param out takes the lines instead of standard error
 */
export async function openLogger(
  settings: LogSettings & TelemetrySettings,
  attributes: Record<string, string> = {},
  out: { write(line: string): unknown; isTTY?: boolean } = process.stderr,
): Promise<Logging> {
  const { logLevel: level, logFormat, otlpEndpoint } = settings;
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {}); // nobody reads any more: no reason to end
  const text = (logFormat ?? (out.isTTY ? 'text' : 'json')) === 'text' && level !== 'silent';
  const forPeople = text ? await readable(Boolean(out.isTTY)) : undefined;
  const sending = otlpEndpoint && level !== 'silent' ? (await import('./otlp-logs.ts')).sendLogs(settings, otlpEndpoint, attributes) : null;
  const write = (raw: string) => {
    const line = masked(raw);
    out.write(forPeople ? forPeople(line) : line);
    sending?.take(line);
  };
  const serializers = { ...Object.fromEntries([...hidden].map((name) => [name, () => mask])), err: loggedError }; // of children, too
  const logger = pino(
    {
      level,
      serializers,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => fit(fields) },
      mixin: whose,
      hooks: { logMethod: withOwnWords },
    },
    { write },
  );
  sending?.onFailure((reason) =>
    logger.warn(`Logs cannot be sent to ${otlpEndpoint}: ${reason} Going on without; what is not sent is lost there.`),
  );
  return { logger, close: async () => sending?.close() };
}

/** A span, by the names OpenTelemetry gives it in logs. */
export type Place = { trace_id: string; span_id: string; trace_flags: string };

/** Where a line would belong that is logged now. */
export function placeHere(): Place | undefined {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span)
    ? { trace_id: span.traceId, span_id: span.spanId, trace_flags: `0${span.traceFlags}` }
    : undefined;
}

function whose(): object {
  return { ...requests.getStore(), ...placeHere() };
}

/** What may be written of what is logged: pino's own redaction costs several times what the rest of a line does. */
function fit(fields: Record<string, unknown>, depth = 0): Record<string, unknown> {
  let left = fields;
  for (const [name, value] of Object.entries(fields)) {
    const written = hidden.has(name) ? mask : name === 'err' ? value : fitValue(value, depth);
    if (written === value) continue;
    if (left === fields) left = { ...fields };
    left[name] = written;
  }
  return left;
}

/** Errors by any other name than `err` would be written with all they carry. */
function fitValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return loggedError(value);
  if (depth === deepest) return mask;
  if (Array.isArray(value)) return value.map((one) => fitValue(one, depth + 1));
  return Object.getPrototypeOf(value) === Object.prototype ? fit(value as Record<string, unknown>, depth + 1) : value;
}

/** pino would take the message of an error that comes without words, as it is. */
function withOwnWords(this: Logger, args: Parameters<Logger['info']>, log: (...args: Parameters<Logger['info']>) => void): void {
  const [first, words] = args as unknown[];
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  if (error instanceof Error && words === undefined) log.apply(this, [first, messageOf(error)] as unknown as typeof args);
  else log.apply(this, args);
}

/** Loaded where somebody looks. */
async function readable(colorize: boolean): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty');
  const ignore = 'pid,hostname,trace_flags,span_id,method,route,status'; // the words have the last three
  return prettyFactory({ colorize, ignore, translateTime: 'SYS:HH:MM:ss.l', singleLine: true });
}

/** Node would print an error nobody caught as it is, with all it carries. */
export function endOnUncaught(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal({ err: error }, 'This should not have happened; ending.');
    process.exit(1);
  });
}
