import type { Standing } from '@jetbridge/schema';
import type { Caller } from '../context.ts';
import type { Position } from '../cursors.ts';
import type { Outlet } from './outlet.ts';
import type { Shape } from './shapes.ts';

/** One running `airlineChanges` operation: who asked what, on which socket, and up to where it has been told. */
export class Subscriber {
  /** The standing last proved, when, and with the read models up to where. */
  proof: { standing: Standing; at: number; readable: number } | undefined;
  /** Until it hears of changes the moment they come. */
  catchingUp = true;
  ended = false;
  readonly #over = Promise.withResolvers<IteratorReturnResult<undefined>>();
  #started = false;

  constructor(
    readonly operationId: string,
    readonly airlineId: string,
    readonly caller: Caller,
    readonly shape: Shape,
    readonly outlet: Outlet,
    public position: Position,
    private readonly onStart: (subscriber: Subscriber) => void,
    private readonly onEnd: (subscriber: Subscriber) => void,
  ) {
    this.#over.promise.catch(() => {}); // heard through the iterable, if anybody still listens
  }

  /** Ends the operation, with an error for its client or with none. Nothing is written for it any more. */
  end(error?: unknown): void {
    if (this.ended) return;
    this.ended = true;
    if (error === undefined) this.#over.resolve({ done: true, value: undefined });
    else this.#over.reject(error);
    this.onEnd(this);
  }

  /** What graphql-ws holds on to: it yields nothing, as frames are written beside it, and lasts as long as the operation. */
  asGenerator(): AsyncGenerator<never, undefined> {
    const over = this.#over.promise;
    const finish = async () => {
      this.end();
      return { done: true as const, value: undefined };
    };
    return {
      next: () => {
        if (!this.#started && !this.ended) this.onStart(this);
        this.#started = true;
        return over;
      },
      return: finish,
      throw: finish,
      [Symbol.asyncIterator]() {
        return this;
      },
      [Symbol.asyncDispose]: async () => void (await finish()),
    };
  }
}
