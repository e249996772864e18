import type { Metrics } from '@jetbridge/schema/telemetry';
import type { FastifyInstance } from 'fastify';

const classes: Record<string, string> = {
  '/graphql': 'graphql',
  '/livez': 'health',
  '/readyz': 'health',
  '/metrics': 'metrics',
  '/export/:code/pireps.csv': 'export',
};

/** How long each request took, by what it was about. Where no route fits, it is a page, or one that is not there. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', (request, reply, next) => {
    const { url } = request.routeOptions;
    const route = url === undefined ? 'page' : (classes[url] ?? (request.method === 'GET' ? 'file' : 'other'));
    const status = `${Math.trunc(reply.statusCode / 100)}xx`;
    metrics.record('jetbridge.http.request.duration.seconds', reply.elapsedTime / 1e3, { route, status });
    next();
  });
}
