import { afterEach, expect, test, vi } from 'vitest';
import type { Framework } from '../place.ts';
import { observePanes } from './observe.ts';
import { Samples } from './samples.ts';

type Tell = (list: { getEntries(): object[] }) => void;

afterEach(() => vi.unstubAllGlobals());

/** A browser that measures events alone, and tells what it is made to tell. */
function browserOfEvents(): (...entries: object[]) => void {
  let tell: Tell = () => {};
  class Observer {
    static supportedEntryTypes = ['event'];
    constructor(told: Tell) {
      tell = told;
    }
    observe(): void {}
    disconnect(): void {}
  }
  vi.stubGlobal('PerformanceObserver', Observer);
  return (...entries) => tell({ getEntries: () => entries });
}

test('an interaction is one sample, as long as its longest event, though its events be told one after another', () => {
  const tell = browserOfEvents();
  const samples = new Samples();
  const panes = new Map<object | null, Framework>();
  observePanes((node) => panes.get(node), samples, new AbortController().signal);
  const [inVue, outside] = [{}, {}];
  panes.set(inVue, 'vue');

  tell(
    { interactionId: 0, target: inVue, duration: 100, startTime: 1 },
    { interactionId: 6, target: outside, duration: 100, startTime: 2 },
  );
  tell({ interactionId: 7, target: inVue, duration: 24, startTime: 10 });
  tell({ interactionId: 7, target: inVue, duration: 40, startTime: 20 }, { interactionId: 7, target: inVue, duration: 16, startTime: 21 });
  tell({ interactionId: 8, target: inVue, duration: 16, startTime: 30 });

  expect(samples.all).toEqual([
    { metric: 'interaction', framework: 'vue', value: 40, at: 10 },
    { metric: 'interaction', framework: 'vue', value: 16, at: 30 },
  ]);
});
