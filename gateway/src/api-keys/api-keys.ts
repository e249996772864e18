import { createHash, randomBytes } from 'node:crypto';
import { type ApiKeyRow, type Bus, isPassing, type Statement, type Storage, sameSecret } from '@jetbridge/schema/storage';
import { v7 as uuid } from 'uuid';
import type { Caller } from '../context.ts';

const usedEveryMs = 60_000; // how exactly "last used" is kept
const keyForm = /^jb_([0-9a-f-]{36})_([\w-]{43})$/;

export interface NewApiKey {
  userId: string;
  name: string;
  scopes: readonly string[];
  /** Epoch ms. */
  expiresAt: number | null;
}

export function isApiKey(token: string): boolean {
  return token.startsWith('jb_');
}

/** What programs act with in a person's name: `jb_<id>_<256 random bits>`, of which the database holds a hash. */
export class ApiKeys {
  constructor(
    private readonly storage: Storage,
    private readonly bus: Bus,
  ) {}

  /** The secret is in this answer and nowhere else. Undefined when the person has `most` keys already. */
  async create(
    { userId, name, scopes, expiresAt }: NewApiKey,
    most: number,
    now: number,
  ): Promise<{ id: string; secret: string } | undefined> {
    const id = uuid();
    const random = randomBytes(32).toString('base64url');
    const created = await this.storage.transaction((sql) =>
      sql.run(
        `insert into api_key (id, user_id, name, hash, scopes, created_at, expires_at)
         select ?, ?, ?, ?, ?, cast(? as bigint), cast(? as bigint)
         where (select count(*) from api_key where user_id = ? and revoked_at is null and (expires_at is null or expires_at > ?)) < ?`,
        [id, userId, name, digest(random), scopes.join(' '), now, expiresAt, userId, now, most],
      ),
    );
    return created === 1 ? { id, secret: `jb_${id}_${random}` } : undefined;
  }

  /** Undefined for anything that is not a live key of ours. */
  async verify(token: string, now: number): Promise<Caller | undefined> {
    const [, id = '', random = ''] = keyForm.exec(token) ?? [];
    const [key] = await this.#select('where id = ?', [id]);
    // Compared in any case: how long it takes tells nothing about which half was wrong.
    const right = sameSecret(digest(random), key?.hash ?? digest(''));
    const expiresAt = key?.expiresAt ?? Number.POSITIVE_INFINITY;
    if (!key || !right || key.revokedAt !== null || expiresAt <= now) return undefined;
    if (now - (key.lastUsedAt ?? 0) >= usedEveryMs) await this.#used(key.id, now);
    return {
      userId: key.userId,
      sessionId: null,
      apiKey: { id: key.id, scopes: key.scopes.split(' ') },
      expiresAt,
    };
  }

  /** Those that can still be used, newest first. */
  ofUser(userId: string, now: number): Promise<ApiKeyRow[]> {
    return this.#select(
      'where user_id = ? and revoked_at is null and (expires_at is null or expires_at > ?) order by created_at desc, id desc',
      [userId, now],
    );
  }

  /** False when the person has no such key. */
  async revoke(id: string, userId: string, now: number): Promise<boolean> {
    const revoked = await this.storage.transaction((sql) =>
      sql.run('update api_key set revoked_at = ? where id = ? and user_id = ? and revoked_at is null', [now, id, userId]),
    );
    if (revoked === 1) this.bus.publish({ about: 'ended', tenant: userId, sequence: 1 });
    return revoked === 1;
  }

  /** Ends all keys of the person together with what ends them; then `sessions.announceEnd`. */
  ending(userId: string, now: number): Statement {
    return { sql: 'update api_key set revoked_at = ? where user_id = ? and revoked_at is null', params: [now, userId] };
  }

  async #used(id: string, now: number): Promise<void> {
    try {
      await this.storage.transaction(
        (sql) =>
          sql.run('update api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)', [
            now,
            id,
            now - usedEveryMs,
          ]),
        { derived: true },
      );
    } catch (error) {
      if (!isPassing(error)) throw error; // a read-only moment of the database keeps nobody out
    }
  }

  #select(rest: string, params: readonly (string | number)[]): Promise<ApiKeyRow[]> {
    return this.storage.reader.all<ApiKeyRow>(
      `select id, user_id as "userId", name, hash, scopes, created_at as "createdAt", expires_at as "expiresAt",
              last_used_at as "lastUsedAt", revoked_at as "revokedAt" from api_key ${rest}`,
      params,
    );
  }
}

function digest(random: string): string {
  return createHash('sha256').update(random).digest('base64url');
}
