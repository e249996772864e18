import { afterEach, describe, expect, it, vi } from 'vitest';
import { plain, startOtlpReceiver } from '../testing/otlp-receiver.ts';
import { instruments } from './instruments.ts';
import { openMetrics } from './metrics.ts';

const settings = { otlpEndpoint: null, otlpHeaders: {}, serviceName: 'jetbridge', sampleRatio: 0 };

afterEach(() => void vi.useRealTimers());

describe('metrics', () => {
  it('are what was recorded, and what is seen now', async () => {
    const metrics = await openMetrics(settings, {});
    let sockets = 3;
    const stop = metrics.observe((tell) => tell('jetbridge.live.sockets', sockets));
    metrics.record('jetbridge.live.frames', 4);
    metrics.record('jetbridge.live.frames', 1);
    metrics.record('jetbridge.append.duration.seconds', 0.02, { outcome: 'committed' });
    const first = await metrics.scrape();
    expect(first).toContain('# TYPE jetbridge_live_frames_total counter\njetbridge_live_frames_total 5\n');
    expect(first).toContain('jetbridge_append_duration_seconds_bucket{outcome="committed",le="0.025"} 1\n');
    expect(first).toContain('jetbridge_append_duration_seconds_bucket{outcome="committed",le="0.01"} 0\n');
    expect(first).toContain('jetbridge_live_sockets 3\n');
    sockets = 2;
    expect(await metrics.scrape()).toContain('jetbridge_live_sockets 2\n');
    stop();
    expect(await metrics.scrape()).not.toContain('jetbridge_live_sockets');
    await metrics.close();
  });

  it('that only grow are there before anything happened', async () => {
    const metrics = await openMetrics(settings, {});
    expect(await metrics.scrape()).toContain('jetbridge_live_slow_closes_total 0\n');
    await metrics.close();
  });

  it('are told by the others when one look fails or hangs', async () => {
    const metrics = await openMetrics(settings, {});
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let late = () => {};
    metrics.observe(() => {
      throw new Error('away');
    });
    metrics.observe(async (tell) => {
      tell('jetbridge.sessions', 7);
      await new Promise<void>((resolve) => {
        late = resolve;
      });
      tell('jetbridge.sessions', 8);
    });
    metrics.observe((tell) => tell('jetbridge.live.sockets', 3));
    const scraping = metrics.scrape();
    await vi.advanceTimersByTimeAsync(3_000);
    const seen = await scraping;
    late();
    expect(seen).toContain('jetbridge_sessions 7\n');
    expect(seen).toContain('jetbridge_live_sockets 3\n');
    await metrics.close();
  });

  it('are collected once for many who come at the same time', async () => {
    const metrics = await openMetrics(settings, {});
    let looks = 0;
    metrics.observe(() => void looks++);
    await Promise.all([metrics.scrape(), metrics.scrape(), metrics.scrape()]);
    expect(looks).toBe(1);
    await metrics.close();
  });

  it('are sent where there is a receiver, the last of them at the end', async () => {
    await using receiver = await startOtlpReceiver();
    const sent = { ...settings, otlpEndpoint: receiver.url, otlpHeaders: { 'x-token': 'abc' }, metricsEveryMs: 100 };
    const metrics = await openMetrics(sent, { 'service.version': '1.2.3' });
    await expect.poll(() => receiver.requests.length).toBeGreaterThan(1);
    metrics.record('jetbridge.command.duration.seconds', 0.1, { operation: 'filePirep', outcome: 'done' });
    await metrics.close();
    const { path, headers, text } = receiver.requests.at(-1)!;
    expect([path, headers['x-token']]).toEqual(['/v1/metrics', 'abc']);
    const [{ resource, scopeMetrics }] = JSON.parse(text).resourceMetrics;
    expect(plain(resource.attributes)).toEqual({ 'service.name': 'jetbridge', 'service.version': '1.2.3' });
    const command = scopeMetrics[0].metrics.find(({ name }: { name: string }) => name === 'jetbridge.command.duration.seconds');
    expect(command.histogram.dataPoints).toMatchObject([{ count: 1, sum: 0.1 }]);
    expect(plain(command.histogram.dataPoints[0].attributes)).toEqual({ operation: 'filePirep', outcome: 'done' });
  });

  it('hold nobody up whose receiver does not answer', async () => {
    await using receiver = await startOtlpReceiver();
    receiver.answer(503);
    const metrics = await openMetrics({ ...settings, otlpEndpoint: receiver.url, metricsEveryMs: 100 }, {});
    metrics.record('jetbridge.live.frames', 1);
    expect(await metrics.scrape()).toContain('jetbridge_live_frames_total 1\n');
    const began = performance.now();
    await metrics.close();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('end as a unit does, so that they are called the same when they are sent', () => {
    const endings: Record<string, string> = { s: 'seconds', By: 'bytes' };
    for (const [name, { unit }] of Object.entries(instruments)) {
      if (unit in endings) expect(name).toMatch(new RegExp(`\\.${endings[unit]}$`));
      else expect(unit).toMatch(/^\{\w+\}$/);
    }
  });
});
