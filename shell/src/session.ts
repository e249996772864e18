import {
  ChangePasswordDocument,
  type ChangePasswordInput,
  CompleteSetupDocument,
  type CompleteSetupInput,
  type Problem,
  problemOf,
  RefreshSessionDocument,
  type Session,
  type SessionFieldsFragment,
  type SessionState,
  SignInDocument,
  type SignInInput,
  SignOutDocument,
  type ViewerFieldsFragment,
} from '@jetbridge/schema';
import type { Answer, Send } from './api.ts';
import type { Keep } from './keep.ts';
import type { Tabs } from './tabs.ts';
import { Value } from './value.ts';

const hintKey = 'jetbridge.session';
const renewAheadMs = 60_000;
const travelMs = 10_000; // a request that leaves later than this before the token expires may arrive after
const firstRetryMs = 1_000;
const lastRetryMs = 30_000;

/** Where what was read for one person is kept, and must go when another takes the seat. */
export interface PersonalCache {
  reset(viewer: ViewerFieldsFragment | null): Promise<void>;
  keep(viewer: ViewerFieldsFragment): Promise<void>;
  reload(): Promise<void>;
}

interface Access {
  token: string;
  goodUntil: number; // by this browser's clock
}

interface Ports {
  send: Send;
  keep: Keep;
  tabs: Tabs;
  now(): number;
}

export type Renewal = 'renewed' | 'ended' | 'unreachable';

/**
 * Who is signed in. The access token lives in memory only; the refresh token is a cookie no script can read, so whether there may be one
 * is kept as a hint, and visitors cause no request.
 */
export class ShellSession implements Session {
  cache: PersonalCache | null = null;
  readonly #state = new Value<SessionState>({ status: 'loading' });
  readonly #ports: Ports;
  #access: Access | null = null;
  #renewing: Promise<Renewal> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = firstRetryMs;
  #era = 0; // moves with every sign-in and sign-out, so that a late answer of an earlier one is dropped

  constructor(ports: Ports) {
    this.#ports = ports;
    ports.tabs.listen((news) => void (news === 'signed-out' ? this.#end() : this.#follow()));
  }

  get value(): SessionState {
    return this.#state.value;
  }

  subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  get userId(): string | null {
    return this.value.status === 'signed-in' ? this.value.viewer.user.id : null;
  }

  /** @param viewer whom the page was sent to, if it says so: they are shown at once, and the token follows */
  async start(viewer: ViewerFieldsFragment | null = null): Promise<void> {
    if (viewer) {
      this.#ports.keep.set(hintKey, '1');
      await this.cache?.keep(viewer);
      this.#state.set({ status: 'signed-in', viewer });
      await this.renew();
    } else if (this.#ports.keep.get(hintKey) === null) this.#state.set({ status: 'anonymous' });
    else await this.renew();
  }

  signIn = async (input: SignInInput): Promise<Problem | null> =>
    this.#enter(await this.#ports.send(SignInDocument, { input }), (data) => data.signIn);

  completeSetup = async (input: CompleteSetupInput): Promise<Problem | null> =>
    this.#enter(await this.#ports.send(CompleteSetupDocument, { input }), (data) => data.completeSetup);

  changePassword = async (input: ChangePasswordInput): Promise<Problem | null> => {
    const token = await this.token().catch(() => undefined);
    if (token === undefined) return problemOf({ graphQLErrors: [] });
    let answer = await this.#ports.send(ChangePasswordDocument, { input }, token);
    // Another tab may have come in anew a moment ago: this one's token ended with the session before.
    if (answer.problem?.code === 'UNAUTHENTICATED' && (await this.renew()) === 'renewed')
      answer = await this.#ports.send(ChangePasswordDocument, { input }, this.#access?.token);
    return this.#enter(answer, (data) => data.changePassword);
  };

  signOut = async (): Promise<void> => {
    const token = this.#access?.token;
    // Without an answer the cookie outlives this; the hint is gone all the same, and nobody is shown as signed in.
    await Promise.allSettled([this.#ports.send(SignOutDocument, {}, token), this.#end()]);
    this.#ports.tabs.tell('signed-out');
  };

  reload = async (): Promise<void> => this.cache?.reload();

  check = async (): Promise<void> => {
    if (this.value.status === 'signed-in') await this.renew();
  };

  /** The token to send now: renewed first when it is about to expire. Null for visitors; throws when it cannot be renewed for now. */
  token = async (): Promise<string | null> => {
    if (this.#access && this.#ports.now() < this.#access.goodUntil) return this.#access.token;
    if (!this.#access && this.value.status === 'anonymous') return null;
    if ((await this.renew()) === 'unreachable') throw new Error('The session cannot be renewed for now.');
    return this.#access?.token ?? null;
  };

  /** Renews with the cookie. However many ask at once, one request is made. */
  renew = (): Promise<Renewal> => {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  };

  /** Follows what the cache knows of the viewer, so that a role given by someone else counts at once. */
  setViewer(viewer: ViewerFieldsFragment): void {
    if (this.value.status === 'signed-in' && viewer.user.id === this.userId && viewer !== this.value.viewer)
      this.#state.set({ status: 'signed-in', viewer });
  }

  /** Another tab came in, so there is another cookie: what was asked with the one before says nothing any more. */
  async #follow(): Promise<void> {
    this.#era++;
    await this.#renewing;
    await this.renew();
  }

  async #renew(): Promise<Renewal> {
    const era = this.#era;
    const answer = await this.#ports.send(RefreshSessionDocument, {});
    if (era !== this.#era) return this.#access ? 'renewed' : 'ended';
    if (!answer.problem) {
      await this.#adopt(answer.data.refreshSession, answer.serverTime);
      return 'renewed';
    }
    if (answer.problem.code === 'UNAUTHENTICATED') {
      await this.#end();
      return 'ended';
    }
    this.#schedule(this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
    return 'unreachable';
  }

  async #enter<D>(answer: Answer<D>, payload: (data: D) => SessionFieldsFragment): Promise<Problem | null> {
    if (answer.problem) return answer.problem;
    this.#era++;
    await this.#adopt(payload(answer.data), answer.serverTime);
    this.#ports.tabs.tell('signed-in');
    return null;
  }

  async #adopt({ accessToken, expiresAt, viewer }: SessionFieldsFragment, serverTime: number | null): Promise<void> {
    const era = this.#era;
    const lifeMs = Date.parse(expiresAt) - (serverTime ?? this.#ports.now());
    this.#access = { token: accessToken, goodUntil: this.#ports.now() + lifeMs - Math.min(travelMs, lifeMs / 10) };
    this.#retryMs = firstRetryMs;
    this.#schedule(Math.max(lifeMs - Math.min(renewAheadMs, lifeMs / 5), firstRetryMs));
    this.#ports.keep.set(hintKey, '1');
    const same = viewer.user.id === this.userId;
    await (same ? this.cache?.keep(viewer) : this.cache?.reset(viewer));
    if (era === this.#era) this.#state.set({ status: 'signed-in', viewer });
  }

  async #end(): Promise<void> {
    this.#era++;
    this.#access = null;
    clearTimeout(this.#timer);
    this.#ports.keep.remove(hintKey);
    if (this.value.status === 'anonymous') return;
    const wasSomeone = this.userId !== null;
    this.#state.set({ status: 'anonymous' });
    if (!wasSomeone) return;
    // After the pages had a turn to leave, or each would ask again as a visitor and be refused.
    await new Promise((resolve) => setTimeout(resolve));
    if (this.userId === null) await this.cache?.reset(null);
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.renew(), delayMs);
  }
}
