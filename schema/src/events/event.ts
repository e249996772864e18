/** Who did what through which door: travels with every event, holds no personal data. */
export interface EventMetadata {
  /** User id, or null for the system itself. */
  actorId: string | null;
  /** The API operation, such as `filePirep`. */
  operation: string;
  correlationId: string;
  causationId?: string;
  /** `<key id>.<HMAC of the input>`: the same command id with another input is refused. */
  inputHash?: string;
  /** Id of what the command was about: the answer to a repeated command is built from it. */
  resultId?: string;
  /** Of the append, where it was traced: what follows from the event belongs to the same trace. */
  traceparent?: string;
}

/** What a decider produces: a past-tense type and its facts. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** An event in its place. `sequence` is dense per tenant, `streamVersion` dense per stream; both start at 1. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  readonly tenant: string;
  readonly sequence: number;
  readonly stream: string;
  readonly streamVersion: number;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly metadata: EventMetadata;
  /** Epoch milliseconds. */
  readonly recordedAt: number;
}

/** How one event type is kept: its newest schema version, how older ones become it, and which fields are personal. */
export interface EventDefinition {
  readonly version: number;
  /** `upcasts[n]` turns data of version n into version n + 1. */
  readonly upcasts?: Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>;
  /** Encrypted with the key of the person whose user id stands in `subject`. */
  readonly personal?: { readonly subject: string; readonly fields: readonly string[] };
}

export type EventDefinitions<E extends DomainEvent> = Readonly<Record<E['type'], EventDefinition>>;

/** The tenant of accounts and of the airline directory; every other tenant is an airline's id. */
export const platformTenant = 'platform';

/** A decision function over one stream: pure, with clock and ids inside the command. */
export interface Decider<State, Command, E extends DomainEvent> {
  initialState(): State;
  /** May change the state it is given and answer it: nobody else holds it. */
  evolve(state: State, event: E): State;
  /** Throws Rejected when a rule says no. */
  decide(state: State, command: Command): E[];
}

export function fold<State, E extends DomainEvent>(
  decider: Pick<Decider<State, never, E>, 'initialState' | 'evolve'>,
  events: readonly E[],
): State {
  return events.reduce(decider.evolve, decider.initialState());
}
