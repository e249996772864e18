import { type StoppedTenant, type Storage, stoppedTenants } from '@jetbridge/schema/storage';
import type { FastifyInstance } from 'fastify';
import type { Services } from './context.ts';
import { openApp } from './http/open-app.ts';

const answersWithinMs = 2_000;

/**
 * `/livez`: the process is there. `/readyz`: the database answers too. An airline whose read models stand still is named and makes nothing
 * unready, as the others are served; the error itself may quote data and is not for everybody: `jetbridge projections list` shows it.
 */
export function answerHealth(app: FastifyInstance, { storage }: { storage: Storage }): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const stopped = await inTime(stoppedTenants(storage.reader));
      if (stopped.length === 0) return { status: 'ok' };
      return {
        status: 'ok',
        stopped: stopped.map((stop) => ({
          airline: stop.code ?? stop.tenant,
          reason: reasonOf(stop),
          attempts: stop.attempts,
          since: new Date(stop.since).toISOString(),
        })),
      };
    } catch (error) {
      app.log.warn({ err: error }, 'not ready: the database does not answer');
      return reply.status(503).send({ status: 'unavailable', reason: 'the database does not answer' });
    }
  });
}

/** For a process that answers nothing else: a projector alone, which somebody has to look after all the same. */
export async function startHealth(services: Services, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const app = await openApp(services.config);
  answerHealth(app, services);
  const url = await app.listen({ host: services.config.host, port });
  return { url, close: () => app.close() };
}

/** Without the error itself. */
export const reasonOf = ({ sequence }: StoppedTenant) => `event ${sequence} cannot be projected`;

/** A database that hangs must not hold the probe. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${answersWithinMs} ms`)), answersWithinMs);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
