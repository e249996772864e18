import { createHash, randomBytes } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import { platformTenant, setupStream } from '@jetbridge/schema/events';
import type { Storage } from '@jetbridge/schema/storage';

const lifeMs = 30 * 60_000;

/** The one-time link of the first start. Each start prints a new one until somebody has used it. */
export class SetupTokens {
  #done = false;

  constructor(private readonly storage: Storage) {}

  async needed(): Promise<boolean> {
    this.#done ||= (await this.storage.log.readStream(platformTenant, setupStream)).length > 0;
    return !this.#done;
  }

  async issue(now: number): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.storage.transaction((sql) =>
      sql.run('insert into setup_token (hash, expires_at) values (?, ?)', [digest(token), now + lifeMs]),
    );
    return token;
  }

  async check(token: string, now: number): Promise<void> {
    const [row] = await this.storage.reader.all('select 1 from setup_token where hash = ? and expires_at > ?', [digest(token), now]);
    if (!row) {
      throw new Rejected(
        'INVALID_INPUT',
        'This setup link is used up or too old; restart Jetbridge and take the new one from its log.',
        'token',
      );
    }
  }
}

function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
