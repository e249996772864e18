import { receivedSpans, startOtlpReceiver } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { startProduct } from '../testing/product.ts';

const trace = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const parent = '00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01';

async function startObserved() {
  const receiver = await startOtlpReceiver();
  const product = await startProduct({ otlpEndpoint: receiver.url, sampleRatio: 0 }); // no spans but those of browsers
  const post = (body: unknown, headers: Record<string, string> = { origin: product.url }) =>
    fetch(`${product.url}/telemetry`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    post,
    now: product.services.now,
    /** What was sent on, once the product has ended. */
    async sent() {
      await product[Symbol.asyncDispose]();
      return receivedSpans(receiver.requests);
    },
    [Symbol.asyncDispose]: () => receiver[Symbol.asyncDispose](),
  };
}

describe('what browsers saw', () => {
  it('is sent on by our clock, as a part of its trace', async () => {
    await using observed = await startObserved();
    const at = observed.now() - 3_600_000; // a clock that is an hour late
    const span = {
      name: 'ask FilePirep',
      trace,
      start: at - 300,
      end: at - 100,
      events: { sent: at - 290, painted: at - 100 },
      framework: 'vue',
    };
    expect((await observed.post({ at, spans: [span, { ...span, name: 'receive change', parent }] })).status).toBe(204);
    const [click, change, ...more] = await observed.sent();
    expect(more).toEqual([]);
    expect(click).toMatchObject({ service: 'jetbridge-web', name: 'ask FilePirep', parentSpanId: undefined, events: ['sent', 'painted'] });
    expect(click!.attributes).toEqual({ 'jetbridge.framework': 'vue' });
    expect(click!.traceId).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(change).toMatchObject({ name: 'receive change', parentSpanId: '00f067aa0ba902b7' });
    expect(Math.abs(click!.endMs - click!.startMs - 200)).toBeLessThan(1);
    expect(Math.abs(click!.endMs - Date.now())).toBeLessThan(60_000);
  });

  it('is taken from pages of ours only', async () => {
    await using observed = await startObserved();
    const body = { at: observed.now(), spans: [] };
    expect((await observed.post(body, {})).status).toBe(403);
    expect((await observed.post(body, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await observed.post(body)).status).toBe(204);
  });

  it.each([
    ['no message', ''],
    ['no object', '7'],
    ['no spans', { at: 1 }],
    ['too many', { at: 1, spans: Array(65).fill({}) }],
    ['too much', { at: 1, spans: [], more: 'x'.repeat(40_000) }],
  ])('%s is refused', async (_, body) => {
    await using observed = await startObserved();
    expect((await observed.post(body)).status).toBeGreaterThanOrEqual(400);
    expect(await observed.sent()).toEqual([]);
  });

  it('is ids, numbers and known words: nothing else comes through', async () => {
    await using observed = await startObserved();
    const at = observed.now();
    const good = { name: 'receive change', trace, start: at - 2, end: at - 1, events: {}, framework: 'react' };
    const spans = [
      null,
      { ...good, name: 'Wilhelmina Wagtail' },
      { ...good, name: `ask ${'A'.repeat(65)}` },
      { ...good, trace: trace.replace('01', 'zz') },
      { ...good, trace: trace.replace(/01$/, '00') },
      { ...good, trace: trace.replace(/-.{32}-/, `-${'0'.repeat(32)}-`) },
      { ...good, parent: 'x' },
      { ...good, start: 'now' },
      { ...good, end: at - 3 },
      { ...good, start: at - 3_600_000 },
      { ...good, framework: 'Wilhelmina', events: { wagtail: at - 1, painted: 'late' }, attributes: { name: 'Wilhelmina' } },
    ];
    expect((await observed.post({ at, spans })).status).toBe(204);
    const sent = await observed.sent();
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toMatch(/wilhelmina|wagtail/i);
    expect(sent[0]).toMatchObject({ events: [], attributes: { 'jetbridge.framework': 'shell' } });
  });
});
