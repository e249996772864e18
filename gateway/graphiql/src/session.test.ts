import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const minute = 60_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const unauthenticated = { data: null, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

/** A gateway that gives what `answers` says, one per request, and tokens of ten minutes when it has run out; and a clock. */
function world(...answers: (object | Error)[]) {
  const state = { now: start, requests: 0 };
  const post = async () => {
    const answer = answers[state.requests++];
    if (answer instanceof Error) throw answer;
    const expiresAt = new Date(state.now + 10 * minute).toISOString();
    return answer ?? { data: { refreshSession: { accessToken: `token${state.requests}`, expiresAt } } };
  };
  return { state, session: createSession(post, () => state.now) };
}

test('requests at the same time share one refresh', async () => {
  const { session, state } = world();
  expect(await Promise.all([session.authorization(), session.authorization()])).toEqual(['Bearer token1', 'Bearer token1']);
  expect(await session.authorization()).toBe('Bearer token1');
  expect(state.requests).toBe(1);
  expect(session.signedIn).toBe(true);
});

test('a token is renewed shortly before it expires', async () => {
  const { session, state } = world();
  await session.authorization();
  state.now += 9 * minute;
  expect(await session.authorization()).toBe('Bearer token1');
  state.now += minute - 1;
  expect(await session.authorization()).toBe('Bearer token2');
});

test('nobody signed in is asked for once', async () => {
  const { session, state } = world(unauthenticated);
  expect(await session.authorization()).toBeNull();
  expect(await session.authorization()).toBeNull();
  expect(state.requests).toBe(1);
  expect(session.signedIn).toBe(false);
});

test('a session that has ended leaves an anonymous page', async () => {
  const { session, state } = world(
    { data: { refreshSession: { accessToken: 'last', expiresAt: new Date(start).toISOString() } } },
    unauthenticated,
  );
  expect(await session.authorization()).toBe('Bearer last');
  expect(await session.authorization()).toBeNull();
  expect(session.signedIn).toBe(false);
  expect(state.requests).toBe(2);
});

test.each([
  ['no answer', new Error('offline')],
  ['a fault', { data: null, errors: [{ extensions: { code: 'INTERNAL' } }] }],
])('%s is no verdict: the next request asks again', async (_, answer) => {
  const { session } = world(answer);
  expect(await session.authorization()).toBeNull();
  expect(await session.authorization()).toBe('Bearer token2');
});
