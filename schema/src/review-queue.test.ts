import { describe, expect, it } from 'vitest';
import type { PirepState } from './operations/generated.ts';
import {
  mayReviewPirep,
  openQueue,
  type QueueEvent,
  type QueueRow,
  reduceQueue,
  reviewPlace,
  undoable,
  undoWithinMs,
} from './review-queue.ts';

const row = (id: string, state: PirepState = 'PENDING'): QueueRow => ({ id, state });
const listed = (ids: string, settled = true): QueueEvent<QueueRow> => ({ type: 'listed', rows: [...ids].map((id) => row(id)), settled });
const after = (...events: QueueEvent<QueueRow>[]) => events.reduce(reduceQueue<QueueRow>, openQueue<QueueRow>('pending', null));
const ids = (rows: readonly QueueRow[]) => rows.map(({ id }) => id).join('');
const accepted = (id: string): QueueEvent<QueueRow> => ({ type: 'reviewed', id, deed: 'accepted', now: 1_000 });

describe('the list', () => {
  it('begins with who waits longest', () => {
    expect(after(listed('abc'))).toMatchObject({ selected: 'a', fresh: [], moves: 0 });
  });

  it('takes the answer of the server for what was known before', () => {
    expect(ids(after(listed('ab', false), listed('xa')).rows)).toBe('xa');
  });

  it('holds back what arrives, and keeps what left where it stood', () => {
    const state = after(listed('abc'), listed('acde'));
    expect([ids(state.rows), ids(state.fresh)]).toEqual(['abc', 'de']);
    const shown = reduceQueue(state, { type: 'freshShown' });
    expect(shown).toMatchObject({ fresh: [], selected: 'd', moves: 1 });
    expect(ids(shown.rows)).toBe('abcde');
  });

  it('shows what arrives where nothing was', () => {
    expect(after(listed(''), listed('a'))).toMatchObject({ selected: 'a', fresh: [] });
  });

  it('follows a row that left, and puts one that the address names first', () => {
    const state = after(listed('abc'), listed('ac'), { type: 'seen', row: row('b', 'ACCEPTED') });
    expect(state.rows[1]).toEqual(row('b', 'ACCEPTED'));
    const named = reduceQueue(openQueue<QueueRow>('pending', 'z'), { type: 'seen', row: row('z', 'REJECTED') });
    expect(ids(reduceQueue(named, listed('ab')).rows)).toBe('zab');
  });

  it('is another one in another tab, where the last deed can still be undone', () => {
    const state = reduceQueue(after(listed('abc'), accepted('a')), { type: 'opened', tab: 'all', selected: null });
    expect(state).toMatchObject({ tab: 'all', rows: [], settled: false, selected: null, undo: { id: 'a' } });
  });
});

describe('the choice', () => {
  it('moves by one and ends at the ends', () => {
    const next: QueueEvent<QueueRow> = { type: 'moved', by: 1 };
    expect(after(listed('ab'), next)).toMatchObject({ selected: 'b', moves: 1 });
    expect(after(listed('ab'), next, next)).toMatchObject({ selected: 'b', moves: 1 });
    expect(after(listed('ab'), { type: 'moved', by: -1 })).toMatchObject({ selected: 'a', moves: 0 });
  });

  it('goes on to the next that waits, past what is done', () => {
    const rows = [row('a'), row('b', 'REJECTED'), row('c')];
    expect(after({ type: 'listed', rows, settled: true }, accepted('a')).selected).toBe('c');
  });

  it('goes back when nothing waits after it, and stays when nothing waits', () => {
    const last: QueueEvent<QueueRow> = { type: 'opened', tab: 'pending', selected: 'c' };
    expect(after(listed('abc'), last, accepted('c')).selected).toBe('b');
    expect(after(listed('a'), accepted('a'))).toMatchObject({ selected: 'a', moves: 0 });
  });
});

describe('what was decided', () => {
  const sent = after(listed('ab'), accepted('a'));

  it('shows at once, and whatever is read of it while it is on its way', () => {
    expect(sent.rows[0]?.state).toBe('ACCEPTED');
    expect(reduceQueue(sent, listed('ab')).rows[0]?.state).toBe('ACCEPTED');
    expect(reduceQueue(sent, { type: 'seen', row: row('a') }).rows[0]?.state).toBe('ACCEPTED');
  });

  it('is as the server says once it has answered, and as it was when that was no', () => {
    const answered = reduceQueue(sent, { type: 'answered', row: row('a', 'ACCEPTED') });
    expect(reduceQueue(answered, { type: 'seen', row: row('a', 'REJECTED') }).rows[0]?.state).toBe('REJECTED');
    expect(reduceQueue(sent, { type: 'refused', row: row('a') }).rows[0]?.state).toBe('PENDING');
  });
});

describe('undo', () => {
  const done = after(listed('ab'), accepted('a'));

  it('is there for ten seconds, for the last deed', () => {
    expect(undoable(done, 1_000 + undoWithinMs - 1)).toBe('a');
    expect(undoable(done, 1_000 + undoWithinMs)).toBeNull();
    expect(undoable(reduceQueue(done, accepted('b')), 2_000)).toBe('b');
  });

  it('leads back to what it brings back, once', () => {
    const state = reduceQueue(done, { type: 'undone', id: 'a' });
    expect(state).toMatchObject({ selected: 'a', undo: null, moves: 2 });
  });

  it('has nothing to undo when the deed was refused', () => {
    expect(undoable(reduceQueue(done, { type: 'refused', row: row('a') }), 2_000)).toBeNull();
    expect(undoable(reduceQueue(done, { type: 'refused', row: row('b') }), 2_000)).toBe('a');
  });
});

it('reads the address, and nothing into it', () => {
  const id = '0b8f0a52-6f58-4f3e-9d52-0f8e3d2c1b0a';
  expect(reviewPlace(`?tab=all&pirep=${id}`)).toEqual({ tab: 'all', selected: id });
  expect(reviewPlace('?tab=none&pirep=<b>')).toEqual({ tab: 'pending', selected: null });
});

it('lets people review their own where the airline does', () => {
  const own = { pilot: { id: 'm1' } };
  const as = (role: 'STAFF' | 'ADMIN') => ({ id: 'm1', role });
  expect(mayReviewPirep(own, as('ADMIN'), 'ADMIN')).toBe(true);
  expect(mayReviewPirep(own, as('STAFF'), 'ADMIN')).toBe(false);
  expect(mayReviewPirep(own, as('ADMIN'), 'NOBODY')).toBe(false);
  expect(mayReviewPirep(own, as('STAFF'), 'ANY')).toBe(true);
  expect(mayReviewPirep(own, { id: 'm2', role: 'STAFF' }, 'NOBODY')).toBe(true);
  expect(mayReviewPirep(own, null, 'NOBODY')).toBe(true);
});
