import { Rejected } from '@jetbridge/schema';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import { erasing, isPassing, UserRow } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { inTheirAirlines } from '../memberships-of-person.ts';
import { loadUser } from './load-user.ts';
import { userDecider } from './user.decider.ts';

const lookEveryMs = 10_000;

/** Erases accounts whose grace is over. Every gateway looks, one of them works. */
export class Erasure {
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(
    private readonly services: Services,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.settle(), lookEveryMs);
    void this.settle();
  }

  /** Resolves when everybody who is due now is erased, by us or by another. */
  settle(): Promise<void> {
    this.#working ??= this.#eraseDue()
      .catch((error: unknown) => {
        if (!isPassing(error)) this.onError(error);
      })
      .finally(() => {
        this.#working = undefined;
      });
    return this.#working;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  async #eraseDue(): Promise<void> {
    const { storage, now } = this.services;
    const due = () => storage.em().find(UserRow, { deletionDueAt: { $lte: now() } }, { fields: ['id'], limit: 100 });
    if ((await due()).length === 0) return;
    await using claim = await storage.claim('erasure');
    if (!claim) return;
    for (const { id } of await due()) await erase(this.services, id);
  }
}

/**
 * Destroys the key of a person and every row about them, and ends their memberships, in the transaction that says so in the log; the read models follow. Nothing when it
 * was cancelled, or done, in the meantime.
 */
export async function erase(services: Services, userId: string): Promise<void> {
  const { commands, invitations, personKeys, sessions, storage, now } = services;
  try {
    await commands.run({
      operation: 'eraseAccount',
      actorId: null,
      input: {},
      now: now(),
      decide: async (streams) => {
        const erased = await streams.decide(userDecider, platformTenant, userStream(userId), { type: 'Erase', userId, now: now() });
        const { email } = await loadUser(services, userId);
        return {
          resultId: userId,
          writes: [...(await inTheirAirlines(services, streams, userId, 'Forget')), erased],
          statements: [invitations.forgetting(email), ...erasing(userId)],
        };
      },
    });
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    if (error.code !== 'PROJECTION_LAGGING') return;
  }
  personKeys.forget();
  sessions.announceEnd(userId);
  // Again: a sign-in that was on its way then may have left a session.
  await storage.transaction(async (sql) => {
    for (const { sql: text, params } of erasing(userId)) await sql.run(text, params);
  });
  await storage.scrub();
}
