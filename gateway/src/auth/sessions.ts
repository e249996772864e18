import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import type { Keyring, RefreshTokenRow, SessionRow, Sql, Storage } from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';

export interface Issued {
  userId: string;
  sessionId: string;
  refreshToken: string;
  /** Epoch ms: when the cookie that carries the token may be forgotten. */
  expiresAt: number;
}

const day = 24 * 60 * 60_000;
const idleMs = 14 * day;
const absoluteMs = 90 * day;
const lostAnswerMs = 10_000; // the same token again within this time gets the same successor: a lost answer, or two tabs
const signInAgain = () => new Rejected('UNAUTHENTICATED', 'Your session has ended; sign in again.');

/**
 * Signed-in devices. A refresh token is spent at each use and replaced; one that comes back later is in two hands, so its whole family ends.
 * A successor is the HMAC of its predecessor: the answer can be repeated without the database ever holding a usable token.
 */
export class Sessions {
  constructor(
    private readonly storage: Storage,
    private readonly keyring: Keyring,
  ) {}

  async start(userId: string, userAgent: string, now: number): Promise<Issued> {
    const refreshToken = randomBytes(32).toString('base64url');
    const sessionId = uuid();
    await this.storage.transaction(async (sql) => {
      await sql.run('insert into session (id, user_id, user_agent, created_at, last_used_at, expires_at) values (?, ?, ?, ?, ?, ?)', [
        sessionId,
        userId,
        userAgent.slice(0, 200),
        now,
        now,
        now + absoluteMs,
      ]);
      await insertToken(sql, refreshToken, sessionId, now);
    });
    return { userId, sessionId, refreshToken, expiresAt: now + idleMs };
  }

  async refresh(refreshToken: string, now: number): Promise<Issued> {
    // The reuse must be recorded although the caller is refused: decide inside, refuse outside the transaction.
    const issued = await this.storage.transaction((sql) => this.#rotate(sql, refreshToken, now));
    if (!issued) throw signInAgain();
    return issued;
  }

  async #rotate(sql: Sql, refreshToken: string, now: number): Promise<Issued | undefined> {
    const [token] = await sql.all<Pick<Snake<RefreshTokenRow>, 'session_id' | 'issued_at' | 'spent_at'>>(
      'select session_id, issued_at, spent_at from refresh_token where hash = ?',
      [digest(refreshToken)],
    );
    if (!token) return undefined;
    const [session] = await sql.all<Snake<SessionRow>>('select * from session where id = ?', [token.session_id]);
    if (!session || session.revoked_at !== null) return undefined;
    if (now >= Number(session.expires_at) || now >= Number(token.issued_at) + idleMs) return undefined;

    const successor = createHmac('sha256', this.keyring.current('refresh-token')).update(refreshToken).digest('base64url');
    const issued = {
      userId: session.user_id,
      sessionId: session.id,
      refreshToken: successor,
      expiresAt: Math.min(now + idleMs, Number(session.expires_at)),
    };
    const spent = await sql.run('update refresh_token set spent_at = ? where hash = ? and spent_at is null', [now, digest(refreshToken)]);
    if (spent === 1) {
      await insertToken(sql, successor, session.id, now);
      await sql.run('update session set last_used_at = ? where id = ?', [now, session.id]);
      return issued;
    }
    if (now - Number(token.spent_at ?? now) <= lostAnswerMs && (await isUnspent(sql, successor))) return issued;
    await sql.run('update session set revoked_at = ? where id = ?', [now, session.id]);
    return undefined;
  }

  async end(sessionId: string, now: number): Promise<void> {
    await this.storage.transaction((sql) =>
      sql.run('update session set revoked_at = ? where id = ? and revoked_at is null', [now, sessionId]),
    );
  }

  /** The session a refresh token belongs to, spent or not: enough to sign it out. */
  async ofToken(refreshToken: string): Promise<string | undefined> {
    const [row] = await this.storage.reader.all<{ session_id: string }>('select session_id from refresh_token where hash = ?', [
      digest(refreshToken),
    ]);
    return row?.session_id;
  }

  async isLive(sessionId: string, now: number): Promise<boolean> {
    const [row] = await this.storage.reader.all<{ live: number }>(
      'select 1 as live from session where id = ? and revoked_at is null and expires_at > ?',
      [sessionId, now],
    );
    return row !== undefined;
  }
}

type Snake<Row> = { [K in keyof Row as K extends string ? SnakeCase<K> : never]: Row[K] };
type SnakeCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Uppercase<Head> ? '_' : ''}${Lowercase<Head>}${SnakeCase<Tail>}`
  : S;

async function insertToken(sql: Sql, token: string, sessionId: string, now: number): Promise<void> {
  await sql.run('insert into refresh_token (hash, session_id, issued_at) values (?, ?, ?)', [digest(token), sessionId, now]);
}

async function isUnspent(sql: Sql, token: string): Promise<boolean> {
  const [row] = await sql.all('select 1 from refresh_token where hash = ? and spent_at is null', [digest(token)]);
  return row !== undefined;
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
