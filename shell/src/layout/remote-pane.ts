import { type MountContext, type MountedRemote, shellMessages } from '@jetbridge/schema';
import { h } from '../dom.ts';
import type { Framework } from '../place.ts';
import { failureOf, isRemembered, loadRemote, RemoteFailure } from '../remotes.ts';
import { remoteCard } from './remote-card.ts';

const paintWithinMs = 5_000;
const skeletonAfterMs = 200;

export type ContextFor = (framework: Framework, ends: { signal: AbortSignal; report(error: unknown): void }) => MountContext;

/** Holds one remote in an element. Whatever goes wrong with it becomes a card in that element, and nothing else. */
export class RemotePane {
  readonly #framework: Framework;
  readonly #body: HTMLElement;
  readonly #contextFor: ContextFor;
  readonly #among: boolean;
  readonly #load: typeof loadRemote;
  #run = new AbortController();
  #mounted: MountedRemote | null = null;
  #failures = 0;

  /** @param among whether other panes share the page  @param load where the remote comes from */
  constructor(framework: Framework, body: HTMLElement, contextFor: ContextFor, { among = false, load = loadRemote } = {}) {
    this.#framework = framework;
    this.#body = body;
    this.#contextFor = contextFor;
    this.#among = among;
    this.#load = load;
  }

  async open(): Promise<void> {
    this.close();
    const run = new AbortController();
    this.#run = run;
    const { signal } = run;
    const slot = h('div', { 'data-remote': this.#framework });
    slot.style.display = 'contents'; // the remote's own element is the one that is laid out
    this.#body.replaceChildren(slot);
    this.#body.setAttribute('aria-busy', 'true');
    const skeleton = setTimeout(() => slot.before(skeletonPage()), skeletonAfterMs);
    signal.addEventListener('abort', () => clearTimeout(skeleton));
    try {
      const module = await this.#load(this.#framework, this.#failures);
      if (signal.aborted) return;
      const report = (error: unknown) => {
        if (!signal.aborted) this.#fail(failureOf(error));
      };
      const painted = firstContent(slot, signal);
      this.#mounted = module.mount(slot, this.#contextFor(this.#framework, { signal, report }));
      await painted;
      if (signal.aborted) return;
      clearTimeout(skeleton);
      this.#body.removeAttribute('aria-busy');
      // Taking the slot out and in again would take the focus from what the remote has just focused.
      for (const child of [...this.#body.children]) if (child !== slot) child.remove();
    } catch (error) {
      if (!signal.aborted) this.#fail(failureOf(error));
    }
  }

  /** Unmounts; the element is left empty. */
  close(): void {
    this.#run.abort();
    try {
      this.#mounted?.unmount();
    } catch (error) {
      console.error(error); // it is leaving anyway
    }
    this.#mounted = null;
    this.#body.replaceChildren();
    this.#body.removeAttribute('aria-busy');
  }

  suspend(): void {
    this.#mounted?.suspend?.();
  }

  resume(): void {
    this.#mounted?.resume?.();
  }

  #fail(failure: RemoteFailure): void {
    console.warn(failure.message, failure.cause);
    this.close();
    this.#failures++;
    const [again, reload] = [() => void this.open(), () => void this.#reload()];
    this.#body.replaceChildren(
      remoteCard({
        framework: this.#framework,
        reason: failure.message,
        retry: this.#among ? again : reload,
        // That costs the other panes what is open in them: where it may be the only help, the person decides.
        reload: this.#among && (isRemembered(failure) || this.#failures > 1) ? reload : null,
      }),
    );
  }

  /** Loads the whole page anew, which helps against all that a page remembers. Without the server it would be the browser's own page. */
  async #reload(): Promise<void> {
    const answer = await fetch('/', { method: 'HEAD' }).catch(() => null);
    if (answer?.ok) location.reload();
    else await this.open();
  }
}

/** Resolves when the remote has drawn something, the same definition for all frameworks; `mount` may return before or after that. */
function firstContent(slot: HTMLElement, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(late); // it would keep what the slot holds
      resolve();
    };
    const observer = new MutationObserver(() => {
      if (slot.childElementCount > 0) done();
    });
    observer.observe(slot, { childList: true });
    const late = setTimeout(() => reject(new RemoteFailure(shellMessages.mountSlow(paintWithinMs / 1000))), paintWithinMs);
    signal.addEventListener('abort', done);
  });
}

function skeletonPage(): HTMLElement {
  const line = () => h('div', { class: 'skeleton', 'aria-hidden': 'true' });
  return h('div', { class: 'page stack', role: 'status', 'aria-label': shellMessages.loading }, line(), line(), line());
}
