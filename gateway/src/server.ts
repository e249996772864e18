import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Erasure } from './accounts/erasure.ts';
import { serveAssets } from './assets.ts';
import { authenticate, RequestContext, type Services } from './context.ts';
import { takeDocuments } from './graphql/apollo-documents.ts';
import { buildApiSchema } from './graphql/build-schema.ts';
import { Documents } from './graphql/documents.ts';
import { toApiError } from './graphql/errors.ts';
import { compiledSchema, compilingExecutor } from './graphql/executor.ts';
import { answerHealth } from './health.ts';
import { answerMetrics } from './http/answer-metrics.ts';
import { takeBrowserSpans } from './http/browser-spans.ts';
import { serveExports } from './http/exports.ts';
import { FirstAnswers } from './http/first-answer.ts';
import { logOperations } from './http/log-operations.ts';
import { measureRequests } from './http/measure-requests.ts';
import { openApp } from './http/open-app.ts';
import { traceRequests } from './http/trace-requests.ts';
import { acceptSockets } from './sockets.ts';
import { Turns } from './turns.ts';

const backlog = 8_192; // when it starts again, everybody comes back at once; the 511 of Node turn most of them away for many seconds

export interface Server {
  app: FastifyInstance;
  erasure: Erasure;
  /** `http://host:port` as it is listened on. */
  url: string;
  /** Answers what is in flight, tells sockets to come back elsewhere, and stops. */
  close(): Promise<void>;
}

export async function startServer(services: Services): Promise<Server> {
  const { config } = services;
  const app = await openApp(config, services.logger);
  traceRequests(app, services.tracing);
  measureRequests(app, services.metrics);
  const schema = await buildApiSchema();
  const documents = new Documents(schema, config);
  // There from the start: of a series that begins with the first error, nobody sees it rise.
  for (const code of ['INTERNAL', 'UNAVAILABLE']) services.metrics.record('jetbridge.api.errors', 0, { code });
  const toClient = (formatted: GraphQLFormattedError, error: unknown) => {
    const told = toApiError(error, formatted, app.log, config);
    services.metrics.record('jetbridge.api.errors', 1, { code: String(told.extensions?.code) });
    return told;
  };
  const present = (errors: readonly GraphQLFormattedError[]) =>
    errors.map((error) => toClient(error instanceof GraphQLError ? error.toJSON() : error, error));
  const apollo = new ApolloServer<RequestContext>({
    gateway: compiledSchema(schema, services.tracing),
    documentStore: null, // ours holds them
    includeStacktraceInErrorResponses: false,
    introspection: config.introspection,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(), // it would wrap every field of every answer
      fastifyApolloDrainPlugin(app),
      takeDocuments(documents, present),
      logOperations(services.logger),
    ],
    formatError: toClient,
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const turns = new Turns();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST'],
    context: async (request, reply) => {
      await turns.enter();
      const { caller, staleToken } = await authenticate(services, request.headers.authorization);
      return new RequestContext(services, caller, staleToken, { request, reply });
    },
  });
  takeBrowserSpans(app, services);
  answerHealth(app, services);
  answerMetrics(app, services);
  serveExports(app, services);
  const firstAnswers = new FirstAnswers({ services, documents, executor: compilingExecutor(schema, services.tracing), turns });
  await serveAssets(app, { graphiql: config.graphiql, firstAnswers, traced: services.tracing.ratio });
  const sockets = acceptSockets(app, { schema, documents, present }, services);

  let closing = false;
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  await app.listen({ host: config.host, port: config.port, backlog });
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${host}:${port}`;
  services.links.listening(url);
  const erasure = new Erasure(services, (error) => app.log.error({ err: error }, 'erasing an account failed'));
  erasure.start();
  return {
    app,
    erasure,
    url,
    close: async () => {
      closing = true;
      await sockets.close();
      await erasure.close();
      await app.close();
    },
  };
}
