import { setTimeout as after } from 'node:timers/promises';
import { Rejected } from '@jetbridge/schema';
import { platformTenant } from '@jetbridge/schema/events';
import { failpoints } from '@jetbridge/schema/failpoints';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Caller, Services } from '../context.ts';
import { type AirlineChanges, nowhere, resyncStep, type Step, stepsOf } from '../graphql/changes.ts';
import { AirlineFeed, type FeedPorts } from './airline-feed.ts';
import { Delivery } from './delivery.ts';
import type { Outlet } from './outlet.ts';
import { Shapes } from './shapes.ts';
import { Subscriber } from './subscriber.ts';

const eventsPerRead = 16; // also what is written in one go, and so the longest a change waits for its neighbours
const mostCatchingUp = { perUser: 100, perAirline: 10_000 };
const turnsForOthers = 16; // of the event loop, each of which lets one new connection in: those who come back together are told together
const retryAfterErrorMs = 500;
const platformWithinMs = 2_000;

export interface Join {
  changes: AirlineChanges;
  operationId: string;
  caller: Caller;
  outlet: Outlet;
  query: string;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Everybody who follows an airline on this process. See docs/decisions/0007-live-hub.md. */
export class LiveHub {
  readonly #feeds = new Map<string, AirlineFeed>();
  readonly #shapes = new Shapes();
  readonly #catchingUp = new Map<string, Set<Subscriber>>(); // by user
  readonly #ports: FeedPorts;
  readonly #delivery: Delivery;

  constructor(
    private readonly services: Services,
    schema: GraphQLSchema,
    report: { present(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]; error(error: unknown): void },
  ) {
    const { projected, storage, cursors } = services;
    const delivery = new Delivery(services, schema, report.present);
    this.#delivery = delivery;
    this.#ports = {
      readable: (airlineId) => projected.position(airlineId),
      watch: (airlineId, listener) => projected.watch(airlineId, listener),
      read: async (airlineId, position, upTo) => {
        const events = await storage.log.readTenant(airlineId, position.sequence, eventsPerRead);
        // The new name is read from another history: told before that is readable, a page would show the old one for good.
        if (events.some(({ type }) => type === 'MemberRenamed')) await wholePlatformReadable(services);
        return events.filter(({ sequence }) => sequence <= upTo).flatMap((event): Step[] => stepsOf(cursors, event, position));
      },
      deliver: async (...args) => {
        const told = () => delivery.deliver(...args);
        await (failpoints.armed ? failpoints.armed('deliver.before', told) : told());
        if (failpoints.armed) await failpoints.armed('deliver.after');
      },
      pause: async (error) => {
        for (let turn = 0; error === undefined && turn < turnsForOthers; turn++) await new Promise((resolve) => setImmediate(resolve));
        if (error === undefined) return;
        report.error(error);
        await after(retryAfterErrorMs);
      },
    };
  }

  /** The operation, for graphql-ws to hold. Throws when too many catch up already. */
  join({ changes: { airlineId, from }, operationId, caller, outlet, ...asked }: Join): AsyncGenerator<never, undefined> {
    const feed = this.#feeds.get(airlineId);
    const own = [...(this.#catchingUp.get(caller.userId) ?? [])].filter(({ catchingUp }) => catchingUp);
    if (own.length >= mostCatchingUp.perUser) throw tooMany('Your subscriptions');
    if (feed && feed.catchingUp >= mostCatchingUp.perAirline) throw tooMany("This airline's subscriptions");

    const subscriber = new Subscriber(operationId, airlineId, caller, this.#shapes.take(asked), outlet, from, this.#start, this.#end);
    this.#catchingUp.set(caller.userId, new Set(own).add(subscriber));
    return subscriber;
  }

  /** Nothing is delivered any more; the sockets are closed by whoever owns them. */
  close(): void {
    for (const feed of this.#feeds.values()) feed.close();
    this.#feeds.clear();
  }

  readonly #start = async (subscriber: Subscriber): Promise<void> => {
    const { airlineId } = subscriber;
    try {
      if (subscriber.position === nowhere) {
        const readable = await this.services.projected.position(airlineId);
        const resync = resyncStep(this.services.cursors, airlineId, readable, this.services.now());
        await this.#delivery.deliver(airlineId, [resync], [subscriber], readable);
      }
      if (!subscriber.ended) this.#feed(airlineId).join(subscriber);
      if (!subscriber.catchingUp) this.#caughtUp(subscriber);
    } catch (error) {
      subscriber.end(error);
    }
  };

  #feed(airlineId: string): AirlineFeed {
    let feed = this.#feeds.get(airlineId);
    if (!feed) {
      feed = new AirlineFeed(airlineId, this.#ports);
      this.#feeds.set(airlineId, feed);
      void feed.follow();
    }
    return feed;
  }

  readonly #end = (subscriber: Subscriber): void => {
    const { airlineId, shape } = subscriber;
    this.#shapes.release(shape);
    this.#caughtUp(subscriber);
    const feed = this.#feeds.get(airlineId);
    feed?.leave(subscriber);
    if (feed?.size !== 0) return;
    feed.close();
    this.#feeds.delete(airlineId);
  };

  #caughtUp(subscriber: Subscriber): void {
    const { userId } = subscriber.caller;
    const own = this.#catchingUp.get(userId);
    if (own?.delete(subscriber) && own.size === 0) this.#catchingUp.delete(userId);
  }
}

function tooMany(whose: string): Rejected {
  return new Rejected('RATE_LIMITED', `${whose} are catching up already, as many as may at a time.`, undefined, { retryAfterSeconds: 1 });
}

/** Everything about people that was stored until now; not waited for longer than commands wait. */
async function wholePlatformReadable({ storage, projected }: Services): Promise<void> {
  const [head] = await storage.reader.all<{ sequence: number }>('select sequence from tenant_head where tenant = ?', [platformTenant]);
  await projected.until(platformTenant, Number(head?.sequence ?? 0), platformWithinMs);
}
