import { Rejected, type Standing } from '@jetbridge/schema';
import { type ExecutionResult, execute, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Services } from '../context.ts';
import type { Step } from '../graphql/changes.ts';
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
  async deliver(airlineId: string, steps: readonly Step[], subscribers: Iterable<Subscriber>, readable: number): Promise<void> {
    const admitted = await this.#admit(airlineId, readable, subscribers);
    await Promise.all(
      groupsOf(admitted).map(async (group) => {
        try {
          await this.#answer(airlineId, steps, group);
        } catch (error) {
          for (const subscriber of group.subscribers) subscriber.end(error);
        }
      }),
    );
  }

  async #admit(airlineId: string, readable: number, subscribers: Iterable<Subscriber>): Promise<Subscriber[]> {
    const now = this.services.now();
    const present = [...subscribers].filter(({ ended }) => !ended);
    const unproved = present.filter(
      ({ catchingUp, proof }) => !catchingUp || proof?.readable !== readable || Math.abs(now - proof.at) > proofLastsMs,
    );
    const sessions = new Set(unproved.map(({ caller }) => caller.sessionId));
    const standings = await standingsOf(this.services.storage, airlineId, [...sessions], now);
    for (const subscriber of unproved) {
      const standing = standings.get(subscriber.caller.sessionId);
      if (standing) subscriber.proof = { standing, at: now, readable };
      else subscriber.end(new Rejected('UNAUTHENTICATED', 'Your session has ended; sign in again.'));
    }
    return present.filter(({ ended }) => !ended);
  }

  async #answer(airlineId: string, steps: readonly Step[], { shape, standing, subscribers }: Group): Promise<void> {
    const [first] = subscribers;
    const context = new SharedContext(this.services, first!.caller, airlineId, standing);
    await context.require('changes:subscribe', airlineId); // what was allowed at the start may be no more
    const from = firstStep(steps, subscribers);
    const payloads = await Promise.all(steps.map((step, index) => (index < from ? empty : this.#execute(shape, step, context))));
    const sharers = context.personal ? subscribers.filter(({ caller }) => caller.userId === first!.caller.userId) : subscribers;
    writeTo(sharers, steps, payloads);
    if (sharers.length === subscribers.length) return;
    shape.personal = true;
    const others = subscribers.filter((subscriber) => !sharers.includes(subscriber));
    await Promise.all(groupsOf(others).map((group) => this.#answer(airlineId, steps, group)));
  }

  async #execute({ document, operationName, variables }: Shape, { change }: Step, contextValue: SharedContext): Promise<Buffer> {
    const { schema } = this;
    const rootValue = change;
    const result: ExecutionResult = await execute({ schema, document, operationName, variableValues: variables, rootValue, contextValue });
    return Buffer.from(JSON.stringify(result.errors ? { ...result, errors: this.present(result.errors) } : result));
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

function groupsOf(subscribers: readonly Subscriber[]): Group[] {
  const byShape = new Map<Shape, Map<string, Group>>();
  for (const subscriber of subscribers) {
    const { shape, caller } = subscriber;
    const { standing } = subscriber.proof!;
    const groups = byShape.get(shape) ?? new Map<string, Group>();
    byShape.set(shape, groups);
    const key = `${standing.platformAdmin} ${standing.role} ${shape.personal ? caller.userId : ''}`;
    const group = groups.get(key);
    if (group) group.subscribers.push(subscriber);
    else groups.set(key, { shape, standing, subscribers: [subscriber] });
  }
  return [...byShape.values()].flatMap((groups) => [...groups.values()]);
}

/** Without a pause from the first to the last: whoever leaves does so before or after. */
export function writeTo(subscribers: readonly Subscriber[], steps: readonly Step[], payloads: readonly Buffer[]): void {
  const shared = new Map<string, Buffer>(); // operations with the same id share even the frames
  const end = steps.at(-1)!.next;
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
    subscriber.position = end;
    if (outlet.pending > mostPending) {
      outlet.closeSlow();
      subscriber.end();
    }
  }
}
