const budgetMs = 5;

/**
 * Keeps a crowd that arrives in one moment from being served in one turn of the event loop: once a turn has lasted its time, those behind wait,
 * in order, and get a turn each. Sockets, timers and the projector get theirs in between. Idle, nobody waits.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #since: number | undefined;

  /** Called where work begins; what follows belongs to a turn that has time for it. */
  enter(): Promise<void> | undefined {
    if (this.#since === undefined) {
      this.#since = performance.now();
      setImmediate(this.#next);
      return undefined;
    }
    if (this.#waiting.length === 0 && performance.now() - this.#since < budgetMs) return undefined;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  readonly #next = (): void => {
    const go = this.#waiting.shift();
    this.#since = go && performance.now();
    if (!go) return;
    setImmediate(this.#next);
    go();
  };
}
