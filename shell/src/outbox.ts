import { type Drafts, type FilePirepInput, type MountContext, type Observable, problemOf, shellMessages } from '@jetbridge/schema';
import {
  type Client,
  CombinedError,
  type Exchange,
  makeOperation,
  type Operation,
  type OperationResult,
  stringifyDocument,
} from '@urql/core';
import { map, pipe } from 'wonka';
import type { Keep } from './keep.ts';
import { Value } from './value.ts';

const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

/** What still makes sense when it arrives an hour later. Sign-in, roles and settings are decided by who looks at them now. */
const canWait = ['FilePirep', 'AmendPirep', 'WithdrawPirep', 'AcceptPirep', 'RejectPirep', 'ReopenPirep', 'AskPilot', 'AnswerStaff'].concat(
  'CommentOnPirep',
);

declare module '@urql/core' {
  interface OperationContext {
    /** Sent from the outbox: it is there already. */
    again?: boolean;
    /** The form this came from: what was typed goes back into it when the server refuses it later. */
    draft?: { key: string; value: unknown };
  }
}

/** A mutation that did not reach the server. */
interface Waiting {
  query: string;
  variables: { input: { commandId: string } };
  draft?: { key: string; value: unknown };
}

interface Ports {
  keep: Keep;
  userId(): string | null;
  drafts: Drafts;
  toast: MountContext['toast'];
}

/**
 * Keeps what people did while the server could not be reached, per person and across reloads, and sends it when it can be. Every mutation
 * that may wait carries a command id from its first attempt on, so one whose answer was lost is not done twice.
 */
export class Outbox {
  /** How many wait. */
  readonly count: Observable<number>;
  /** PIREPs that were filed here and of which the server has not answered yet, the first that was filed first. */
  readonly filing: Observable<readonly FilePirepInput[]>;
  readonly #count = new Value(0);
  readonly #filing = new Value<readonly FilePirepInput[]>([]);
  readonly #onTheWay = new Map<string, FilePirepInput>();
  readonly #ports: Ports;
  #client: Client | null = null;
  #sending = false;
  #waitMs = firstWaitMs;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.count = this.#count;
    this.filing = this.#filing;
  }

  /** Around the cache: what is kept here is told to whoever asked as an error with the code QUEUED. */
  readonly exchange: Exchange =
    ({ forward }) =>
    (operations$) =>
      pipe(
        operations$,
        map((operation) => (mayWait(operation) ? this.#depart(withCommandId(operation)) : operation)),
        forward,
        map((result) => (mayWait(result.operation) ? this.#arrive(result) : result)),
      );

  /** To be called when the person is known, and when the connection is back. */
  async send(client = this.#client): Promise<void> {
    this.#client = client;
    if (!client || this.#sending || this.#waiting().length === 0) return this.#tell();
    clearTimeout(this.#timer);
    this.#sending = true;
    let sent = 0;
    for (let next = this.#waiting()[0]; next; next = this.#waiting()[0]) {
      const result = await client.mutation(next.query, next.variables, { again: true }).toPromise();
      if (isUnsent(result)) break;
      this.#forget(next);
      if (result.error) this.#refused(next, problemOf(result.error).message);
      else sent++;
    }
    this.#sending = false;
    this.#tell();
    if (sent > 0) this.#ports.toast(shellMessages.sentLater(sent), 'ok');
    if (this.#waiting().length === 0) this.#waitMs = firstWaitMs;
    else this.#sendLater();
  }

  #depart(operation: Operation): Operation {
    const { input } = operation.variables as { input: FilePirepInput & { commandId: string } };
    if (mutationOf(operation.query) === 'FilePirep') this.#onTheWay.set(input.commandId, input);
    this.#tell();
    return operation;
  }

  #arrive(result: OperationResult): OperationResult {
    this.#onTheWay.delete((result.operation.variables as Waiting['variables']).input.commandId);
    if (this.#key && isUnsent(result)) return this.#hold(result);
    this.#tell();
    return result;
  }

  #hold(result: OperationResult): OperationResult {
    const { query, context } = result.operation;
    const variables = result.operation.variables as Waiting['variables'];
    const held: Waiting = { query: stringifyDocument(query), variables, draft: context.draft };
    const waiting = this.#waiting();
    if (!waiting.some((other) => asks(other) === asks(held))) this.#write([...waiting, held]); // pressed again meanwhile: once is enough
    this.#tell();
    this.#sendLater();
    const error = new CombinedError({ graphQLErrors: [{ message: shellMessages.queued, extensions: { code: 'QUEUED' } }] });
    return { ...result, data: undefined, error };
  }

  #refused({ draft }: Waiting, reason: string): void {
    if (draft) this.#ports.drafts.save(draft.key, draft.value);
    this.#ports.toast(draft ? shellMessages.refusedDraft(reason) : shellMessages.refusedLater(reason), 'bad');
  }

  #sendLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.send(), this.#waitMs);
    this.#waitMs = Math.min(this.#waitMs * 2, longestWaitMs);
  }

  #tell(): void {
    const waiting = this.#waiting();
    this.#count.set(waiting.length);
    const filed = waiting
      .filter(({ query }) => /\bmutation FilePirep\b/.test(query))
      .map(({ variables }) => variables.input as FilePirepInput);
    const filing = [...filed, ...this.#onTheWay.values()];
    if (filing.length + this.#filing.value.length > 0) this.#filing.set(filing);
  }

  get #key(): string | null {
    const userId = this.#ports.userId();
    return userId && `jetbridge.outbox.${userId}`;
  }

  /** Read anew each time: another tab may have sent some of it. */
  #waiting(): Waiting[] {
    const text = this.#key && this.#ports.keep.get(this.#key);
    try {
      return text ? (JSON.parse(text) as Waiting[]) : [];
    } catch {
      return []; // written by hand or cut off: as good as none
    }
  }

  #write(waiting: Waiting[]): void {
    if (!this.#key) return;
    if (waiting.length > 0) this.#ports.keep.set(this.#key, JSON.stringify(waiting));
    else this.#ports.keep.remove(this.#key);
  }

  #forget(sent: Waiting): void {
    this.#write(this.#waiting().filter(({ variables }) => variables.input.commandId !== sent.variables.input.commandId));
  }
}

/** What is asked for, whichever attempt asks. */
function asks({ query, variables }: Waiting): string {
  return JSON.stringify([query, { ...variables.input, commandId: null }]);
}

function mayWait({ kind, query, context }: Operation): boolean {
  if (kind !== 'mutation' || context.again) return false;
  return canWait.includes(mutationOf(query));
}

/** The name of a document's first operation. */
function mutationOf({ definitions }: Operation['query']): string {
  const [first] = definitions;
  return (first && 'name' in first && first.name?.value) || '';
}

function withCommandId(operation: Operation): Operation {
  const { input } = operation.variables as { input: { commandId?: string | null } };
  const variables = { ...operation.variables, input: { ...input, commandId: input.commandId ?? crypto.randomUUID() } };
  return makeOperation(operation.kind, { ...operation, variables }, operation.context);
}

/** It never reached the server, or its answer never reached us, or the server said: in a moment, or: sign in first. */
function isUnsent({ error }: OperationResult): boolean {
  if (!error) return false;
  const passing = error.graphQLErrors.some(({ extensions }) => ['UNAVAILABLE', 'UNAUTHENTICATED'].includes(String(extensions?.code)));
  return passing || (error.graphQLErrors.length === 0 && Boolean(error.networkError) && !error.response);
}
