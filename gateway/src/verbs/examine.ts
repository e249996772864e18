import { setTimeout as sleep } from 'node:timers/promises';
import { number, troubleText } from '@jetbridge/schema';
import { isServed, NotMigrated, openBus, openStorage, SchemaTooNew, type Storage } from '@jetbridge/schema/storage';
import type { Config } from '../config.ts';
import { type Examined, findTroubles, type Trouble } from '../platform/find-troubles.ts';
import { waitingTenants } from '../platform/waiting-tenants.ts';

const settledWithinMs = 5_000; // projectors that come and go have shared their work by then, and NATS has answered
const lookEveryMs = 250;
const settles = ['NO_PROJECTOR', 'SHARES_FREE', 'NATS_AWAY'];

export interface Examination {
  troubles: Trouble[];
  /** What is worth saying, and not wrong. */
  remarks: string[];
}

/** What is wrong now, as a process sees it that only looks. Whoever serves from the database goes on meanwhile. */
export async function examine(config: Config): Promise<Examination> {
  const storage = await openStorage(config.databaseUrl, { migrations: false }).catch(notOpened);
  if ('code' in storage) return { troubles: [storage], remarks: [] };
  const bus = await openBus(config.natsUrl, { info: () => {}, warn: () => {} });
  try {
    // Which roles the one who serves from a SQLite file has cannot be seen from here; what waits tells.
    const roles = storage.kind === 'sqlite' ? new Set(['projector' as const]) : config.roles;
    const troubles = await settled({ config: { ...config, roles }, storage, bus, now: Date.now });
    return (await isServed(config.databaseUrl)) === false ? await atRest(storage, troubles) : unneeded(troubles);
  } finally {
    await bus.close();
    await storage.close();
  }
}

/** That the schema is not ours says itself what to do. Of the rest it is enough to know that there is no database. */
function notOpened(error: unknown): Trouble {
  if (error instanceof NotMigrated || error instanceof SchemaTooNew) throw error;
  const { code, message } = error as { code?: unknown; message?: string };
  if (typeof code !== 'string' && !/timeout|terminated/i.test(message ?? '')) throw error;
  const { sentence, nextStep } = troubleText({ code: 'DATABASE_AWAY' });
  return { code: 'DATABASE_AWAY', level: 'BAD', sentence: `${sentence} (${message || code})`, nextStep };
}

async function settled(examined: Examined): Promise<Trouble[]> {
  const until = Date.now() + settledWithinMs;
  for (;;) {
    const troubles = await findTroubles(examined);
    if (Date.now() > until || !troubles.some(({ code }) => settles.includes(code)) || troubles.some(({ code }) => code === 'DATABASE_AWAY'))
      return troubles;
    await sleep(lookEveryMs);
  }
}

/** A product that is stopped projects nothing: what waits is what it goes on with. */
async function atRest({ reader }: Storage, troubles: Trouble[]): Promise<Examination> {
  const count = (await waitingTenants(reader)).reduce((sum, { events }) => sum + events, 0);
  return {
    troubles: troubles.filter(({ code }) => code !== 'PROJECTION_LAGS'),
    remarks:
      count === 0
        ? []
        : [`Nobody serves from this database now: ${number(count)} ${count === 1 ? 'event' : 'events'} will be shown when somebody does.`],
  };
}

/** The same where it is not seen whether anybody serves. */
function unneeded(troubles: Trouble[]): Examination {
  const unneeded = troubles.filter(({ code, count }) => code === 'NO_PROJECTOR' && count === 0);
  return {
    troubles: troubles.filter((trouble) => !unneeded.includes(trouble)),
    remarks: unneeded.map(() => 'No projector works on this database now, and nothing waits for one.'),
  };
}
