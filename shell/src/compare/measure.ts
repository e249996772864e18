import { type Framework, frameworks } from '../place.ts';
import type { Samples } from './samples.ts';

/** What is shown until a page is whole, the same for all front ends. */
const placeholders = '.skeleton, [aria-busy="true"]';

/** Watches one pane: what changed in it, and when it was opened, had something to show, and had all of it. */
export class PaneWatch {
  #changed = false;
  #opened: number | null = null;
  #mounted: number | null = null;
  readonly #framework: Framework;
  readonly #body: HTMLElement;
  readonly #samples: Samples;

  constructor(framework: Framework, body: HTMLElement, samples: Samples, signal: AbortSignal) {
    this.#framework = framework;
    this.#body = body;
    this.#samples = samples;
    const observer = new MutationObserver(() => this.#see());
    observer.observe(body, { childList: true, subtree: true, characterData: true, attributes: true });
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** The front end is asked for now. */
  opened(): void {
    this.#opened = performance.now();
    this.#mounted = null;
  }

  /** Whether anything changed since this was asked last. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  #see(): void {
    this.#changed = true;
    const remote = this.#body.querySelector('[data-remote]');
    if (this.#opened === null || !remote?.childElementCount) return;
    const at = performance.now();
    if (this.#mounted === null) {
      this.#mounted = at;
      this.#add('bootToMounted', at - this.#opened, at);
    }
    if (!remote.querySelector('h1') || remote.querySelector(placeholders)) return;
    this.#add('mountedToData', at - this.#mounted, at);
    this.#opened = null;
    this.#add('nodes', this.#body.querySelectorAll('*').length, at);
  }

  #add(metric: Parameters<Samples['add']>[0]['metric'], value: number, at: number): void {
    this.#samples.add({ metric, framework: this.#framework, value, at });
  }
}

/** Resolves when the frame at hand is on the screen: what comes after the drawing of a frame begins when it is done. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}

const countEveryMs = 1_000;

/** Counts the elements of the panes now and then, when there is nothing better to do. */
export function countNodes(bodyOf: (framework: Framework) => HTMLElement, samples: Samples, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (document.hidden) return;
    requestIdleCallback(() => {
      for (const framework of frameworks) {
        const value = bodyOf(framework).querySelectorAll('*').length;
        if (samples.of('nodes', framework).at(-1) !== value) samples.add({ metric: 'nodes', framework, value, at: performance.now() });
      }
    });
  }, countEveryMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}
