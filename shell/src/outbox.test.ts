import { AcceptPirepDocument, FilePirepDocument, type FilePirepInput, problemOf, shellMessages } from '@jetbridge/schema';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AirlineHistory } from './airline-history.ts';
import { createShellClient } from './client.ts';
import { createDrafts } from './drafts.ts';
import type { Keep } from './keep.ts';
import { Outbox } from './outbox.ts';

let kept: Map<string, string>;
let sent: { query: string; variables: { input: Record<string, unknown> } }[];
let answer: () => Promise<Response>;
let person: string | null;
let toasts: string[];

const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const json = (body: object) => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
const done = () => json({ data: { acceptPirep: null } });
const refused = () => json({ errors: [{ message: 'You filed this flight already.', extensions: { code: 'CONFLICT' } }] });
const accept = { input: { pirepId: 'p1' } };

/** A page that was just loaded. */
function openPage() {
  const keep: Keep = { get: (key) => kept.get(key) ?? null, set: (key, value) => kept.set(key, value), remove: (key) => kept.delete(key) };
  const drafts = createDrafts(keep, () => person);
  const outbox = new Outbox({ keep, userId: () => person, drafts, toast: (message) => toasts.push(message) });
  const fetcher = (async (_url: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(String(init?.body)));
    return answer();
  }) as typeof fetch;
  const tokens = { token: async () => null, renew: async () => 'renewed' as const };
  const ports = { fetcher, tokens, socket: { subscribe: () => () => {} }, history: new AirlineHistory() };
  const { client } = createShellClient({ first: outbox.exchange, ...ports });
  return { client, drafts, outbox };
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  sent = [];
  toasts = [];
  person = 'ada';
  answer = lost;
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps what did not reach the server, says so, and sends it once the connection is back', async () => {
  const { client, outbox } = openPage();
  const { error } = await client.mutation(AcceptPirepDocument, accept).toPromise();
  expect(problemOf(error!)).toMatchObject({ code: 'QUEUED', message: shellMessages.queued });
  expect(outbox.count.value).toBe(1);

  answer = done;
  await outbox.send(client);
  expect(outbox.count.value).toBe(0);
  expect(toasts).toEqual([shellMessages.sentLater(1)]);
  expect(sent.map(({ variables }) => variables.input)).toEqual([sent[0]!.variables.input, sent[0]!.variables.input]);
  expect(sent[0]!.variables.input).toMatchObject({ pirepId: 'p1', commandId: expect.any(String) });
});

it('tries again by itself, and in the order of what was done', async () => {
  const { client, outbox } = openPage();
  await outbox.send(client);
  for (const pirepId of ['p1', 'p2', 'p3']) await client.mutation(AcceptPirepDocument, { input: { pirepId } }).toPromise();
  answer = done;
  sent = [];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.map(({ variables }) => variables.input.pirepId)).toEqual(['p1', 'p2', 'p3']);
  expect(outbox.count.value).toBe(0);
});

it('shows a PIREP that was filed from the first moment until the server has it', async () => {
  const { client, outbox } = openPage();
  const filing = client.mutation(FilePirepDocument, { input: { flightNumber: 'NAX1' } as FilePirepInput }).toPromise();
  const flights = () => outbox.filing.value.map(({ flightNumber }) => flightNumber);
  expect(flights()).toEqual(['NAX1']);
  await filing;
  expect(flights()).toEqual(['NAX1']); // it did not reach the server, and waits
  answer = () => json({ data: { filePirep: null } });
  await outbox.send(client);
  expect(flights()).toEqual([]);

  const answered = client.mutation(FilePirepDocument, { input: { flightNumber: 'NAX2' } as FilePirepInput }).toPromise();
  expect(flights()).toEqual(['NAX2']);
  await answered;
  expect(flights()).toEqual([]);
});

it('outlives a reload, and is sent for nobody but who did it', async () => {
  const before = openPage();
  await before.client.mutation(AcceptPirepDocument, accept).toPromise();
  answer = done;
  sent = [];
  const { client, outbox } = openPage();
  person = 'bo';
  await outbox.send(client);
  expect([outbox.count.value, sent.length]).toEqual([0, 0]);
  person = 'ada';
  await outbox.send(client);
  expect(sent).toHaveLength(1);
});

it('keeps once what was pressed twice', async () => {
  const { client, outbox } = openPage();
  for (const input of [accept.input, { pirepId: 'p2' }, accept.input]) await client.mutation(AcceptPirepDocument, { input }).toPromise();
  expect(outbox.count.value).toBe(2);
});

it('puts a refused PIREP back into its form', async () => {
  const { client, drafts, outbox } = openPage();
  const draft = { key: 'pirep:NAX', value: { flightNumber: '417' } };
  await client.mutation(FilePirepDocument, { input: { flightNumber: '417' } as never }, { draft }).toPromise();
  expect(drafts.load('pirep:NAX')).toBeNull();
  answer = refused;
  await outbox.send(client);
  expect(drafts.load('pirep:NAX')).toEqual(draft.value);
  expect(toasts).toEqual([shellMessages.refusedDraft('You filed this flight already.')]);
});

it('keeps nothing that the server answered, and nothing of visitors', async () => {
  const { client, outbox } = openPage();
  answer = refused;
  const first = await client.mutation(AcceptPirepDocument, accept).toPromise();
  expect(problemOf(first.error!).code).toBe('CONFLICT');
  answer = lost;
  person = null;
  const second = await client.mutation(AcceptPirepDocument, accept).toPromise();
  expect(problemOf(second.error!).code).toBe('NETWORK');
  expect([outbox.count.value, kept.size]).toEqual([0, 0]);
});
