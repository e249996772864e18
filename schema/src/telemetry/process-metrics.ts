import { totalmem } from 'node:os';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Metrics } from './metrics.ts';

const resolutionMs = 20;
/** 0 or a number beyond any machine where there is no limit. */
const memoryLimit = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
const percentiles = [50, 99, 100];
/** Two who look at the same moment see the same. */
const freshMs = 500;

/** The state of this process. The event loop is watched from the first look on: where nobody looks, it costs nothing. */
export function observeProcess(metrics: Pick<Metrics, 'observe'>): { close(): void } {
  let histogram: ReturnType<typeof monitorEventLoopDelay> | undefined;
  let resetAt = 0;
  let delays: [percentile: string, seconds: number][] = [];
  const stop = metrics.observe((tell) => {
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
    tell('jetbridge.process.memory.bytes', rss, { kind: 'rss' });
    tell('jetbridge.process.memory.bytes', heapUsed, { kind: 'heap_used' });
    tell('jetbridge.process.memory.bytes', heapTotal, { kind: 'heap_total' });
    tell('jetbridge.process.memory.bytes', external, { kind: 'external' });
    tell('jetbridge.process.memory.limit.bytes', memoryLimit);
    const { user, system } = process.cpuUsage();
    tell('jetbridge.process.cpu.seconds', user / 1e6, { mode: 'user' });
    tell('jetbridge.process.cpu.seconds', system / 1e6, { mode: 'system' });
    tell('jetbridge.process.uptime.seconds', process.uptime());
    tell('jetbridge.event.loop.active.seconds', performance.eventLoopUtilization().active / 1e3);

    if (!histogram) {
      histogram = monitorEventLoopDelay({ resolution: resolutionMs });
      histogram.enable();
    } else if (performance.now() - resetAt > freshMs) {
      const seen = histogram;
      delays = percentiles.map((percentile) => [String(percentile), lateBy(seen.percentile(percentile))]);
      histogram.reset();
      resetAt = performance.now();
    }
    for (const [percentile, seconds] of delays) tell('jetbridge.event.loop.delay.seconds', seconds, { percentile });
  });
  return {
    close: () => {
      stop();
      histogram?.disable();
    },
  };
}

/** Nanoseconds between two ticks → seconds beyond what was asked for. Before its first tick it knows nothing. */
function lateBy(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) ? Math.max(0, nanoseconds / 1e9 - resolutionMs / 1e3) : 0;
}
