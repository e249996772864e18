import { setTimeout as after } from 'node:timers/promises';
import {
  type Attributes,
  context,
  type Link,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type ReadableSpan,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { TelemetrySettings } from './settings.ts';
import { parseTraceparent, traceparentOf } from './traceparent.ts';
import type { OpenSpan, Seen, Tracing, Work } from './tracing.ts';

const sentEveryMs = 1_000;
const closeWithinMs = 2_000;
const scope = 'jetbridge';
const kinds = { server: SpanKind.SERVER, producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER };

/** Traces by OTLP over HTTP, as JSON. What cannot be sent is dropped: nothing waits for it. */
export function sendTraces(
  { otlpHeaders, serviceName, sampleRatio }: TelemetrySettings,
  endpoint: string,
  attributes: Attributes,
): Tracing {
  const resource = (name: string) => resourceFromAttributes({ 'service.name': name, ...attributes });
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers: { ...otlpHeaders } });
  const processor = new BatchSpanProcessor({ exporter, scheduledDelayMillis: sentEveryMs });
  const provider = new TracerProvider({
    resource: resource(serviceName),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer(scope);
  const inBrowsers = resource(`${serviceName}-web`);
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()); // once in a process; a second time it stays

  const start = ({ name, kind, attributes: about, parent, links }: Work) => {
    const remote = parseTraceparent(parent);
    const above = remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : parent === undefined ? context.active() : ROOT_CONTEXT;
    const span = tracer.startSpan(
      name,
      { ...(kind && { kind: kinds[kind] }), ...(about && { attributes: about }), links: linksTo(links) },
      above,
    );
    return { span, inside: trace.setSpan(above, span) };
  };
  return {
    sends: true,
    ratio: sampleRatio,
    async span(what, work) {
      const { span, inside } = start(what);
      try {
        return await context.with(inside, work, undefined, span);
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    open(what): OpenSpan {
      const { span, inside } = start(what);
      return {
        span,
        traceparent: keptTraceparent(span),
        below: (work) => context.with(inside, work),
        end(error) {
          if (error !== undefined) fail(span, error);
          span.end();
        },
      };
    },
    here: () => keptTraceparent(trace.getSpan(context.active())),
    apart: (work) => context.with(ROOT_CONTEXT, work),
    add(seen) {
      const own = parseTraceparent(seen.traceparent);
      if (own) processor.onEnd(asSpan(seen, own, inBrowsers));
    },
    // Whoever receives them may be gone.
    close: () => Promise.race([provider.shutdown().catch(() => {}), after(closeWithinMs, undefined, { ref: false })]),
  };
}

function keptTraceparent(span: Span | undefined): string | undefined {
  const where = span?.spanContext();
  return where && where.traceFlags & TraceFlags.SAMPLED ? traceparentOf(where) : undefined;
}

function linksTo(traceparents: readonly string[] = []): Link[] {
  return traceparents.flatMap((one) => {
    const context = parseTraceparent(one);
    return context ? [{ context }] : [];
  });
}

/** The class of the error says what failed; its message may quote what people wrote. */
function fail(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : typeof error;
  span.setAttribute('error.type', 'code' in Object(error) ? String((error as { code: unknown }).code) : type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function asSpan(seen: Seen, own: SpanContext, resource: ReadableSpan['resource']): ReadableSpan {
  const { name, parent, startMs, endMs, events, attributes } = seen;
  const above = parseTraceparent(parent);
  return {
    ...{ name, attributes, resource, kind: SpanKind.CLIENT, status: { code: SpanStatusCode.UNSET }, links: [], ended: true },
    spanContext: () => own,
    ...(above && { parentSpanContext: above }),
    ...{ startTime: time(startMs), endTime: time(endMs), duration: time(endMs - startMs) },
    events: events.map((event) => ({ name: event.name, time: time(event.atMs), attributes: {}, droppedAttributesCount: 0 })),
    instrumentationScope: { name: scope },
    ...{ droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 },
  };
}

/** Seconds and nanoseconds. */
function time(ms: number): [number, number] {
  return [Math.trunc(ms / 1_000), Math.round((ms % 1_000) * 1e6)];
}
