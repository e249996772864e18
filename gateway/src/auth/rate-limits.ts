import { createHmac } from 'node:crypto';
import { Rejected } from '@jetbridge/schema';
import { isPassing, type Keyring, type Sql, type Storage } from '@jetbridge/schema/storage';

/** `most` attempts at once; one more each `everyMs`. */
interface Limit {
  most: number;
  everyMs: number;
}

const second = 1_000;
const minute = 60 * second;

/**
 * What may be tried how often. `ip` is one client, `address` an e-mail address from wherever, known or not, `pair` both together. `device` is a
 * browser its owner signed in with before: it counts on its own, so whatever strangers try, the owner gets through. Of sign-ins and passwords
 * only wrong ones count in the end.
 */
const rules = {
  signIn: {
    pair: { most: 10, everyMs: minute },
    device: { most: 10, everyMs: minute },
    address: { most: 100, everyMs: 5 * minute },
    ip: { most: 300, everyMs: 2 * second },
  },
  register: { address: { most: 5, everyMs: 20 * minute }, ip: { most: 30, everyMs: minute } },
  resendVerification: {
    pair: { most: 3, everyMs: 5 * minute },
    address: { most: 10, everyMs: 10 * minute },
    ip: { most: 30, everyMs: minute },
  },
  requestPasswordReset: {
    pair: { most: 3, everyMs: 5 * minute },
    device: { most: 3, everyMs: 5 * minute },
    address: { most: 10, everyMs: 10 * minute },
    ip: { most: 60, everyMs: 30 * second },
  },
  /** Using a link from a mail. */
  useToken: { ip: { most: 60, everyMs: 30 * second } },
  /** Sends mail to an address that may be a stranger's. */
  requestEmailChange: { account: { most: 5, everyMs: 10 * minute }, address: { most: 5, everyMs: 20 * minute } },
  /** Sends mail to whomever: many pilots in one go, few to one address. */
  inviteMember: { account: { most: 200, everyMs: minute }, address: { most: 5, everyMs: 20 * minute } },
  /** Each makes the admins of an airline look. */
  joinAirline: { account: { most: 30, everyMs: minute } },
  /** Giving the password again. */
  reauthenticate: { session: { most: 10, everyMs: minute }, account: { most: 50, everyMs: minute } },
} as const satisfies Record<string, Partial<Record<Whose, Limit>>>;

export type Action = keyof typeof rules;
type Whose = 'ip' | 'address' | 'pair' | 'device' | 'session' | 'account';
/** Who tries, as far as it is known. */
export type Subjects = Partial<Record<Whose, string | undefined>>;

const sweepEveryMs = 10 * minute;

/**
 * Counts attempts in the database, so that several gateways count together (GCRA: one moment per key, at which its bucket is empty again). Keys
 * are HMACs: the table tells no address.
 */
export class RateLimits {
  #sweptAt = 0;

  constructor(
    private readonly storage: Storage,
    private readonly keyring: Keyring,
  ) {}

  /** Counts one attempt, everywhere or nowhere. Throws RATE_LIMITED when one of the limits is reached. */
  async take(action: Action, subjects: Subjects, now: number): Promise<Attempt> {
    void this.#sweep(now);
    const buckets = this.#bucketsOf(action, subjects);
    // An attempt that is refused must leave nothing behind in the other buckets: so it throws.
    await this.storage.transaction(
      async (sql) => {
        for (const bucket of buckets) if (!(await fill(sql, bucket, now))) throw await refusal(sql, bucket, now);
      },
      { derived: true },
    );
    return {
      giveBack: async () => {
        await this.storage.transaction(
          async (sql) => {
            for (const { key, limit } of buckets)
              await sql.run('update rate_limit set empty_at = empty_at - ? where key = ?', [limit.everyMs, key]);
          },
          { derived: true },
        );
      },
    };
  }

  /** In one order for everybody, or two attempts would wait for each other. */
  #bucketsOf(action: Action, subjects: Subjects): Bucket[] {
    const counted: Subjects = subjects.device ? { device: subjects.device } : subjects;
    const limits: Partial<Record<Whose, Limit>> = rules[action];
    return Object.entries(limits)
      .flatMap(([whose, limit]) => {
        const subject = counted[whose as Whose];
        return subject ? [{ key: this.#key(`${action} ${whose} ${subject}`), limit }] : [];
      })
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #key(text: string): string {
    return createHmac('sha256', this.keyring.current('rate-limit')).update(text).digest('base64url');
  }

  async #sweep(now: number): Promise<void> {
    if (Math.abs(now - this.#sweptAt) < sweepEveryMs) return;
    this.#sweptAt = now;
    try {
      await this.storage.transaction((sql) => sql.run('delete from rate_limit where empty_at < ?', [now]), { derived: true });
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
}

export interface Attempt {
  /** It does not count after all: the password was right, or nobody looked. */
  giveBack(): Promise<void>;
}

interface Bucket {
  key: string;
  limit: Limit;
}

async function fill(sql: Sql, { key, limit: { most, everyMs } }: Bucket, now: number): Promise<boolean> {
  const changed = await sql.run(
    `insert into rate_limit (key, empty_at) values (?, ?)
     on conflict (key) do update set empty_at = (case when rate_limit.empty_at > ? then rate_limit.empty_at else ? end) + ?
     where rate_limit.empty_at <= ?`,
    [key, now + everyMs, now, now, everyMs, now + (most - 1) * everyMs],
  );
  return changed === 1;
}

async function refusal(sql: Sql, { key, limit: { most, everyMs } }: Bucket, now: number): Promise<Rejected> {
  const [row] = await sql.all<{ empty_at: number }>('select empty_at from rate_limit where key = ?', [key]);
  const retryAfterSeconds = Math.max(1, Math.ceil((Number(row?.empty_at ?? now) - (most - 1) * everyMs - now) / second));
  return new Rejected('RATE_LIMITED', `Too many attempts; try again in ${inWords(retryAfterSeconds)}.`, undefined, { retryAfterSeconds });
}

function inWords(seconds: number): string {
  if (seconds <= 90) return `${seconds} second${seconds === 1 ? '' : 's'}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
