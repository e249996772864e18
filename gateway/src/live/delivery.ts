import { Rejected, type Standing } from '@jetbridge/schema';
import { failpoints } from '@jetbridge/schema/failpoints';
import { isPassing } from '@jetbridge/schema/storage';
import { type ExecutionResult, execute, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { grantOf } from '../auth/grants.ts';
import type { Services } from '../context.ts';
import type { Step } from '../graphql/changes.ts';
import type { Topic } from '../graphql/topics.ts';
import { standingsOf } from './admission.ts';
import { nextFrames } from './frames.ts';
import type { Shape } from './shapes.ts';
import { SharedContext } from './shared-context.ts';
import type { Subscriber } from './subscriber.ts';

type Present = (errors: readonly GraphQLFormattedError[]) => readonly GraphQLFormattedError[];

interface Group {
  shape: Shape;
  standing: Standing;
  subscribers: Subscriber[];
}

/** Bytes a socket may leave unread before it is closed as a slow reader. */
const mostPending = 1024 * 1024;
const writesInTurn = 64;
const proofLastsMs = 100; // while somebody catches up; live changes are never delivered on an older proof than their own

/**
 * Tells subscribers about changes: proves their standing, answers once for each group that asks the same with the same standing, and writes
 * the same bytes to all of a group, several changes in one write.
 */
export class Delivery {
  constructor(
    private readonly services: Services,
    private readonly schema: GraphQLSchema,
    private readonly present: Present,
  ) {}

  /** Each subscriber gets the steps from its own position on, and moves to the end; one that stands beside them gets nothing. */
  async deliver(topic: Topic, steps: readonly Step[], subscribers: Iterable<Subscriber>, readable: number): Promise<void> {
    const admitted = await this.#admit(topic, readable, subscribers);
    let away: unknown;
    await Promise.all(
      groupsOf(admitted).map(async (group) => {
        try {
          await this.#answer(topic, steps, group);
        } catch (error) {
          if (isPassing(error)) away = error;
          else for (const subscriber of group.subscribers) subscriber.end(error);
        }
      }),
    );
    if (away) throw away; // the feed tries again; who was told already stands further on, and is passed over
  }

  async #admit({ airlineId }: Topic, readable: number, subscribers: Iterable<Subscriber>): Promise<Subscriber[]> {
    const now = this.services.now();
    const present = [...subscribers].filter(({ ended }) => !ended);
    const unproved = present.filter(
      ({ catchingUp, proof }) => !catchingUp || proof?.readable !== readable || Math.abs(now - proof.at) > proofLastsMs,
    );
    const callers = unproved.map(({ caller }) => caller);
    const standings = await standingsOf(this.services.storage, airlineId, callers, now);
    for (const subscriber of unproved) {
      const standing = standings.get(grantOf(subscriber.caller));
      if (standing) subscriber.proof = { standing, at: now, readable };
      else subscriber.end(new Rejected('UNAUTHENTICATED', 'Your session has ended; sign in again.'));
    }
    return present.filter(({ ended }) => !ended);
  }

  async #answer(topic: Topic, steps: readonly Step[], { shape, standing, subscribers }: Group): Promise<void> {
    const [first] = subscribers;
    const { airlineId, permission } = topic;
    const context = new SharedContext(this.services, first!.caller, airlineId, standing);
    await context.require(permission, airlineId ?? undefined); // what was allowed at the start may be no more
    if (failpoints.armed) await failpoints.armed('deliver.answer');
    const from = firstStep(steps, subscribers);
    const payloads = await Promise.all(steps.map((step, index) => (index < from ? empty : this.#execute(shape, step, context))));
    const sharers = context.personal ? subscribers.filter(({ caller }) => caller.userId === first!.caller.userId) : subscribers;
    if (failpoints.armed) await failpoints.armed('deliver.write');
    this.services.metrics.record('jetbridge.live.frames', await writeInTurns(sharers, steps, payloads));
    if (sharers.length === subscribers.length) return;
    shape.personal = true;
    const others = subscribers.filter((subscriber) => !sharers.includes(subscriber));
    await Promise.all(groupsOf(others).map((group) => this.#answer(topic, steps, group)));
  }

  async #execute({ document, operationName, variables }: Shape, { change, trace }: Step, contextValue: SharedContext): Promise<Buffer> {
    const { schema } = this;
    const rootValue = change;
    const result: ExecutionResult = await execute({ schema, document, operationName, variableValues: variables, rootValue, contextValue });
    // A change told without what it changed would be believed: nobody asks again for what came once.
    const away = result.errors?.find(({ originalError }) => isPassing(originalError));
    if (away) throw away.originalError;
    const told = result.errors ? { ...result, errors: this.present(result.errors) } : result;
    return Buffer.from(JSON.stringify(trace ? { ...told, extensions: { traceparent: trace } } : told));
  }
}

const empty = Buffer.alloc(0);

/** Nobody needs the steps before it. */
function firstStep(steps: readonly Step[], subscribers: readonly Subscriber[]): number {
  const starts = subscribers.map(({ position }) => indexOf(steps, position)).filter((index) => index >= 0);
  return Math.min(steps.length, ...starts);
}

function indexOf(steps: readonly Step[], { sequence, part }: Subscriber['position']): number {
  return steps.findIndex(({ here }) => here.sequence === sequence && here.part === part);
}

/** Who stands where they were last proved to stand, and asks the same, gets the same bytes. */
export function groupsOf(subscribers: Iterable<Subscriber>): Group[] {
  const byShape = new Map<Shape, Map<string, Group>>();
  for (const subscriber of subscribers) {
    const { shape, caller } = subscriber;
    const standing = subscriber.proof?.standing;
    if (!standing) continue; // never told anything yet
    const groups = byShape.get(shape) ?? new Map<string, Group>();
    byShape.set(shape, groups);
    const key = `${standing.platformAdmin} ${standing.verified} ${standing.role} ${standing.scopes} ${shape.personal ? caller.userId : ''}`;
    const group = groups.get(key);
    if (group) group.subscribers.push(subscriber);
    else groups.set(key, { shape, standing, subscribers: [subscriber] });
  }
  return [...byShape.values()].flatMap((groups) => [...groups.values()]);
}

/** A few sockets in each turn of the event loop: between two turns libuv lets one new connection in, however many wait. Answers how many frames. */
async function writeInTurns(subscribers: readonly Subscriber[], steps: readonly Step[], payloads: readonly Buffer[]): Promise<number> {
  let written = 0;
  const shared = new Map<string, Buffer>();
  for (let at = 0; at < subscribers.length; at += writesInTurn) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve));
    written += writeTo(subscribers.slice(at, at + writesInTurn), steps, payloads, shared);
  }
  return written;
}

/**
 * Without a pause from the first to the last: whoever leaves does so before or after. Answers how many frames it wrote.
 * @param shared operations with the same id share even the frames
 */
export function writeTo(
  subscribers: readonly Subscriber[],
  steps: readonly Step[],
  payloads: readonly Buffer[],
  shared = new Map<string, Buffer>(),
): number {
  const end = steps.at(-1)!.next;
  let written = 0;
  for (const subscriber of subscribers) {
    const { operationId, outlet, position } = subscriber;
    const from = indexOf(steps, position);
    if (subscriber.ended || from < 0) continue;
    if (!outlet.open) {
      subscriber.end();
      continue;
    }
    const key = `${from} ${operationId}`;
    const frames = shared.get(key) ?? nextFrames(operationId, payloads.slice(from));
    shared.set(key, frames);
    outlet.write(frames);
    written += steps.length - from;
    subscriber.position = end;
    if (outlet.pending > mostPending) {
      outlet.closeSlow();
      subscriber.end();
    }
  }
  return written;
}
