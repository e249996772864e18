import { ApolloServer } from '@apollo/server';

import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastifyCookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serveAssets } from './assets.ts';
import { authenticate, RequestContext, type Services } from './context.ts';
import { buildApiSchema } from './graphql/build-schema.ts';
import { toApiError } from './graphql/errors.ts';
import { compiledSchema } from './graphql/executor.ts';
import { acceptSockets } from './sockets.ts';

const bodyLimit = 4 * 1024 * 1024; // bytes; above every rule's limit, so that a long remark is refused by its field

export interface Server {
  app: FastifyInstance;
  /** `http://host:port` as it is listened on. */
  url: string;
  /** Answers what is in flight, tells sockets to come back elsewhere, and stops. */
  close(): Promise<void>;
}

export async function startServer(services: Services): Promise<Server> {
  const { config } = services;
  const app = Fastify({
    bodyLimit,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: config.logLevel, stream: process.stderr },
  });
  const schema = await buildApiSchema();
  const apollo = new ApolloServer<RequestContext>({
    gateway: compiledSchema(schema),
    includeStacktraceInErrorResponses: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it would wrap every field of every answer
      fastifyApolloDrainPlugin(app),
    ],
    formatError: (formatted, error) => toApiError(error, formatted, app.log),
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  await app.register(fastifyCookie);
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    context: async (request, reply) => {
      const { caller, staleToken } = await authenticate(services, request.headers.authorization);
      return new RequestContext(services, caller, staleToken, { request, reply });
    },
  });
  answerHealth(app);
  await serveAssets(app, { graphiql: config.graphiql });
  const sockets = acceptSockets(app, schema, services);

  let closing = false;
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) app.log.error({ err: error, url: request.url }, 'request failed');
    const code = status >= 500 ? 'INTERNAL' : 'INVALID_INPUT';
    const message = status >= 500 ? 'Something went wrong on our side.' : status === 413 ? 'The request is too large.' : error.message;
    return reply.status(status).send({ errors: [{ message, extensions: { code } }] });
  });
  await app.listen({ host: config.host, port: config.port });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return {
    app,
    url: `http://${host}:${port}`,
    close: async () => {
      closing = true;
      // A client's idle keep-alive connection would hold the server for ten seconds.
      const idle = setInterval(() => app.server.closeIdleConnections(), 50);
      await sockets.close();
      await app.close();
      clearInterval(idle);
    },
  };
}

function answerHealth(app: FastifyInstance): void {
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async () => ({ status: 'ok' }));
}
