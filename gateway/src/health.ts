import type { TroubleCode } from '@jetbridge/schema';
import { leaseShares, type StoppedTenant, type Storage } from '@jetbridge/schema/storage';
import type { FastifyInstance } from 'fastify';
import type { Services } from './context.ts';
import { answerMetrics } from './http/answer-metrics.ts';
import { openApp } from './http/open-app.ts';
import { inTime } from './in-time.ts';
import type { SeenTrouble } from './platform/trouble-watch.ts';
import { waitingTenants } from './platform/waiting-tenants.ts';

/** What everybody may know, and what a balancer can do something about. The rest is for who looks after the installation. */
const told: readonly TroubleCode[] = [
  'DATABASE_AWAY',
  'SCHEMA_NEWER',
  'NO_PROJECTOR',
  'SHARES_FREE',
  'PROJECTION_LAGS',
  'AIRLINE_STOPPED',
  'NATS_AWAY',
];

/** The shares a projector of this process works on; undefined before it has caught up with what was in the log when it started. */
type Following = () => ReadonlySet<number> | undefined;

/**
 * `/livez`: the process is there. `/readyz`: it can do its work, which is to answer requests, or not (503); and what goes worse than it
 * should. Nobody who projects, or an airline whose read models stand still, makes nothing unready, as what is there is served. The error
 * itself may quote data and is not for everybody: `jetbridge projections list` shows it.
 */
export function answerHealth(
  app: FastifyInstance,
  { troubles, storage }: Pick<Services, 'troubles' | 'storage'>,
  following?: Following,
): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const found = await troubles.lately((error) => app.log.warn({ err: error }, 'not ready: the database does not answer'));
    const wrong = found.filter(({ code }) => told.includes(code));
    const reasons = wrong.map(({ code, sentence }) => ({ code, reason: sentence }));
    if (wrong.some(({ code }) => code === 'DATABASE_AWAY')) {
      return reply.status(503).send({ status: 'unavailable', reason: 'the database does not answer', reasons });
    }
    const stopped = wrong.filter(({ code }) => code === 'AIRLINE_STOPPED').map(toStopped);
    return {
      status: reasons.length > 0 ? 'degraded' : 'ok',
      ...(reasons.length > 0 && { reasons }),
      ...(stopped.length > 0 && { stopped }),
      ...(following && { projector: await projectorOf(storage, following()) }),
    };
  });
}

function toStopped({ airline, sequence, count: attempts, since }: SeenTrouble) {
  return { airline, reason: reasonOf({ sequence: sequence! }), attempts, since: new Date(since).toISOString() };
}

/** @param held undefined while it catches up */
async function projectorOf({ reader, kind }: Storage, held: ReadonlySet<number> | undefined) {
  const waiting = await inTime(waitingTenants(reader)).catch(() => []); // the database went this very moment
  const waitingEvents = waiting.reduce((sum, { events }) => sum + events, 0);
  return { following: held !== undefined, shares: held?.size ?? 0, of: kind === 'sqlite' ? 1 : leaseShares, waitingEvents };
}

/** For a process that answers nothing else: a projector alone, which somebody has to look after all the same. */
export async function startHealth(
  services: Services,
  port: number,
  following: Following = () => undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = await openApp(services.config, services.logger);
  answerHealth(app, services, following);
  answerMetrics(app, services);
  const url = await app.listen({ host: services.config.host, port });
  return { url, close: () => app.close() };
}

/** Without the error itself. */
export const reasonOf = ({ sequence }: Pick<StoppedTenant, 'sequence'>) => `event ${sequence} cannot be projected`;
