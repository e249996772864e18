import { isBefore, type Position } from '../cursors.ts';
import type { Step } from '../graphql/changes.ts';
import type { Topic } from '../graphql/topics.ts';
import type { Subscriber } from './subscriber.ts';

export interface FeedPorts {
  /** How far its changes can be read. */
  readable(topic: Topic): Promise<number>;
  /** Calls `listener` when more can be read; the answer stops it. */
  watch(topic: Topic, listener: () => void): () => void;
  /** A few steps after `position`, none of them beyond event `upTo`. */
  read(topic: Topic, position: Position, upTo: number): Promise<Step[]>;
  deliver(topic: Topic, steps: readonly Step[], subscribers: Iterable<Subscriber>, readable: number): Promise<void>;
  /** Lets others have their turn; with an error, reports it and waits longer. */
  pause(error?: unknown): Promise<void>;
}

const mostReplays = 4; // at a time, in one topic
const replayTurn = 64; // reads of one replay before others who wait get a turn
const restAbove = 256 * 1024; // bytes unread: replaying faster than a client reads would make it a slow reader
const longestRestMs = 30_000;

const samePlace = (a: Position, b: Position) => !isBefore(a, b) && !isBefore(b, a);

/**
 * Everybody who follows one topic. One loop walks the log as it grows and takes the `live` ones along. Whoever stands elsewhere waits; a
 * few replays walk from where the first of them stands up to where the loop is, and pick up others on the way. They meet the loop when it
 * stands still, and change over. A subscriber gets only steps that begin where it stands: nothing is missed or doubled, whoever takes it along.
 */
export class Feed {
  readonly #all = new Set<Subscriber>();
  readonly #live = new Set<Subscriber>();
  readonly #waiting = new Set<Subscriber>();
  /** Where the loop is; undefined until it has looked. */
  #position: Position | undefined;
  /** Where it will be after the delivery at hand. */
  #horizon: Position = { sequence: 0, part: 0 };
  #readable = 0;
  #replays = 0;
  #closed = false;
  #wake = () => {};

  constructor(
    readonly topic: Topic,
    private readonly ports: FeedPorts,
  ) {}

  get size(): number {
    return this.#all.size;
  }

  get subscribers(): ReadonlySet<Subscriber> {
    return this.#all;
  }

  get catchingUp(): number {
    return this.#all.size - this.#live.size;
  }

  join(subscriber: Subscriber): void {
    this.#all.add(subscriber);
    this.#waiting.add(subscriber);
    this.#settle();
  }

  leave(subscriber: Subscriber): void {
    this.#all.delete(subscriber);
    this.#live.delete(subscriber);
    this.#waiting.delete(subscriber);
  }

  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** The loop. Runs until the feed is closed. */
  async follow(): Promise<void> {
    const stop = this.ports.watch(this.topic, () => this.#wake());
    while (!this.#closed) {
      const moved = new Promise<void>((resolve) => {
        this.#wake = resolve; // before reading: what comes while we read wakes the next round
      });
      try {
        this.#readable = Math.max(this.#readable, await this.ports.readable(this.topic));
        if (this.#closed) break;
        this.#position ??= this.#horizon = { sequence: this.#readable, part: 0 };
        if (this.#position.sequence < this.#readable) await this.#advance(this.#position);
        this.#settle();
        if (this.#position.sequence >= this.#readable) await moved;
      } catch (error) {
        this.#horizon = this.#position ?? this.#horizon;
        await this.ports.pause(error);
      }
    }
    stop();
  }

  async #advance(start: Position): Promise<void> {
    if (this.#live.size === 0 && ![...this.#waiting].some(({ position }) => !isBefore(position, start))) {
      this.#position = this.#horizon = { sequence: this.#readable, part: 0 }; // nobody to tell
      return;
    }
    const steps = await this.#read(start, this.#readable);
    const end = steps.at(-1)!.next;
    this.#horizon = end;
    this.#pickUp(start, end, (subscriber) => this.#goLive(subscriber));
    await this.ports.deliver(this.topic, steps, this.#live, this.#readable);
    this.#position = end;
  }

  async #read(from: Position, upTo: number): Promise<Step[]> {
    const steps = await this.ports.read(this.topic, from, upTo);
    if (steps.length === 0) throw new Error(`the log of ${this.topic.key} ends before what is projected of it`);
    return steps;
  }

  #pickUp(start: Position, end: Position, take: (subscriber: Subscriber) => void): void {
    for (const subscriber of this.#waiting) {
      if (isBefore(subscriber.position, start) || !isBefore(subscriber.position, end)) continue;
      this.#waiting.delete(subscriber);
      take(subscriber);
    }
  }

  #goLive(subscriber: Subscriber): void {
    this.#waiting.delete(subscriber);
    this.#live.add(subscriber);
    subscriber.catchingUp = false;
  }

  /** Finds everybody who waits the next ride, where there is one. */
  #settle(): void {
    if (!this.#position || this.#closed) return;
    const standing = samePlace(this.#position, this.#horizon);
    for (const subscriber of this.#waiting) {
      if (standing && samePlace(subscriber.position, this.#position)) this.#goLive(subscriber);
      else if (this.#replays < mostReplays && isBefore(subscriber.position, this.#horizon)) void this.#replay(subscriber);
    }
  }

  async #replay(first: Subscriber): Promise<void> {
    this.#replays++;
    this.#waiting.delete(first);
    const riders = new Set([first]);
    let { position } = first;
    try {
      for (let turn = 0; turn < replayTurn && riders.size > 0 && isBefore(position, this.#horizon) && !this.#closed; turn++) {
        const upTo = this.#horizon.sequence;
        const steps = await this.#read(position, upTo);
        const end = steps.at(-1)!.next;
        this.#pickUp(position, end, (subscriber) => riders.add(subscriber));
        await this.ports.deliver(this.topic, steps, riders, upTo);
        position = end;
        for (const rider of riders) {
          const resting = !rider.ended && rider.outlet.pending > restAbove;
          if (rider.ended || resting) riders.delete(rider);
          if (resting) this.#rest(rider);
        }
        await this.ports.pause();
      }
    } catch (error) {
      await this.ports.pause(error);
    } finally {
      this.#replays--;
      for (const rider of riders) if (!rider.ended) this.#waiting.add(rider);
      this.#settle();
    }
  }

  /** Until the client has read what it was sent; not for ever. */
  #rest(subscriber: Subscriber): void {
    const timer = setTimeout(() => {
      if (subscriber.ended) return;
      subscriber.outlet.closeSlow();
      subscriber.end();
    }, longestRestMs);
    subscriber.outlet.whenDrained(() => {
      clearTimeout(timer);
      if (subscriber.ended || this.#closed) return;
      this.#waiting.add(subscriber);
      this.#settle();
    });
  }
}
