import { type Framework, frameworks } from '../place.ts';
import type { Metric, Sample, Samples } from './samples.ts';

const shortestMs = 16; // of an interaction, the least that browsers tell

interface LongFrame extends PerformanceEntry {
  scripts: readonly { sourceURL: string; duration: number }[];
}

/** Collects what the browser itself measures, told apart by where code came from and in which pane things happened. */
export function observePanes(paneOf: (node: Node | null) => Framework | undefined, samples: Samples, signal: AbortSignal): void {
  const add = (metric: Metric, framework: Framework, value: number, at: number) => samples.add({ metric, framework, value, at });
  const weight = new Map<Framework, { bytes: number; files: number }>(frameworks.map((framework) => [framework, { bytes: 0, files: 0 }]));

  const watch = <Entry extends PerformanceEntry>(type: string, metrics: Metric[], take: (entries: Entry[]) => void) => {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) {
      for (const metric of metrics) samples.never(metric);
      return;
    }
    const observer = new PerformanceObserver((list) => take(list.getEntries() as Entry[]));
    observer.observe({ type, buffered: true, ...(type === 'event' && { durationThreshold: shortestMs }) });
    signal.addEventListener('abort', () => observer.disconnect());
  };

  watch<PerformanceResourceTiming>('resource', ['bytes', 'files'], (entries) => {
    const changed = new Set<Framework>();
    for (const { name, encodedBodySize } of entries) {
      const framework = remoteOf(name);
      if (!framework) continue;
      const sum = weight.get(framework)!;
      sum.bytes += encodedBodySize;
      sum.files++;
      changed.add(framework);
    }
    for (const framework of changed) {
      const { bytes, files } = weight.get(framework)!;
      add('bytes', framework, bytes, performance.now());
      add('files', framework, files, performance.now());
    }
  });

  const interactions = new Map<number, Sample>(); // one takes as long as its longest event, as a key goes down and up again
  watch<PerformanceEventTiming>('event', ['interaction'], (entries) => {
    for (const entry of entries) {
      const { interactionId = 0, target, duration, startTime } = entry as PerformanceEventTiming & { interactionId?: number };
      if (interactionId === 0) continue;
      const known = interactions.get(interactionId);
      const framework = paneOf(target);
      if (known) samples.lengthen(known, duration);
      else if (framework) interactions.set(interactionId, add('interaction', framework, duration, startTime));
    }
  });

  watch<LongFrame>('long-animation-frame', ['longFrame'], (entries) => {
    for (const { scripts, startTime } of entries) {
      for (const framework of frameworks) {
        const own = scripts.filter(({ sourceURL }) => remoteOf(sourceURL) === framework);
        if (own.length > 0)
          add(
            'longFrame',
            framework,
            own.reduce((sum, { duration }) => sum + duration, 0),
            startTime,
          );
      }
    }
  });
}

function remoteOf(url: string): Framework | undefined {
  return frameworks.find((framework) => url.includes(`/remotes/${framework}/`));
}
