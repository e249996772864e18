import type { CombinedError } from '@urql/core';
import { AskPilotDocument, CommentOnPirepDocument, ReopenPirepDocument } from '../operations/conversation/generated.ts';
import {
  AcceptPirepDocument,
  PirepDocument,
  type PirepFieldsFragment,
  type PirepSort,
  RejectPirepDocument,
  type ReviewCountsQuery,
  type ReviewQueueQuery,
} from '../operations/generated.ts';
import { ReviewCountsDocument, ReviewQueueDocument } from '../operations/review/generated.ts';
import { reviewMessages as text } from '../review-messages.ts';
import {
  mayReviewPirep,
  openQueue,
  type QueueEvent,
  type QueueState,
  type ReviewDeed,
  type ReviewDialog,
  type ReviewTab,
  reduceQueue,
  reviewKeys,
  reviewPlace,
  reviewStates,
  undoable,
  waitsForReview,
} from '../review-queue.ts';
import { type Command, type MountContext, type Observable, type Problem, problemOf } from './contract.ts';
import { to } from './routes.ts';

const listed = 100; // as many as the API gives at once

export interface DeskState extends QueueState<PirepFieldsFragment> {
  /** Undefined until it is read; null when there is none. */
  airline: ReviewQueueQuery['airline'] | undefined;
  counts: ReviewCountsQuery['airline'] | undefined;
  /** There are more than are listed. */
  more: boolean;
  problem: Problem | null;
}

type Ports = Pick<MountContext, 'client' | 'nav' | 'toast' | 'session'>;
type Sent = Promise<boolean>;
type Answer<Data> = { data?: Data | undefined; error?: CombinedError | undefined };
type Answered = { pirep: PirepFieldsFragment };

/** The review queue of one airline at work: reads it, follows the address, sends what is decided. A remote draws `value`. */
export class ReviewDesk implements Observable<DeskState> {
  readonly #ports: Ports;
  readonly #code: string;
  readonly #listeners = new Set<() => void>();
  readonly #sent = new Map<string, Sent>();
  /** Rows that left the list stay on the screen, and were looked at by themselves. */
  readonly #left = new Set<string>();
  #state: DeskState;
  #leaveList = () => {};

  constructor(ports: Ports, code: string) {
    this.#ports = ports;
    this.#code = code;
    const { tab, selected } = reviewPlace(ports.nav.search);
    this.#state = { ...openQueue(tab, selected), airline: undefined, counts: undefined, more: false, problem: null };
  }

  get value(): DeskState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** From here on it is live; the answer ends that. */
  open(): () => void {
    const { client, nav } = this.#ports;
    const counts = follow(client.query(ReviewCountsDocument, { code: this.#code }, fresh), ({ data }) => {
      if (data) this.#set({ counts: data.airline });
    });
    const leaveNav = nav.subscribe(() => this.#arrive());
    this.#list(this.#state.tab);
    return () => {
      counts();
      leaveNav();
      this.#leaveList();
    };
  }

  retry = (): void => {
    this.#set({ problem: null });
    this.#list(this.#state.tab);
  };

  get current(): PirepFieldsFragment | null {
    return this.#row(this.#state.selected);
  }

  /** What may be done with the chosen one now. */
  get may(): { review: boolean; ask: boolean; own: boolean } {
    return this.mayDo(this.current);
  }

  /** `own`: it is the viewer’s, in an airline that wants somebody else to review it. */
  mayDo(pirep: PirepFieldsFragment | null): { review: boolean; ask: boolean; own: boolean } {
    const { airline } = this.#state;
    if (!pirep || !airline) return { review: false, ask: false, own: false };
    const may = mayReviewPirep(pirep, airline.me, airline.settings?.ownReview);
    return { review: may && waitsForReview(pirep.state), ask: may && pirep.state === 'PENDING', own: !may };
  }

  move = (by: 1 | -1): void => this.#steer({ type: 'moved', by });
  showFresh = (): void => this.#steer({ type: 'freshShown' });
  openDialog = (dialog: ReviewDialog | null): void => this.#dispatch({ type: 'dialogOpened', dialog });

  accept = (): void => {
    const pirep = this.current;
    if (!pirep || !this.may.review) return;
    const accepted = this.#ports.client.mutation(AcceptPirepDocument, { input: { pirepId: pirep.id } });
    this.#reviewed(pirep, 'accepted', () => this.#send(pirep, accepted, (data) => data.acceptPirep));
  };

  /** Sends what was written in the dialog. */
  say = (dialog: ReviewDialog, written: string): void => {
    const pirep = this.current;
    if (!pirep) return;
    if (dialog === 'REJECT' && this.may.review) this.#reject(pirep, written);
    else if (dialog === 'REJECT')
      this.openDialog(null); // somebody else was faster
    else void this.#write(pirep, dialog, written);
  };

  /** By the key: what was decided last, while it is not too long ago. */
  undoLast = (): void => {
    const id = undoable(this.#state, Date.now());
    if (id) void this.#undo(id);
    else this.#ports.toast(text.nothingToUndo);
  };

  /** What can be done by keys, and from the palette. */
  commands(): Command[] {
    const { commands: names } = text;
    const { review, ask } = this.may;
    const command = (name: keyof typeof names, run: () => void): Command => ({
      id: `review.${name}`,
      text: names[name],
      keys: reviewKeys[name],
      run,
    });
    return [
      command('next', () => this.move(1)),
      command('previous', () => this.move(-1)),
      ...(review ? [command('accept', this.accept), command('reject', () => this.openDialog('REJECT'))] : []),
      ...(ask ? [command('ask', () => this.openDialog('ASK'))] : []),
      ...(this.current ? [command('comment', () => this.openDialog('COMMENT'))] : []),
      command('undo', this.undoLast),
    ];
  }

  #reject(pirep: PirepFieldsFragment, reason: string): void {
    const rejected = this.#ports.client.mutation(RejectPirepDocument, { input: { pirepId: pirep.id, reason } });
    this.#reviewed(pirep, 'rejected', () => this.#send(pirep, rejected, (data) => data.rejectPirep));
  }

  async #write(pirep: PirepFieldsFragment, dialog: 'ASK' | 'COMMENT', written: string): Promise<void> {
    const asks = dialog === 'ASK';
    const input = { pirepId: pirep.id, text: written };
    const { client, toast } = this.#ports;
    this.#steer(asks ? { type: 'asked', id: pirep.id } : { type: 'dialogOpened', dialog: null });
    const done = asks
      ? await this.#send(pirep, client.mutation(AskPilotDocument, { input }), (data) => data.askPilot)
      : await this.#send(pirep, client.mutation(CommentOnPirepDocument, { input }), (data) => data.commentOnPirep);
    if (done) toast(asks ? text.asked(pirep.flightNumber) : text.commented(pirep.flightNumber), 'ok');
  }

  /** Sent at once, so that it holds whatever becomes of this page; undoing it is a decision of its own. */
  #reviewed(pirep: PirepFieldsFragment, deed: ReviewDeed, send: () => Sent): void {
    this.#steer({ type: 'reviewed', id: pirep.id, deed, now: Date.now() });
    this.#ports.toast(text.done[deed](pirep.flightNumber), 'ok', { text: text.undo, run: () => void this.#undo(pirep.id) });
    this.#sent.set(pirep.id, send());
  }

  async #undo(id: string): Promise<void> {
    const { client, toast } = this.#ports;
    const pirep = this.#row(id);
    if (!pirep) return;
    this.#steer({ type: 'undone', id });
    if ((await this.#sent.get(id)) === false) return this.#dispatch({ type: 'answered', row: pirep });
    const reopened = client.mutation(ReopenPirepDocument, { input: { pirepId: id, reason: text.undoReason } });
    if (await this.#send(pirep, reopened, (data) => data.reopenPirep)) toast(text.undone(pirep.flightNumber), 'ok');
  }

  /** False when it was refused, which is said by the number of the flight: the person may be further by now. */
  async #send<Data>(row: PirepFieldsFragment, mutation: PromiseLike<Answer<Data>>, answer: (data: Data) => Answered): Sent {
    const { data, error } = await mutation;
    if (data) {
      this.#left.add(row.id); // it is known how it is, though it leaves the list
      this.#dispatch({ type: 'answered', row: answer(data).pirep });
    }
    if (!error) return true;
    const problem = problemOf(error);
    this.#dispatch({ type: 'refused', row });
    this.#ports.toast(text.refused(row.flightNumber, problem.message), problem.code === 'QUEUED' ? 'info' : 'bad');
    if (problem.code === 'FORBIDDEN') void this.#ports.session.reload(); // a role was taken away
    return false;
  }

  #row(id: string | null): PirepFieldsFragment | null {
    return this.#state.rows.find((row) => row.id === id) ?? null;
  }

  #list(tab: ReviewTab): void {
    this.#leaveList();
    this.#left.clear();
    const states = reviewStates[tab];
    const sort: PirepSort = tab === 'all' ? 'FILED_DESC' : 'FILED_ASC'; // who waits longest comes first; of all, the latest
    const variables = { code: this.#code, first: listed, sort, filter: states && { states: [...states] } };
    this.#leaveList = follow(this.#ports.client.query(ReviewQueueDocument, variables, fresh), ({ data, error, stale }) => {
      const airline = data?.airline;
      this.#set({
        problem: error ? problemOf(error) : null,
        ...(data && { airline, more: airline?.pireps.pageInfo.hasNextPage ?? false }),
      });
      if (!airline) return;
      const rows = airline.pireps.edges.map(({ node }) => node);
      this.#dispatch({ type: 'listed', rows, settled: !stale });
      const there = new Set(rows.map(({ id }) => id));
      const { selected } = this.#state;
      for (const { id } of [...this.#state.rows, ...(selected ? [{ id: selected }] : [])])
        if (there.has(id)) this.#left.delete(id);
        else void this.#look(id);
    });
  }

  /** Asks for a row by itself, once after each time it left the list. */
  async #look(id: string): Promise<void> {
    if (this.#left.has(id)) return;
    this.#left.add(id);
    const { data } = await this.#ports.client.query(PirepDocument, { code: this.#code, id }, { requestPolicy: 'network-only' });
    if (data?.airline?.pirep) this.#dispatch({ type: 'seen', row: data.airline.pirep });
  }

  #arrive(): void {
    const { tab } = this.#state;
    this.#dispatch({ type: 'opened', ...reviewPlace(this.#ports.nav.search) });
    if (this.#state.tab !== tab) this.#list(this.#state.tab);
    else if (this.#state.selected && !this.current) void this.#look(this.#state.selected);
  }

  /** A step that may choose another row, which the address then says. */
  #steer(event: QueueEvent<PirepFieldsFragment>): void {
    const before = this.#state.selected;
    this.#dispatch(event);
    const { tab, selected } = this.#state;
    if (selected && selected !== before) this.#ports.nav.navigate(to.review(this.#code, tab, selected), { replace: true });
  }

  #dispatch(event: QueueEvent<PirepFieldsFragment>): void {
    this.#set(reduceQueue(this.#state, event));
  }

  #set(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

const fresh = { requestPolicy: 'cache-and-network' } as const;

function follow<Result>(
  source: { subscribe(listener: (result: Result) => void): { unsubscribe(): void } },
  answered: (result: Result) => void,
): () => void {
  const { unsubscribe } = source.subscribe(answered);
  return unsubscribe;
}
