import type { Attributes, Span } from '@opentelemetry/api';
import type { TelemetrySettings } from './settings.ts';

/** A piece of work somebody may want to see: what it is called, and what it belongs to. */
export interface Work {
  name: string;
  /** Which side of a conversation between processes it is. */
  kind?: 'server' | 'producer' | 'consumer';
  /** No names, no addresses, nothing people wrote: spans leave the house. */
  attributes?: Attributes;
  /** What it follows, as a W3C traceparent; without it, what is running here. Empty, or anything else: nothing. */
  parent?: string | undefined;
  /** What it has to do with besides, as traceparents. */
  links?: readonly string[];
}

/** A piece of work that was measured elsewhere: in a browser. Epoch ms. */
export interface Seen {
  name: string;
  traceparent: string;
  parent?: string | undefined;
  startMs: number;
  endMs: number;
  events: readonly { name: string; atMs: number }[];
  attributes: Attributes;
}

/** The traces of this process. Where none are sent, nothing is made and nothing loaded. */
export interface Tracing {
  /** Whether traces are sent. */
  readonly sends: boolean;
  /** The share of them that is kept. */
  readonly ratio: number;
  /** Runs `work` as a span, which fails with it. */
  span<T>(what: Work, work: (span: Span | undefined) => Promise<T>): Promise<T>;
  /** A span that ends later; what runs `below` it is part of it. */
  open(what: Work): OpenSpan | undefined;
  /** The traceparent of what is running here, if it is kept. */
  here(): string | undefined;
  /** Runs `work` as nobody's part: for what outlives who started it. */
  apart<T>(work: () => T): T;
  /** Sends on what a browser saw, where its traceparent is one. */
  add(seen: Seen): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface OpenSpan {
  span: Span;
  traceparent: string | undefined;
  below<T>(work: () => T): T;
  end(error?: unknown): void;
}

/** Costs a call. */
export const noTracing: Tracing = {
  sends: false,
  ratio: 0,
  span: (_what, work) => work(undefined),
  open: () => undefined,
  here: () => undefined,
  apart: (work) => work(),
  add: () => {},
  close: async () => {},
};

/** @param attributes of the process, such as its version */
export async function openTracing(settings: TelemetrySettings, attributes: Attributes): Promise<Tracing> {
  if (!settings.otlpEndpoint) return noTracing;
  const { sendTraces } = await import('./otlp-tracing.ts');
  return sendTraces(settings, settings.otlpEndpoint, attributes);
}
