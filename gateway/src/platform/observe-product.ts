import { freeShares, leaseShares, type Storage, shareOf, stoppedTenants } from '@jetbridge/schema/storage';
import type { Tell } from '@jetbridge/schema/telemetry';
import type { Services } from '../context.ts';
import { inTime } from '../in-time.ts';
import { countSessions } from './read-health.ts';
import { unsentMail } from './unsent-mail.ts';
import { waitingTenants } from './waiting-tenants.ts';

type Parts = Pick<Services, 'metrics' | 'storage' | 'connections' | 'now'>;

/** What is known only by looking. The database is asked when somebody wants to know; when it is away, that is what is told, and the rest. */
export function observeProduct({ metrics, storage, connections, now }: Parts): void {
  metrics.observe((tell) => {
    tell('jetbridge.live.sockets', connections.count);
    for (const { name: pool, used, idle, limit, waiting } of storage.pools()) {
      tell('jetbridge.database.connections', used, { pool, state: 'used' });
      tell('jetbridge.database.connections', idle, { pool, state: 'idle' });
      tell('jetbridge.database.connections.limit', limit, { pool });
      tell('jetbridge.database.waiting', waiting, { pool });
    }
  });
  metrics.observe(async (tell) => {
    const answers = await inTime(askDatabase(storage, now(), tell)).then(
      () => 1,
      () => 0,
    );
    tell('jetbridge.database.up', answers);
  });
}

/** One question after the other: who looks must not take the connections of those who work. */
async function askDatabase(storage: Storage, now: number, tell: Tell): Promise<void> {
  const { kind, reader } = storage;
  const stopped = new Set((await stoppedTenants(reader)).map(({ tenant }) => tenant));
  tell('jetbridge.projection.stopped.airlines', stopped.size);

  const shares = kind === 'postgres' ? leaseShares : 1;
  const oldest = new Array<number>(shares).fill(now);
  let waitingEvents = 0;
  for (const { tenant, since, events } of await waitingTenants(reader)) {
    waitingEvents += events;
    const share = shareOf(tenant, shares);
    if (!stopped.has(tenant)) oldest[share] = Math.min(oldest[share]!, since);
  }
  for (const [share, since] of oldest.entries()) tell('jetbridge.projection.lag.seconds', (now - since) / 1e3, { share: String(share) });

  tell('jetbridge.projection.waiting.events', waitingEvents);
  tell('jetbridge.projection.shares.unowned', (await freeShares(storage)).length);

  const mail = await unsentMail(reader, now);
  tell('jetbridge.mail.outbox', mail.waiting, { state: 'waiting' });
  tell('jetbridge.mail.outbox', mail.failing, { state: 'failing' });
  tell('jetbridge.mail.outbox', mail.givenUp, { state: 'given_up' });
  tell('jetbridge.mail.late.seconds', mail.lateMs / 1e3);
  tell('jetbridge.sessions', await countSessions(storage, now));
}
