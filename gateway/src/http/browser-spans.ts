import type { Seen } from '@jetbridge/schema/telemetry';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';
import { mayConnect } from '../sockets.ts';

const bodyLimit = 32 * 1024; // bytes
const mostSpans = 64; // in one message
const mostPerSecond = 500; // of all browsers together; what is more is dropped
const mostMs = 10 * 60_000; // how long one takes, and how far its clock may be from ours
const frameworks = ['react', 'vue', 'svelte', 'compare', 'shell'];
const traceparent = /^00-[\da-f]{32}-[\da-f]{16}-01$/;
const knownName = /^(?:ask [A-Z]\w{0,63}|receive change)$/;
const moments = ['sent', 'answered', 'painted'];

/**
 * `POST /telemetry`: what pages saw of the traces they take part in, from the click to the paint (shell/src/trace.ts). Anybody can send it, so
 * only numbers, ids and words in fixed places are taken, and not many.
 */
export function takeBrowserSpans(app: FastifyInstance, { config, tracing, now }: Services): void {
  if (!tracing.sends) return;
  let [second, taken] = [0, 0];
  app.post('/telemetry', { bodyLimit }, async (request, reply) => {
    if (!request.headers.origin || !mayConnect(request.headers.origin, request.host, config)) return reply.status(403).send();
    const { at, spans } = Object(request.body) as { at?: unknown; spans?: unknown };
    if (typeof at !== 'number' || !Array.isArray(spans) || spans.length > mostSpans) return reply.status(400).send();
    const present = Math.trunc(now() / 1_000);
    if (present !== second) [second, taken] = [present, 0];
    for (const one of spans) {
      const seen = readSeen(one, now() - at, now());
      if (seen && taken++ < mostPerSecond) tracing.add(seen);
    }
    return reply.status(204).send();
  });
}

/** @param shift what makes the browser's clock ours */
function readSeen(one: unknown, shift: number, now: number): Seen | undefined {
  const { name, trace, parent, start, end, events, framework } = Object(one) as Record<string, unknown>;
  if (typeof name !== 'string' || !knownName.test(name)) return undefined;
  if (typeof trace !== 'string' || !traceparent.test(trace)) return undefined;
  if (parent !== undefined && (typeof parent !== 'string' || !traceparent.test(parent))) return undefined;
  if (typeof start !== 'number' || typeof end !== 'number' || !(end >= start) || end - start > mostMs) return undefined;
  if (!(Math.abs(start + shift - now) <= mostMs)) return undefined;
  const told = Object(events) as Record<string, unknown>;
  return {
    name,
    traceparent: trace,
    parent,
    startMs: start + shift,
    endMs: end + shift,
    events: moments.flatMap((what) => {
      const at = told[what];
      return typeof at === 'number' && at >= start && at <= end ? [{ name: what, atMs: at + shift }] : [];
    }),
    attributes: { 'jetbridge.framework': frameworks.find((known) => known === framework) ?? 'shell' },
  };
}
