import type { OpenSpan, Tracing } from '@jetbridge/schema/telemetry';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A span for each request, which goes on with the trace of who asked. Files are not worth one. */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  if (!tracing.sends) return;
  const open = new WeakMap<FastifyRequest, OpenSpan>();
  app.addHook('onRequest', (request, _reply, next) => {
    const { method, routeOptions, headers } = request;
    const route = routeOptions.url;
    if (route === '/graphql' || (routeOptions.url === undefined && method === 'GET')) {
      const name = route ? `${method} ${route}` : `${method} page`;
      const attributes = { 'http.request.method': method, ...(route && { 'http.route': route }) };
      const span = tracing.open({ name, kind: 'server', parent: String(headers.traceparent ?? '') || undefined, attributes });
      if (span) open.set(request, span);
    }
    next();
  });
  // After the body has come: what reads it would lose the place.
  app.addHook('preValidation', (request, _reply, next) => {
    const span = open.get(request);
    if (span) span.below(next);
    else next();
  });
  app.addHook('onResponse', (request, reply, next) => {
    const span = open.get(request);
    span?.span.setAttribute('http.response.status_code', reply.statusCode);
    span?.end();
    next();
  });
}
