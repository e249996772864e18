import { type OtlpRequest, type Pairs, plain } from './otlp-receiver.ts';

/** A span as it was received. */
export interface ReceivedSpan {
  service: string;
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  attributes: Record<string, unknown>;
  events: string[];
  /** Ids of spans. */
  links: string[];
  failed: boolean;
  /** Epoch ms. */
  startMs: number;
  endMs: number;
}

interface OtlpSpan {
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Pairs;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  events?: { name: string }[];
  links?: { spanId: string }[];
  status?: { code?: number };
}

/** The spans among what a receiver got. */
export function receivedSpans(requests: readonly OtlpRequest[]): ReceivedSpan[] {
  return requests.filter(({ path }) => path === '/v1/traces').flatMap(({ text }) => spansIn(text));
}

function spansIn(text: string): ReceivedSpan[] {
  const { resourceSpans } = JSON.parse(text) as {
    resourceSpans: { resource: { attributes: Pairs }; scopeSpans: { spans: OtlpSpan[] }[] }[];
  };
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ name, kind, traceId, spanId, parentSpanId, attributes, events = [], links = [], status, ...times }) => ({
        ...{ service: String(plain(resource.attributes)['service.name']), name, kind, traceId, spanId },
        parentSpanId: parentSpanId || undefined,
        attributes: plain(attributes),
        events: events.map((event) => event.name),
        links: links.map((link) => link.spanId),
        failed: status?.code === 2,
        startMs: Number(times.startTimeUnixNano) / 1e6,
        endMs: Number(times.endTimeUnixNano) / 1e6,
      })),
  );
}
