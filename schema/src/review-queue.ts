import type { MemberRole, OwnReview, PirepState } from './operations/generated.ts';

/** The state machine of the review queue, the same in the three front ends: what is listed, what is chosen, what can be undone. */
export const reviewTabs = ['pending', 'awaiting', 'all'] as const;
export type ReviewTab = (typeof reviewTabs)[number];
export type ReviewDeed = 'accepted' | 'rejected';
/** What is written before it is sent. */
export type ReviewDialog = 'REJECT' | 'ASK' | 'COMMENT';

export const undoWithinMs = 10_000;
/** The keys, as commands name them. Help (`?`) is the shell’s. */
export const reviewKeys = { next: 'j', previous: 'k', accept: 'a', reject: 'r', ask: 'q', comment: 'c', undo: 'u' } as const;

export const reviewStates: Record<ReviewTab, readonly PirepState[] | null> = {
  pending: ['PENDING'],
  awaiting: ['AWAITING_PILOT'],
  all: null,
};

export interface QueueRow {
  id: string;
  state: PirepState;
}

export interface QueueState<Row extends QueueRow> {
  tab: ReviewTab;
  /** In the order they came to the screen: a row stays where it is, whatever becomes of it, until the tab is opened anew. */
  rows: readonly Row[];
  /** There, but not shown until the person asks: they would move what is being read. */
  fresh: readonly Row[];
  /** The server has answered: from here on rows only join when asked for. */
  settled: boolean;
  /** Null until there is a row. */
  selected: string | null;
  /** Grows when the choice moved by itself or by a key: the row takes the focus. */
  moves: number;
  dialog: ReviewDialog | null;
  /** What was decided here and is on its way: the rows show it already, whatever the server says of them meanwhile. */
  sent: Readonly<Record<string, PirepState>>;
  undo: { id: string; deed: ReviewDeed; until: number } | null;
}

export type QueueEvent<Row extends QueueRow> =
  /** What the address says. */
  | { type: 'opened'; tab: ReviewTab; selected: string | null }
  /** The list of the tab; `settled` is false while it is what was known before. */
  | { type: 'listed'; rows: readonly Row[]; settled: boolean }
  /** One row as it is now: chosen by its address, or no longer in the list. */
  | { type: 'seen'; row: Row }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'freshShown' }
  | { type: 'dialogOpened'; dialog: ReviewDialog | null }
  /** `now` in epoch ms. */
  | { type: 'reviewed'; id: string; deed: ReviewDeed; now: number }
  | { type: 'asked'; id: string }
  /** The row as the server has it now. */
  | { type: 'answered'; row: Row }
  /** The row as it was. */
  | { type: 'refused'; row: Row }
  | { type: 'undone'; id: string };

export function openQueue<Row extends QueueRow>(tab: ReviewTab, selected: string | null): QueueState<Row> {
  return { tab, rows: [], fresh: [], settled: false, selected, moves: 0, dialog: null, sent: {}, undo: null };
}

export function reduceQueue<Row extends QueueRow>(state: QueueState<Row>, event: QueueEvent<Row>): QueueState<Row> {
  switch (event.type) {
    case 'opened': {
      if (event.tab !== state.tab)
        return { ...openQueue<Row>(event.tab, event.selected), sent: state.sent, undo: state.undo, moves: state.moves };
      const selected = event.selected ?? state.rows[0]?.id ?? null;
      return selected === state.selected ? state : { ...state, selected, dialog: null };
    }
    case 'listed': {
      const known = new Map(event.rows.map((row) => [row.id, asSent(state.sent, row)]));
      const rows = state.rows.map((row) => known.get(row.id) ?? row);
      const shown = new Set(rows.map(({ id }) => id));
      const listed =
        state.settled && rows.length > 0
          ? { rows, fresh: event.rows.filter(({ id }) => !shown.has(id)) }
          : { rows: [...rows.filter(({ id }) => id === state.selected && !known.has(id)), ...known.values()], fresh: [] };
      const settled = state.settled || event.settled;
      return { ...state, ...listed, settled, selected: state.selected ?? listed.rows[0]?.id ?? null };
    }
    case 'seen': {
      const row = asSent(state.sent, event.row);
      const rows = state.rows.some(({ id }) => id === row.id)
        ? state.rows.map((each) => (each.id === row.id ? row : each))
        : [row, ...state.rows];
      return { ...state, rows, fresh: state.fresh.filter(({ id }) => id !== row.id) };
    }
    case 'moved': {
      const at = state.rows.findIndex(({ id }) => id === state.selected);
      const row = state.rows[at < 0 ? 0 : at + event.by];
      return row ? { ...state, selected: row.id, moves: state.moves + 1 } : state;
    }
    case 'freshShown': {
      const [first] = state.fresh;
      return first ? { ...state, rows: [...state.rows, ...state.fresh], fresh: [], selected: first.id, moves: state.moves + 1 } : state;
    }
    case 'dialogOpened':
      return { ...state, dialog: event.dialog };
    case 'reviewed': {
      const { id, deed, now } = event;
      return { ...advanced(sending(state, id, decided[deed]), id), dialog: null, undo: { id, deed, until: now + undoWithinMs } };
    }
    case 'asked':
      return { ...advanced(sending(state, event.id, 'AWAITING_PILOT'), event.id), dialog: null };
    case 'answered':
      return answered(state, event.row);
    case 'refused':
      return { ...answered(state, event.row), undo: state.undo?.id === event.row.id ? null : state.undo };
    case 'undone':
      return {
        ...sending(state, event.id, 'PENDING'),
        undo: state.undo?.id === event.id ? null : state.undo,
        ...(state.rows.some(({ id }) => id === event.id) && { selected: event.id, moves: state.moves + 1 }),
      };
    default:
      return event satisfies never;
  }
}

/** On to the next that waits, else back to the last one before it that does; where none does the choice stays. */
function advanced<Row extends QueueRow>(state: QueueState<Row>, done: string): QueueState<Row> {
  const at = state.rows.findIndex(({ id }) => id === done);
  const open = (row: Row) => row.id !== done && (reviewStates[state.tab] ?? waiting).includes(row.state);
  const next = state.rows.slice(at + 1).find(open) ?? state.rows.slice(0, Math.max(at, 0)).findLast(open);
  return next ? { ...state, selected: next.id, moves: state.moves + 1 } : state;
}

const decided: Record<ReviewDeed, PirepState> = { accepted: 'ACCEPTED', rejected: 'REJECTED' };

function sending<Row extends QueueRow>(state: QueueState<Row>, id: string, as: PirepState): QueueState<Row> {
  const sent = { ...state.sent, [id]: as };
  return { ...state, sent, rows: state.rows.map((row) => asSent(sent, row)) };
}

function answered<Row extends QueueRow>(state: QueueState<Row>, row: Row): QueueState<Row> {
  const { [row.id]: _, ...sent } = state.sent;
  return { ...state, sent, rows: state.rows.map((each) => (each.id === row.id ? row : each)) };
}

function asSent<Row extends QueueRow>(sent: QueueState<Row>['sent'], row: Row): Row {
  const state = sent[row.id] ?? row.state;
  return state === row.state ? row : { ...row, state };
}

const waiting: readonly PirepState[] = ['PENDING', 'AWAITING_PILOT'];
export const waitsForReview = (state: PirepState) => waiting.includes(state);

/** What can still be undone by the key. @param now epoch ms */
export function undoable<Row extends QueueRow>({ undo }: QueueState<Row>, now: number): string | null {
  return undo && now < undo.until ? undo.id : null;
}

/** Whether a person who reviews may review this one: their own only where the airline lets them. @param me the own membership, null for who is no member */
export function mayReviewPirep(
  pirep: { pilot: { id: string } },
  me: { id: string; role: MemberRole } | null | undefined,
  ownReview: OwnReview | undefined,
): boolean {
  return me?.id !== pirep.pilot.id || ownReview === 'ANY' || (ownReview === 'ADMIN' && me.role === 'ADMIN');
}

/** `?tab=awaiting&pirep=…` */
export function reviewPlace(search: string): { tab: ReviewTab; selected: string | null } {
  const query = new URLSearchParams(search);
  const selected = query.get('pirep');
  return {
    tab: reviewTabs.find((tab) => tab === query.get('tab')) ?? 'pending',
    selected: selected && /^[0-9a-f-]{36}$/.test(selected) ? selected : null,
  };
}
