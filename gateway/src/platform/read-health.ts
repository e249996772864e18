import { projectionName, type Storage, stoppedTenants } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import { historyCursor } from '../cursors.ts';
import { platformTopic, readableIn } from '../graphql/topics.ts';
import { reasonOf } from '../health.ts';
import { version } from '../version.ts';
import type { PlatformHealth } from './platform.types.ts';

export async function readHealth(services: Services): Promise<PlatformHealth> {
  const { storage, connections, cursors, now } = services;
  const cursor = historyCursor(cursors, platformTopic.key, { sequence: await readableIn(services, platformTopic), part: 0 });
  const [database, stopped, mail] = await Promise.all([databaseOf(storage), stoppedTenants(storage.reader), countMail(storage)]);
  return {
    ...{ cursor, version, database, ...mail, connections: connections.count },
    projectionLagMs: await lag(
      storage,
      stopped.map(({ tenant }) => tenant),
      now(),
    ),
    stoppedAirlines: stopped.map((stop) => ({
      code: stop.code ?? stop.tenant,
      reason: reasonOf(stop),
      attempts: stop.attempts,
      since: stop.since,
    })),
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

async function countMail({ reader }: Storage): Promise<Pick<PlatformHealth, 'pendingMail' | 'failedMail'>> {
  const [row] = await reader.all<{ waiting: number; failed: number }>(
    'select count(*) as waiting, count(error) as failed from mail_outbox where sent_at is null',
  );
  const [waiting, failed] = [Number(row!.waiting), Number(row!.failed)];
  return { pendingMail: waiting - failed, failedMail: failed };
}

/** By the first event of each tenant that is not projected, where one is. */
async function lag({ reader }: Storage, stopped: readonly string[], now: number): Promise<number> {
  const rows = await reader.all<{ tenant: string; at: number }>(
    `select event.tenant as tenant, event.recorded_at as at from tenant_head head
     left join checkpoint done on done.projection = ? and done.tenant = head.tenant
     join event on event.tenant = head.tenant and event.sequence = coalesce(done.sequence, 0) + 1
     where head.sequence > coalesce(done.sequence, 0)`,
    [projectionName],
  );
  const waiting = rows.filter(({ tenant }) => !stopped.includes(tenant)).map(({ at }) => Number(at));
  return waiting.length === 0 ? 0 : Math.max(0, now - Math.min(...waiting));
}
