import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import type { Bus, Keyring, Sql, Statement, Storage } from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';
import { accessLifeMs } from './access-tokens.ts';

export interface Issued {
  userId: string;
  sessionId: string;
  refreshToken: string;
  /** Epoch ms: when the cookie that carries the token may be forgotten. */
  expiresAt: number;
}

export interface LiveSession {
  id: string;
  userAgent: string;
  createdAt: number;
  lastUsedAt: number;
  expiresAt: number;
}

/** Written with the end of a session whose token was used twice: the mail to its owner. */
export type OnReuse = (userId: string, sessionId: string, now: number) => Promise<readonly Statement[]>;

const day = 24 * 60 * 60_000;
const idleMs = 14 * day;
const absoluteMs = 90 * day;
const lostAnswerMs = 10_000; // the same token again within this time gets the same successor: a lost answer, or two tabs
const pruneEveryMs = 60 * 60_000;
const longestChain = 20; // refreshes within `lostAnswerMs` that one more lost answer may find before it
const signInAgain = () => new Rejected('UNAUTHENTICATED', 'Your session has ended; sign in again.');

/**
 * Signed-in devices. A refresh token is spent at each use and replaced; one that comes back later is in two hands, so its whole family ends.
 * A successor is the HMAC of its predecessor: the answer can be repeated without the database ever holding a usable token.
 */
export class Sessions {
  #prunedAt = 0;

  constructor(
    private readonly storage: Storage,
    private readonly keyring: Keyring,
    private readonly bus: Bus,
    private readonly onReuse: OnReuse,
  ) {}

  async start(userId: string, userAgent: string, now: number): Promise<Issued> {
    const { issued, statements } = this.starting(userId, userAgent, now);
    await this.storage.transaction((sql) => runAll(sql, statements));
    return issued;
  }

  /** A session to be committed together with what it is for. The person has just proved who they are. */
  starting(userId: string, userAgent: string, now: number): { issued: Issued; statements: Statement[] } {
    const refreshToken = randomBytes(32).toString('base64url');
    const sessionId = uuid();
    const statements = [
      {
        // Not for an account that was erased while its password was looked at.
        sql: `insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at, authenticated_at)
              select ?, user_id, ?, cast(? as bigint), cast(? as bigint), cast(? as bigint), cast(? as bigint) from credential where user_id = ?`,
        params: [sessionId, userAgent.slice(0, 200), now, now, now + absoluteMs, now, userId],
      },
      tokenInsert(refreshToken, sessionId, now),
    ];
    return { issued: { userId, sessionId, refreshToken, expiresAt: now + idleMs }, statements };
  }

  async refresh(refreshToken: string, now: number): Promise<Issued> {
    void this.#prune(now);
    const seen = await this.#find(this.storage.reader, refreshToken);
    // The mail needs more than the transaction may wait for: it is ready before, and written only if it comes to that.
    const late = seen?.revokedAt === null && seen.spentAt !== null && now - seen.spentAt > lostAnswerMs;
    const mail = late ? await this.onReuse(seen.userId, seen.sessionId, now) : [];
    // The reuse must be recorded although the caller is refused: decide inside, refuse outside the transaction.
    const outcome = await this.storage.transaction((sql) => this.#rotate(sql, refreshToken, now, mail));
    if (outcome === 'reused') this.announceEnd(seen!.userId);
    if (typeof outcome === 'string') throw signInAgain();
    return outcome;
  }

  async #rotate(sql: Sql, refreshToken: string, now: number, mail: readonly Statement[]): Promise<Issued | 'refused' | 'reused'> {
    const token = await this.#find(sql, refreshToken);
    if (!token || token.revokedAt !== null || now >= token.expiresAt || now >= token.issuedAt + idleMs) return 'refused';
    const { sessionId, userId } = token;
    const issue = (successor: string) => ({
      userId,
      sessionId,
      refreshToken: successor,
      expiresAt: Math.min(now + idleMs, token.expiresAt),
    });
    const spent = await sql.run('update refresh_token set spent_at = ? where hash = ? and spent_at is null', [now, digest(refreshToken)]);
    if (spent === 1) {
      const [successor] = this.#successorsOf(refreshToken);
      await runAll(sql, [tokenInsert(successor!, sessionId, now)]);
      await sql.run('update session set last_used_at = ? where id = ?', [now, sessionId]);
      return issue(successor!);
    }
    const unspent = await this.#repeat(sql, refreshToken, now);
    if (unspent) return issue(unspent);
    const ended = await sql.run('update session set revoked_at = ? where id = ? and revoked_at is null', [now, sessionId]);
    if (ended === 1) await runAll(sql, mail);
    return 'reused';
  }

  /** The one token of the family that is not spent, if it came from this one through answers that were all given just now. */
  async #repeat(sql: Sql, refreshToken: string, now: number): Promise<string | undefined> {
    let token = refreshToken;
    for (let step = 0; step < longestChain; step++) {
      const found = await this.#find(sql, token);
      if (found?.spentAt === null) return token;
      if (!found || now - found.spentAt > lostAnswerMs) return undefined;
      const successors = this.#successorsOf(token);
      const known = await Promise.all(successors.map((successor) => this.#find(sql, successor)));
      const next = successors.find((_, index) => known[index]);
      if (!next) return undefined;
      token = next;
    }
    return undefined;
  }

  /** Under each secret, current first: a gateway that knows a newer one may have answered before. */
  #successorsOf(refreshToken: string): string[] {
    const purpose = 'refresh-token';
    return this.keyring
      .ids(purpose)
      .map((id) => createHmac('sha256', this.keyring.key(purpose, id)!).update(refreshToken).digest('base64url'));
  }

  async #find(sql: Sql, token: string): Promise<FoundToken | undefined> {
    const [row] = await sql.all<Record<keyof FoundToken, string | number | null>>(
      `select t.session_id as "sessionId", t.issued_at as "issuedAt", t.spent_at as "spentAt",
              s.user_id as "userId", s.expires_at as "expiresAt", s.revoked_at as "revokedAt"
       from refresh_token t join session s on s.id = t.session_id where t.hash = ?`,
      [digest(token)],
    );
    return row as FoundToken | undefined;
  }

  /** True when there was something to end: a live session, of this person if one is named. */
  async end(sessionId: string, now: number, userId?: string): Promise<boolean> {
    const rows = await this.storage.transaction((sql) =>
      sql.all<{ user_id: string }>(
        `update session set revoked_at = ? where id = ? and revoked_at is null and user_id = coalesce(?, user_id) returning user_id`,
        [now, sessionId, userId ?? null],
      ),
    );
    for (const { user_id } of rows) this.announceEnd(user_id);
    return rows.length > 0;
  }

  async endAll(userId: string, now: number, except?: string | null): Promise<void> {
    const statement = this.ending(userId, now, except);
    await this.storage.transaction((sql) => runAll(sql, [statement]));
    this.announceEnd(userId);
  }

  /** Ends the person's sessions together with what ends them; `announceEnd` afterwards, or their sockets live five seconds longer. */
  ending(userId: string, now: number, except?: string | null): Statement {
    return {
      sql: 'update session set revoked_at = ? where user_id = ? and revoked_at is null and id <> ?',
      params: [now, userId, except ?? ''],
    };
  }

  /** Tells every gateway to look after this person's sockets. */
  announceEnd(userId: string): void {
    this.bus.publish({ about: 'ended', tenant: userId, sequence: 1 });
  }

  /** The session a refresh token belongs to, spent or not: enough to sign it out. */
  async ofToken(refreshToken: string): Promise<string | undefined> {
    return (await this.#find(this.storage.reader, refreshToken))?.sessionId;
  }

  /**
   * Whose page to send for a cookie. Nothing is spent, so nobody would notice a copied one here: it is good for no longer than the access token that was
   * handed out with it, which reads as much. Undefined means: show nothing, and let the page renew.
   */
  async glimpse(refreshToken: string, now: number): Promise<{ userId: string; sessionId: string } | undefined> {
    const token = await this.#find(this.storage.reader, refreshToken);
    if (!token || token.revokedAt !== null || now >= token.expiresAt || now >= token.issuedAt + accessLifeMs) return undefined;
    if (token.spentAt !== null && now - token.spentAt > lostAnswerMs) return undefined;
    return { userId: token.userId, sessionId: token.sessionId };
  }

  async isLive(sessionId: string, now: number): Promise<boolean> {
    const [row] = await this.storage.reader.all<{ live: number }>(
      'select 1 as live from session where id = ? and revoked_at is null and expires_at > ?',
      [sessionId, now],
    );
    return row !== undefined;
  }

  /** Those that can still be used, newest use first. */
  ofUser(userId: string, now: number): Promise<LiveSession[]> {
    return this.storage.reader.all<LiveSession>(
      `select id, user_agent as "userAgent", created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
       from session where user_id = ? and revoked_at is null and expires_at > ? and last_used_at > ? order by last_used_at desc, id desc`,
      [userId, now, now - idleMs],
    );
  }

  /** When the person behind the session last gave the password. Epoch ms. */
  async authenticatedAt(sessionId: string): Promise<number> {
    const [row] = await this.storage.reader.all<{ at: number }>('select authenticated_at as at from session where id = ?', [sessionId]);
    return Number(row?.at ?? 0);
  }

  async authenticated(sessionId: string, now: number): Promise<void> {
    await this.storage.transaction((sql) => sql.run('update session set authenticated_at = ? where id = ?', [now, sessionId]));
  }

  /** Forgets what can never matter again: a token too old to be taken either way, a session nobody can use. */
  async #prune(now: number): Promise<void> {
    if (Math.abs(now - this.#prunedAt) < pruneEveryMs) return;
    this.#prunedAt = now;
    const old = now - idleMs;
    await this.storage
      .transaction((sql) =>
        runAll(sql, [
          { sql: 'delete from refresh_token where issued_at < ? and (spent_at < ? or spent_at is null)', params: [old, old] },
          { sql: 'delete from session where expires_at < ? or revoked_at < ? or last_used_at < ?', params: [old, old, old] },
        ]),
      )
      .catch(() => {}); // the next one will
  }
}

interface FoundToken {
  sessionId: string;
  userId: string;
  issuedAt: number;
  spentAt: number | null;
  expiresAt: number;
  revokedAt: number | null;
}

async function runAll(sql: Sql, statements: readonly Statement[]): Promise<void> {
  for (const { sql: text, params } of statements) await sql.run(text, params);
}

function tokenInsert(token: string, sessionId: string, now: number): Statement {
  return { sql: 'insert into refresh_token (hash, session_id, issued_at) values (?, ?, ?)', params: [digest(token), sessionId, now] };
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
