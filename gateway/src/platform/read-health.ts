import { type Storage, stoppedTenants } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { historyCursor } from '../cursors.ts';
import { platformTopic, readableIn } from '../graphql/topics.ts';
import { reasonOf } from '../health.ts';
import { version } from '../version.ts';
import type { PlatformHealth, Trouble } from './platform.types.ts';
import type { SeenTrouble } from './trouble-watch.ts';
import { waitingTenants } from './waiting-tenants.ts';

export async function readHealth(services: Services): Promise<PlatformHealth> {
  const { storage, connections, cursors, now, troubles } = services;
  const cursor = historyCursor(cursors, platformTopic.key, { sequence: await readableIn(services, platformTopic), part: 0 });
  const [database, stopped, mail, sessions, waiting, wrong] = await Promise.all([
    databaseOf(storage),
    stoppedTenants(storage.reader),
    countMail(storage),
    countSessions(storage, now()),
    waitingTenants(storage.reader),
    troubles.find(),
  ]);
  const late = waiting.filter(({ tenant }) => !stopped.some((stop) => stop.tenant === tenant));
  return {
    ...{ cursor, version, database, ...mail, sessions, connections: connections.count },
    projectionLagMs: late[0] ? Math.max(0, now() - late[0].since) : 0,
    waitingEvents: late.reduce((sum, { events }) => sum + events, 0),
    stoppedAirlines: stopped.map((stop) => ({
      code: stop.code ?? stop.tenant,
      reason: reasonOf(stop),
      attempts: stop.attempts,
      since: stop.since,
    })),
    troubles: wrong.map(toTrouble),
  };
}

function toTrouble(trouble: SeenTrouble): Trouble {
  const { airline, sequence, count, total, seconds, share, detail } = trouble;
  return {
    ...trouble,
    ...{ airline: airline ?? null, sequence: sequence ?? null, count: count ?? null, total: total ?? null },
    ...{ seconds: seconds ?? null, share: share ?? null, detail: detail ?? null },
  };
}

const versions = {
  sqlite: { name: 'SQLite', sql: 'select sqlite_version() as version' },
  postgres: { name: 'PostgreSQL', sql: `select current_setting('server_version') as version` },
};

async function databaseOf({ kind, reader }: Storage): Promise<string> {
  const { name, sql } = versions[kind];
  const [row] = await reader.all<{ version: string }>(sql);
  return `${name} ${row!.version.split(' ')[0]}`; // what follows names the system it was built for
}

export async function countMail({ reader }: Storage): Promise<Pick<PlatformHealth, 'pendingMail' | 'failedMail'>> {
  const [row] = await reader.all<{ waiting: number; failed: number }>(
    'select count(*) as waiting, count(error) as failed from mail_outbox where sent_at is null',
  );
  const [waiting, failed] = [Number(row!.waiting), Number(row!.failed)];
  return { pendingMail: waiting - failed, failedMail: failed };
}

/** Those that are good for something now. */
export async function countSessions({ reader }: Storage, now: number): Promise<number> {
  const live = 'select count(*) as live from session where revoked_at is null and expires_at > ?';
  const [row] = await reader.all<{ live: number }>(live, [now]);
  return Number(row!.live);
}
