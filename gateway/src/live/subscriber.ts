import type { Standing } from '@jetbridge/schema';
import type { Caller } from '../context.ts';
import type { Position } from '../cursors.ts';
import type { Topic } from '../graphql/topics.ts';
import type { Outlet } from './outlet.ts';
import type { Shape } from './shapes.ts';

/**
 * One running operation that follows a topic: who asked what, on which socket, and up to where it has been told. graphql-ws holds it as a generator
 * that yields nothing, as frames are written beside it, and lasts as long as the operation.
 */
export class Subscriber implements AsyncGenerator<never, undefined> {
  /** The standing last proved, when, and with the read models up to where. */
  proof: { standing: Standing; at: number; readable: number } | undefined;
  /** Until it hears of changes the moment they come. */
  catchingUp = true;
  ended = false;
  #settle: (result: IteratorReturnResult<undefined> | Promise<never>) => void = () => {};
  readonly #over = new Promise<IteratorReturnResult<undefined>>((resolve) => {
    this.#settle = resolve;
  });
  #started = false;

  constructor(
    readonly operationId: string,
    readonly topic: Topic,
    readonly caller: Caller,
    readonly shape: Shape,
    readonly outlet: Outlet,
    public position: Position,
    private readonly onStart: (subscriber: Subscriber) => void,
    private readonly onEnd: (subscriber: Subscriber) => void,
  ) {}

  /** Ends the operation, with an error for its client or with none. Nothing is written for it any more. */
  end(error?: unknown): void {
    if (this.ended) return;
    this.ended = true;
    this.#settle(error === undefined ? { done: true, value: undefined } : Promise.reject(error));
    this.#over.catch(() => {}); // heard through the iterable, if anybody still listens
    this.onEnd(this);
  }

  next(): Promise<IteratorReturnResult<undefined>> {
    if (!this.#started && !this.ended) this.onStart(this);
    this.#started = true;
    return this.#over;
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  throw(): Promise<IteratorReturnResult<undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.end();
  }
}
