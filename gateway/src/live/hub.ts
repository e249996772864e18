import { setTimeout as after } from 'node:timers/promises';
import { Rejected } from '@jetbridge/schema';
import { platformTenant } from '@jetbridge/schema/events';
import { failpoints } from '@jetbridge/schema/failpoints';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Caller, Services } from '../context.ts';
import { type Elsewhere, nowhere, type OpenTopic, readElsewhere, resyncStep, type Step, sequenceOf, stepsOf } from '../graphql/changes.ts';
import { eventsAfter, placeOf, readableIn, type Topic } from '../graphql/topics.ts';
import { Delivery } from './delivery.ts';
import { Feed, type FeedPorts } from './feed.ts';
import { measureDelivery, observeHub } from './observe-hub.ts';
import type { Outlet } from './outlet.ts';
import { Shapes } from './shapes.ts';
import { StreamWatch } from './stream-watch.ts';
import { Subscriber } from './subscriber.ts';
import { traceDelivery } from './trace-delivery.ts';

const eventsPerRead = 16; // also what is written in one go, and so the longest a change waits for its neighbours
const mostCatchingUp = { perUser: 100, perTopic: 10_000 };
const turnsForOthers = 16; // of the event loop, each of which lets one new connection in: those who come back together are told together
const retryAfterErrorMs = 500;
const elsewhereWithinMs = 2_000;

export interface Join {
  open: OpenTopic;
  operationId: string;
  caller: Caller;
  outlet: Outlet;
  query: string;
  document: DocumentNode;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Everybody who follows an airline, their account or the platform on this process. See docs/decisions/0007-live-hub.md. */
export class LiveHub {
  readonly #feeds = new Map<string, Feed>(); // by the key of their topic
  readonly #shapes = new Shapes();
  readonly #catchingUp = new Map<string, Set<Subscriber>>(); // by user
  readonly #ports: FeedPorts;
  readonly #delivery: Delivery;
  readonly #accounts: StreamWatch;
  readonly #unobserve: () => void;

  constructor(
    private readonly services: Services,
    schema: GraphQLSchema,
    report: { present(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[]; error(error: unknown): void },
  ) {
    const { projected, storage, cursors } = services;
    const delivery = new Delivery(services, schema, report.present);
    this.#delivery = delivery;
    this.#unobserve = observeHub(services.metrics, this.#feeds);
    const accounts = new StreamWatch(services, platformTenant, report.error);
    this.#accounts = accounts;
    this.#ports = {
      readable: (topic) => readableIn(services, topic),
      watch: ({ tenant, stream }, listener) => (stream === null ? projected.watch(tenant, listener) : accounts.watch(stream, listener)),
      read: async (topic, position, upTo) => {
        const events = (await eventsAfter(storage, topic, position.sequence, eventsPerRead)).filter(
          (event) => placeOf(topic, event) <= upTo,
        );
        // Of several in one tenant, the last says it for all.
        const elsewhere = new Map(events.flatMap((event) => readElsewhere(event) ?? []).map((part) => [part.tenant, part]));
        await Promise.all([...elsewhere.values()].map((part) => readableElsewhere(services, part)));
        return events.flatMap((event): Step[] => stepsOf(cursors, topic, event, position));
      },
      deliver: async (...args) => {
        const told = () => traceDelivery(services, args, (steps) => delivery.deliver(args[0], steps, args[2], args[3]));
        await (failpoints.armed ? failpoints.armed('deliver.before', told) : told());
        measureDelivery(services, args);
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
  join({ open: { topic, from }, operationId, caller, outlet, ...asked }: Join): AsyncGenerator<never, undefined> {
    const feed = this.#feeds.get(topic.key);
    const own = [...(this.#catchingUp.get(caller.userId) ?? [])].filter(({ catchingUp }) => catchingUp);
    if (own.length >= mostCatchingUp.perUser) throw tooMany('Your subscriptions');
    if (feed && feed.catchingUp >= mostCatchingUp.perTopic) throw tooMany('The subscriptions to this');

    const subscriber = new Subscriber(operationId, topic, caller, this.#shapes.take(asked), outlet, from, this.#start, this.#end);
    this.#catchingUp.set(caller.userId, new Set(own).add(subscriber));
    return subscriber;
  }

  /** Nothing is delivered any more; the sockets are closed by whoever owns them. */
  close(): void {
    for (const feed of this.#feeds.values()) feed.close();
    this.#feeds.clear();
    this.#accounts.close();
    this.#unobserve();
  }

  readonly #start = async (subscriber: Subscriber): Promise<void> => {
    const { topic } = subscriber;
    try {
      if (subscriber.position === nowhere) {
        const readable = await readableIn(this.services, topic);
        const resync = resyncStep(this.services.cursors, topic, readable, this.services.now());
        await this.#delivery.deliver(topic, [resync], [subscriber], readable);
      }
      if (!subscriber.ended) this.#feed(topic).join(subscriber);
      if (!subscriber.catchingUp) this.#caughtUp(subscriber);
    } catch (error) {
      subscriber.end(error);
    }
  };

  #feed(topic: Topic): Feed {
    let feed = this.#feeds.get(topic.key);
    if (!feed) {
      feed = new Feed(topic, this.#ports);
      this.#feeds.set(topic.key, feed);
      void feed.follow();
    }
    return feed;
  }

  readonly #end = (subscriber: Subscriber): void => {
    const { topic, shape } = subscriber;
    this.#shapes.release(shape);
    this.#caughtUp(subscriber);
    const feed = this.#feeds.get(topic.key);
    feed?.leave(subscriber);
    if (feed?.size !== 0) return;
    feed.close();
    this.#feeds.delete(topic.key);
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

/** Not waited for longer than commands wait. */
async function readableElsewhere({ storage, projected }: Services, elsewhere: Elsewhere): Promise<void> {
  await projected.until(elsewhere.tenant, await sequenceOf(storage, elsewhere), elsewhereWithinMs);
}
