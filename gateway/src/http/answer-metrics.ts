import { createHash } from 'node:crypto';
import { sameSecret } from '@jetbridge/schema/storage';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../context.ts';

/**
 * `/metrics` for Prometheus: with a token for whoever has it; without one, at home only. To everybody else there is no such page. See
 * docs/operate/observe.md.
 */
export function answerMetrics(app: FastifyInstance, { config, metrics }: Pick<Services, 'config' | 'metrics'>): void {
  const { metricsToken, openMetrics } = config;
  app.get('/metrics', { exposeHeadRoute: false }, async (request, reply) => {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (metricsToken === null ? !openMetrics : !sameSecret(digest(given), digest(metricsToken))) return reply.callNotFound();
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(await metrics.scrape());
  });
}

/** Of one length, whatever was given. */
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
