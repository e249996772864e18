import { createHmac } from 'node:crypto';
import { limits, Rejected } from '@jetbridge/schema';
import { type Decider, type DomainEvent, fold } from '@jetbridge/schema/events';
import { failpoints } from '@jetbridge/schema/failpoints';
import {
  type Append,
  type Bus,
  CommandRepeated,
  type EventCodec,
  type EventLog,
  type Head,
  type Keyring,
  type Statement,
  StatementRefused,
  type StoredEvent,
  VersionConflict,
} from '@jetbridge/schema/storage';
import type { Metrics, Tracing } from '@jetbridge/schema/telemetry';
import { v7 as uuid } from 'uuid';
import { type Cursors, historyCursor } from './cursors.ts';
import { membershipNews } from './membership-news.ts';
import type { Projected } from './projected.ts';

export interface Command {
  /** The API operation; with actor and input it is what a repeated command id must match. */
  operation: string;
  actorId: string | null;
  commandId?: string | null;
  input: object;
  /** Epoch ms. */
  now: number;
  /** False where the answer shows nothing of what was done: it need not wait until that can be read. */
  readable?: boolean;
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
    private readonly keyring: Keyring,
    private readonly tracing: Tracing,
    private readonly metrics: Metrics,
  ) {}

  async run(command: Command): Promise<Done> {
    const began = performance.now();
    let outcome = 'done';
    try {
      return await this.tracing.span({ name: `command ${command.operation}` }, () => this.#run(command));
    } catch (error) {
      outcome = error instanceof Rejected ? error.code.toLowerCase() : error instanceof StatementRefused ? 'conflict' : 'failed';
      throw error;
    } finally {
      const { operation } = command;
      this.metrics.record('jetbridge.command.duration.seconds', (performance.now() - began) / 1e3, { operation, outcome });
    }
  }

  async #run(command: Command): Promise<Done> {
    const { commandId } = command;
    if (commandId && commandId.length > limits.commandIdLength) {
      throw new Rejected('INVALID_INPUT', `A command id has at most ${limits.commandIdLength} characters.`, 'commandId');
    }
    // Bound to the person: nobody can take, or learn of, another's command ids.
    const key = commandId ? commandKey(command.actorId, commandId) : undefined;
    const first = key && (await this.log.findCommand(key));
    const done = await (first ? this.#repeat(command, first) : this.#attempt(command, key));
    if (failpoints.armed) await failpoints.armed('acknowledge.before');
    return done;
  }

  /** Whether a command with this id was done already. */
  async wasDone(actorId: string | null, commandId: string): Promise<boolean> {
    return (await this.log.findCommand(commandKey(actorId, commandId))) !== undefined;
  }

  /** What the command with this id was about, if it was done. */
  async resultOf(actorId: string | null, commandId: string): Promise<string | undefined> {
    return (await this.log.findCommand(commandKey(actorId, commandId)))?.metadata.resultId;
  }

  async #attempt(command: Command, key: string | undefined): Promise<Done> {
    for (let attempt = 1; ; attempt++) {
      let decision: Decision;
      try {
        decision = await command.decide(new Streams(this.log, this.codec));
      } catch (error) {
        // Sent twice at once, it may be refused for what its twin has done since we looked.
        const twin = key && (await this.log.findCommand(key));
        if (!twin) throw error;
        return this.#repeat(command, twin);
      }
      try {
        return await this.#append(command, decision, key);
      } catch (error) {
        if (error instanceof CommandRepeated) return this.#repeat(command, (await this.log.findCommand(error.commandId))!);
        if (!(error instanceof VersionConflict)) throw error;
        if (attempt === attempts) throw new Rejected('CONFLICT', 'Others are changing the same thing; try again.');
      }
    }
  }

  async #append(command: Command, decision: Decision, key: string | undefined): Promise<Done> {
    const { resultId, writes } = decision;
    const { tenant: last, stream } = writes.at(-1)!;
    const attributes = { 'jetbridge.tenant': last, 'jetbridge.stream': stream };
    const heads = await this.tracing.span({ name: 'append', kind: 'producer', attributes }, () => this.#store(command, decision, key));
    // Apart from who asked: what wakes up goes on with the work of others.
    this.tracing.apart(() => {
      for (const { tenant, sequence } of heads) this.bus.publish({ about: 'appended', tenant, sequence });
    });
    const { sequence } = heads.find(({ tenant }) => tenant === last)!;
    if (command.readable === false) return { resultId, cursor: this.#cursorAt(last, sequence) };
    return this.tracing.span({ name: 'await read models' }, async () => {
      for (const { tenant, sequence } of heads) if (tenant !== last) await this.#readable(tenant, sequence);
      return { resultId, cursor: await this.#readable(last, sequence) };
    });
  }

  async #store(command: Command, { resultId, writes, statements = [] }: Decision, key: string | undefined): Promise<Head[]> {
    const traceparent = this.tracing.here();
    const metadata = {
      actorId: command.actorId,
      operation: command.operation,
      correlationId: uuid(),
      resultId,
      ...(traceparent && { traceparent }),
      ...(key && { inputHash: this.#hash(command.input) }),
    };
    const told = await membershipNews(this.log, writes);
    // Before the others: the last write carries the command id.
    const encoded = await Promise.all(
      [...told, ...writes].map(({ events, ...place }) => this.codec.encode(place, events, metadata, command.now)),
    );
    const append: Append = {
      writes: encoded.map(({ write }) => write),
      statements: [...encoded.flatMap((part) => part.statements), ...statements],
      commandId: key,
    };
    const appended = () => this.log.append(append);
    return failpoints.armed ? failpoints.armed('append.before', appended) : appended();
  }

  async #repeat(command: Command, first: StoredEvent): Promise<Done> {
    const { operation, inputHash, resultId = '' } = first.metadata;
    if (operation !== command.operation || !this.#isHashOf(command.input, inputHash)) {
      throw new Rejected('CONFLICT', 'This command id was used for something else.', 'commandId');
    }
    if (command.readable === false) return { resultId, cursor: this.#cursorAt(first.tenant, first.sequence) };
    return { resultId, cursor: await this.#readable(first.tenant, first.sequence) };
  }

  /** Keyed, for inputs hold names and addresses: what is left in the log after an erasure must not confirm a guess. */
  #hash(input: object, keyId = this.keyring.ids('input-hash')[0]!): string {
    const mac = createHmac('sha256', this.keyring.key('input-hash', keyId)!).update(canonical(input)).digest('base64url');
    return `${keyId}.${mac}`;
  }

  /** Made under a secret that is gone, it cannot be compared: then person, operation and id must do. */
  #isHashOf(input: object, inputHash = ''): boolean {
    const [keyId = ''] = inputHash.split('.');
    return !this.keyring.ids('input-hash').includes(keyId) || this.#hash(input, keyId) === inputHash;
  }

  #cursorAt(tenant: string, sequence: number): string {
    return historyCursor(this.cursors, tenant, { sequence, part: 0 });
  }

  /** The cursor after `sequence`, once the read models include it. */
  async #readable(tenant: string, sequence: number): Promise<string> {
    const cursor = this.#cursorAt(tenant, sequence);
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

function commandKey(actorId: string | null, commandId: string): string {
  return `${actorId ?? 'anonymous'}:${commandId}`;
}

/** Independent of the order of keys. */
function canonical(input: object): string {
  const sorted = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, item]) => [name, sorted(item)]),
        )
      : value;
  return JSON.stringify(sorted(input));
}
