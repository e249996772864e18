import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSend } from './api.ts';
import { ShellSession } from './session.ts';

const lifeMs = 600_000;
const viewer = (id = 'ada') => ({
  user: { id, displayName: 'Ada', email: 'ada@example.com', emailVerified: true, platformAdmin: false },
  cursor: null,
  permissions: [],
  deletionDueAt: null,
  memberships: [],
});

/** A gateway that answers what a test queues, and counts what it was asked. */
function fakeGateway(skewMs = 0) {
  const asked: string[] = [];
  let answers: (() => object | Promise<object>)[] = [];
  let issued = 0;
  const session = (field: string, id?: string) => () => ({
    data: {
      [field]: {
        accessToken: `token-${++issued}`,
        expiresAt: new Date(Date.now() + skewMs + lifeMs).toISOString(),
        viewer: viewer(id),
      },
    },
  });
  const refused = () => ({ errors: [{ message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } }] });
  const fetcher = (async (_input: unknown, init?: RequestInit) => {
    const { query } = JSON.parse(String(init?.body)) as { query: string };
    asked.push(/(?:query|mutation) (\w+)/.exec(query)![1]!);
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    const date = new Date(Date.now() + skewMs).toUTCString();
    return new Response(JSON.stringify(await answer()), { headers: { date } });
  }) as typeof fetch;
  const answer = (...next: (() => object | Promise<object>)[]) => {
    answers = next;
  };
  return { asked, fetcher, session, refused, answer };
}

function setUp(hint: boolean, skewMs = 0) {
  const gateway = fakeGateway(skewMs);
  const kept = new Map<string, string>(hint ? [['jetbridge.session', '1']] : []);
  let hear: (news: 'signed-in' | 'signed-out') => void = () => {};
  const told: string[] = [];
  const session = new ShellSession({
    send: createSend(gateway.fetcher),
    keep: { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key) },
    tabs: {
      tell: (news) => void told.push(news),
      listen: (listener) => {
        hear = listener;
      },
    },
    now: Date.now,
  });
  return { session, gateway, kept, told, hear: (news: 'signed-in' | 'signed-out') => hear(news) };
}

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T12:00:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('a visitor', () => {
  it('causes no request', async () => {
    const { session, gateway } = setUp(false);
    await session.start();
    expect([session.value.status, await session.token(), gateway.asked]).toEqual(['anonymous', null, []]);
  });

  it('who signs in is somebody, here and in the other tabs, and after a reload', async () => {
    const { session, gateway, kept, told } = setUp(false);
    await session.start();
    gateway.answer(gateway.session('signIn'));
    expect(await session.signIn({ email: 'ada@example.com', password: 'correct horse' })).toBeNull();
    expect([session.userId, await session.token(), told, kept.has('jetbridge.session')]).toEqual(['ada', 'token-1', ['signed-in'], true]);
  });

  it('who is refused learns why and stays a visitor', async () => {
    const { session, gateway } = setUp(false);
    await session.start();
    gateway.answer(gateway.refused);
    expect(await session.signIn({ email: 'ada@example.com', password: 'wrong' })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(session.value.status).toBe('anonymous');
  });
});

describe('renewal', () => {
  it('is one request, however many ask at once', async () => {
    const { session, gateway } = setUp(true);
    gateway.answer(gateway.session('refreshSession'));
    const starting = session.start();
    const tokens = await Promise.all([session.token(), session.token(), session.token()]);
    await starting;
    expect([tokens, gateway.asked]).toEqual([['token-1', 'token-1', 'token-1'], ['RefreshSession']]);
  });

  it('comes by itself before the token expires', async () => {
    const { session, gateway } = setUp(true);
    gateway.answer(gateway.session('refreshSession'), gateway.session('refreshSession'));
    await session.start();
    await vi.advanceTimersByTimeAsync(lifeMs - 60_000);
    expect([gateway.asked.length, await session.token()]).toEqual([2, 'token-2']);
  });

  it('does not trust the clock of the browser', async () => {
    const { session, gateway } = setUp(true, -3_600_000);
    gateway.answer(gateway.session('refreshSession'));
    await session.start();
    expect([await session.token(), gateway.asked.length]).toEqual(['token-1', 1]);
  });

  it('that is refused ends the session, and the next start asks nobody', async () => {
    const { session, gateway, kept } = setUp(true);
    gateway.answer(gateway.refused);
    await session.start();
    expect([session.value.status, kept.size, await session.token()]).toEqual(['anonymous', 0, null]);
  });

  it('that meets no server is tried again and signs nobody out', async () => {
    const { session, gateway } = setUp(true);
    gateway.answer();
    await session.start();
    await expect(session.token()).rejects.toThrow('cannot be renewed');
    expect(session.value.status).toBe('loading');
    gateway.answer(gateway.session('refreshSession'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(session.value.status).toBe('signed-in');
  });
});

describe('a new password', () => {
  it('goes on with the new tokens, and the other tabs with theirs', async () => {
    const { session, gateway, told } = setUp(true);
    gateway.answer(gateway.session('refreshSession'), gateway.session('changePassword'));
    await session.start();
    expect(await session.changePassword({ currentPassword: 'correct horse', newPassword: 'battery staple' })).toBeNull();
    expect([session.userId, await session.token(), told]).toEqual(['ada', 'token-2', ['signed-in']]);
  });

  it('that is refused leaves everything as it was', async () => {
    const { session, gateway, told } = setUp(true);
    gateway.answer(gateway.session('refreshSession'), gateway.refused);
    await session.start();
    const input = { currentPassword: 'wrong', newPassword: 'battery staple' };
    expect(await session.changePassword(input)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect([session.value.status, await session.token(), told]).toEqual(['signed-in', 'token-1', []]);
  });

  it('cannot be sent while there is no server', async () => {
    const { session, gateway } = setUp(true);
    gateway.answer();
    await session.start();
    expect(await session.changePassword({ currentPassword: 'a', newPassword: 'b' })).toMatchObject({ code: 'NETWORK' });
  });
});

describe('the end', () => {
  async function signedIn() {
    const all = setUp(true);
    all.gateway.answer(all.gateway.session('refreshSession'));
    await all.session.start();
    const reset = vi.fn(async () => {});
    all.session.cache = { reset, keep: async () => {}, reload: async () => {} };
    return { ...all, reset };
  }

  it('by signing out empties the cache, stops renewing and tells the other tabs', async () => {
    const { session, gateway, kept, told, reset } = await signedIn();
    gateway.answer(() => ({ data: { signOut: { ok: true } } }));
    const leaving = session.signOut();
    expect(session.value.status).toBe('anonymous');
    await vi.advanceTimersByTimeAsync(lifeMs);
    await leaving;
    expect([told, kept.size, reset.mock.calls, gateway.asked]).toEqual([['signed-out'], 0, [[null]], ['RefreshSession', 'SignOut']]);
  });

  it('elsewhere is found out by checking', async () => {
    const { session, gateway, kept } = await signedIn();
    gateway.answer(gateway.refused);
    const checking = session.check();
    await vi.advanceTimersByTimeAsync(1);
    await checking;
    expect([session.value.status, kept.size]).toEqual(['anonymous', 0]);
    await session.check();
    expect(gateway.asked).toEqual(['RefreshSession', 'RefreshSession']);
  });

  it('in another tab ends this one without a request', async () => {
    const { session, gateway, hear } = await signedIn();
    hear('signed-out');
    await vi.advanceTimersByTimeAsync(1);
    expect([session.value.status, gateway.asked]).toEqual(['anonymous', ['RefreshSession']]);
  });

  it('is not undone by a renewal that was on its way', async () => {
    const { session, gateway } = await signedIn();
    let arrive: (value: object) => void = () => {};
    gateway.answer(
      () =>
        new Promise<object>((resolve) => {
          arrive = resolve;
        }),
      () => ({ data: { signOut: { ok: true } } }),
    );
    const renewing = session.renew();
    await vi.advanceTimersByTimeAsync(1);
    const leaving = session.signOut();
    await vi.advanceTimersByTimeAsync(1);
    arrive(gateway.session('refreshSession')());
    await Promise.all([renewing, leaving]);
    expect([session.value.status, await session.token()]).toEqual(['anonymous', null]);
  });

  it('leads on when another tab signs in', async () => {
    const { session, gateway, hear } = setUp(false);
    await session.start();
    gateway.answer(gateway.session('refreshSession', 'bea'));
    hear('signed-in');
    await vi.advanceTimersByTimeAsync(1);
    expect(session.userId).toBe('bea');
  });
});
