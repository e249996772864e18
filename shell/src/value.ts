import type { Observable } from '@jetbridge/schema';

export class Listeners {
  readonly #all = new Set<() => void>();

  add(listener: () => void): () => void {
    const own = () => listener(); // the same function may be added twice and leave once
    this.#all.add(own);
    return () => void this.#all.delete(own);
  }

  /** One listener that throws must not keep the news from the others: they may belong to three frameworks. */
  call(): void {
    for (const listener of [...this.#all]) {
      try {
        listener();
      } catch (error) {
        console.error(error);
      }
    }
  }
}

/** A value with listeners, the writable side of `Observable`. */
export class Value<T> implements Observable<T> {
  readonly #listeners = new Listeners();
  #value: T;

  constructor(initial: T) {
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  set(next: T): void {
    if (Object.is(next, this.#value)) return;
    this.#value = next;
    this.#listeners.call();
  }

  subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener);
}
