/**
 * What people wait for, as spans: from the click to the paint of its answer, and from a change that came by itself to its paint. Loaded where
 * the gateway says that traces are kept; it hears of them by `POST /telemetry`.
 */
export interface Tracer {
  fetch: typeof fetch;
  /** A change came, which the gateway sent as part of this trace. */
  received(traceparent: string): void;
}

interface Span {
  name: string;
  trace: string;
  parent?: string;
  /** Epoch ms, as all below. */
  start: number;
  end: number;
  events: Record<string, number>;
  framework: string;
}

const clickWithinMs = 1_000; // what is asked later is asked for another reason
const sendEveryMs = 2_000;
const most = 64; // spans in one message

/** @param ratio the share of what is asked that is kept */
export function startTracing(ratio: number): Tracer {
  const spans: Span[] = [];
  let touched = 0;
  for (const input of ['pointerdown', 'keydown', 'submit'])
    addEventListener(
      input,
      () => {
        touched = now();
      },
      { capture: true, passive: true },
    );
  const send = () => {
    if (spans.length === 0) return;
    const body = JSON.stringify({ at: now(), spans: spans.splice(0, most) });
    fetch('/telemetry', { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body }).catch(() => {});
  };
  setInterval(send, sendEveryMs);
  addEventListener('pagehide', send);
  const record = async (span: Omit<Span, 'end' | 'framework'>) => {
    if (!document.hidden) {
      await painted();
      span.events.painted = now();
    }
    spans.push({ ...span, end: now(), framework: location.pathname.split('/')[1] ?? '' });
  };

  return {
    async fetch(input, init) {
      if (input !== '/graphql') return fetch(input, init);
      const kept = Math.random() < ratio;
      const trace = `00-${hex(16)}-${hex(8)}-0${Number(kept)}`;
      const headers = new Headers(init?.headers);
      headers.set('traceparent', trace);
      const sent = now();
      const response = await fetch(input, { ...init, headers });
      const start = sent - touched < clickWithinMs ? touched : sent;
      const name = `ask ${JSON.parse(String(init?.body)).operationName}`;
      if (kept) void record({ name, trace, start, events: { sent, answered: now() } });
      return response;
    },
    received(parent) {
      const [version, id, , flags] = parent.split('-');
      void record({ name: 'receive change', trace: `${version}-${id}-${hex(8)}-${flags}`, parent, start: now(), events: {} });
    },
  };
}

/** To the thousandth of a millisecond, and never back. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

/** What was drawn because of what just came is on the screen: two frames, as a front end may take one to begin. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}

function hex(bytes: number): string {
  return [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
