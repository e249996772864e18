import { createHash } from 'node:crypto';
import { limits, Rejected } from '@jetbridge/schema';
import { type Decider, type DomainEvent, fold } from '@jetbridge/schema/events';
import {
  type Bus,
  CommandRepeated,
  type EventCodec,
  type EventLog,
  type Statement,
  type StoredEvent,
  VersionConflict,
} from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';
import { type Cursors, historyCursor } from './cursors.ts';
import type { Projected } from './projected.ts';

export interface Command {
  /** The API operation; with actor and input it is what a repeated command id must match. */
  operation: string;
  actorId: string | null;
  commandId?: string | null;
  input: object;
  /** Epoch ms. */
  now: number;
  /** Called again when somebody else was faster: reads afresh, decides afresh. */
  decide(streams: Streams): Promise<Decision>;
}

export interface DecidedWrite {
  tenant: string;
  stream: string;
  expectedVersion: number;
  events: readonly DomainEvent[];
}

export interface Decision {
  /** What the answer is about, such as the id of the new PIREP. */
  resultId: string;
  /** All or nothing. The last one's tenant is where the answer's cursor stands. */
  writes: readonly DecidedWrite[];
  statements?: readonly Statement[];
}

export interface Done {
  resultId: string;
  cursor: string;
}

const attempts = 8;
const readableWithinMs = 2_000;

/** From a decision to an acknowledged event that its sender can read: load, decide, append, wait for the read models. */
export class Commands {
  constructor(
    private readonly log: EventLog,
    private readonly codec: EventCodec,
    private readonly bus: Bus,
    private readonly projected: Projected,
    private readonly cursors: Cursors,
  ) {}

  async run(command: Command): Promise<Done> {
    const { commandId } = command;
    if (commandId && commandId.length > limits.commandIdLength) {
      throw new Rejected('INVALID_INPUT', `A command id has at most ${limits.commandIdLength} characters.`, 'commandId');
    }
    // Bound to the person: nobody can take, or learn of, another's command ids.
    const key = commandId ? `${command.actorId ?? 'anonymous'}:${commandId}` : undefined;
    const first = key && (await this.log.findCommand(key));
    return first ? this.#repeat(command, first) : this.#attempt(command, key);
  }

  async #attempt(command: Command, key: string | undefined): Promise<Done> {
    for (let attempt = 1; ; attempt++) {
      const decision = await command.decide(new Streams(this.log, this.codec));
      try {
        return await this.#append(command, decision, key);
      } catch (error) {
        if (error instanceof CommandRepeated) return this.#repeat(command, (await this.log.findCommand(error.commandId))!);
        if (!(error instanceof VersionConflict)) throw error;
        if (attempt === attempts) throw new Rejected('CONFLICT', 'Others are changing the same thing; try again.');
      }
    }
  }

  async #append(command: Command, { resultId, writes, statements = [] }: Decision, key: string | undefined): Promise<Done> {
    const metadata = {
      actorId: command.actorId,
      operation: command.operation,
      correlationId: uuid(),
      resultId,
      ...(key && { inputHash: hash(command.input) }),
    };
    const encoded = await Promise.all(writes.map(({ events, ...place }) => this.codec.encode(place, events, metadata, command.now)));
    const heads = await this.log.append({
      writes: encoded.map(({ write }) => write),
      statements: [...encoded.flatMap((part) => part.statements), ...statements],
      commandId: key,
    });
    for (const { tenant, sequence } of heads) this.bus.publish({ about: 'appended', tenant, sequence });
    const last = writes.at(-1)!.tenant;
    for (const { tenant, sequence } of heads) if (tenant !== last) await this.#readable(tenant, sequence);
    return { resultId, cursor: await this.#readable(last, heads.find(({ tenant }) => tenant === last)!.sequence) };
  }

  async #repeat(command: Command, first: StoredEvent): Promise<Done> {
    const { operation, inputHash, resultId = '' } = first.metadata;
    if (operation !== command.operation || inputHash !== hash(command.input)) {
      throw new Rejected('CONFLICT', 'This command id was used for something else.', 'commandId');
    }
    return { resultId, cursor: await this.#readable(first.tenant, first.sequence) };
  }

  /** The cursor after `sequence`, once the read models include it. */
  async #readable(tenant: string, sequence: number): Promise<string> {
    const cursor = historyCursor(this.cursors, tenant, { sequence, part: 0 });
    if (await this.projected.until(tenant, sequence, readableWithinMs)) return cursor;
    throw new Rejected('PROJECTION_LAGGING', 'Your change is stored; showing it takes longer than usual.', undefined, { cursor });
  }
}

/** What a decision is made on: streams as they are now. */
export class Streams {
  constructor(
    private readonly log: EventLog,
    private readonly codec: EventCodec,
  ) {}

  async load<State, E extends DomainEvent>(
    decider: Pick<Decider<State, never, E>, 'initialState' | 'evolve'>,
    tenant: string,
    stream: string,
  ): Promise<{ state: State; version: number }> {
    const stored = await this.log.readStream(tenant, stream);
    const events = await Promise.all(stored.map((event) => this.codec.decode(event)));
    return { state: fold(decider, events as unknown as E[]), version: stored.at(-1)?.streamVersion ?? 0 };
  }

  /** Loads the stream, lets its decider decide, and says where the events go. */
  async decide<State, C, E extends DomainEvent>(
    decider: Decider<State, C, E>,
    tenant: string,
    stream: string,
    command: C | ((state: State) => C),
  ): Promise<DecidedWrite> {
    const { state, version } = await this.load<State, E>(decider, tenant, stream);
    const asked = typeof command === 'function' ? (command as (state: State) => C)(state) : command;
    return { tenant, stream, expectedVersion: version, events: decider.decide(state, asked) };
  }
}

/** Independent of the order of keys. */
function hash(input: object): string {
  const canonical = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, item]) => [name, canonical(item)]),
        )
      : value;
  return createHash('sha256')
    .update(JSON.stringify(canonical(input)))
    .digest('base64url');
}
