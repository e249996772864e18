import { Rejected } from '@jetbridge/schema';
import { isPassing } from '@jetbridge/schema/storage';
import type { Work } from '@jetbridge/schema/telemetry';
import type { FastifyInstance } from 'fastify';
import {
  createSourceEventStream,
  type ExecutionArgs,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { type ApiSocket, useSockets } from './api-socket.ts';
import type { Config } from './config.ts';
import { authenticate, RequestContext, type Services } from './context.ts';
import { OpenTopic } from './graphql/changes.ts';
import type { Documents } from './graphql/documents.ts';
import { operationWork } from './graphql/executor.ts';
import { LiveHub } from './live/hub.ts';
import { OpenSockets } from './live/open-sockets.ts';

const mostOperations = 50; // per socket
const goingAway = 1001;
const tryAgainLater = 1013;
const goodbyeMs = 500; // for the closing handshake, when the server stops

interface Api {
  schema: GraphQLSchema;
  documents: Documents;
  /** As clients see them. */
  present(errors: readonly GraphQLFormattedError[]): GraphQLFormattedError[];
}

/** graphql-transport-ws on /graphql: the same schema, rules and errors as over HTTP, for as long as the access token lives. */
export function acceptSockets(app: FastifyInstance, { schema, documents, present }: Api, services: Services): { close(): Promise<void> } {
  const { tracing } = services;
  const hub = new LiveHub(services, schema, {
    present,
    error: (error) => app.log.error({ err: error }, 'delivering changes failed; trying again'),
  });
  const open = new OpenSockets<ApiSocket>(services, (error) => app.log.error({ err: error }, 'looking for ended sessions failed'));

  const transport = useSockets<{ authorization?: string }>(
    {
      onConnect: async (connection) => {
        const { connectionParams, extra: socket } = connection;
        socket.greeted = true;
        Object.assign(connection, { connectionParams: undefined }); // the token is not kept
        const enter = open.expect();
        try {
          Object.assign(socket, await authenticate(services, connectionParams?.authorization));
        } catch (error) {
          // Left to the library, it would close with 4500, after which clients do not come back.
          if (!isPassing(error)) throw error;
          socket.close(tryAgainLater, 'Try again in a moment');
          return false;
        }
        if (socket.staleToken || socket.readyState !== socket.OPEN) return false; // closes with 4403 Forbidden
        return enter(socket);
      },
      onClose: ({ extra: socket }) => open.forget(socket),
      onSubscribe: ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
        if (Object.keys(subscriptions).length > mostOperations) {
          return [asGraphQLError(new Rejected('TOO_COMPLEX', `A socket carries at most ${mostOperations} operations at a time.`))];
        }
        // Left to the library, a syntax error would close the whole socket.
        const { document, errors, refuse } = documents.check(query);
        if (errors) return errors;
        const tooMuch = refuse(operationName, variables);
        if (tooMuch) return [asGraphQLError(tooMuch)];
        const contextValue = new RequestContext(services, extra.caller, false);
        return { schema, document, operationName, variableValues: variables, contextValue };
      },
      execute: (args) => tracing.span(begun(args), async () => execute(args)),
      subscribe: (args) => tracing.span(begun(args), () => openSource(args)),
      // The hub writes the changes to the socket; what the library gets is an operation that lasts and yields nothing.
      onOperation: ({ extra: outlet }, operationId, { query, operationName, variables }, { document, contextValue }, open) => {
        if (!(open instanceof OpenTopic)) return;
        if (!outlet.caller) throw new Error('the rule of a subscription let a visitor in');
        (contextValue as RequestContext).renewLoaders(); // what the rule read is not kept as long as the operation
        try {
          return hub.join({ open, operationId, caller: outlet.caller, outlet, query, document, operationName, variables });
        } catch (error) {
          return { errors: [asGraphQLError(error)] };
        }
      },
      onNext: (_context, _id, _payload, _args, result) => {
        const { errors, ...rest } = result;
        return errors && { ...rest, errors: present(errors) as unknown as GraphQLError[] };
      },
      onError: (_context, _id, _payload, errors) => present(errors),
    },
    {
      server: app.server,
      path: '/graphql',
      maxPayload: 1024 * 1024,
      verifyClient: ({ origin, req }: { origin: string; req: { headers: { host?: string } } }) =>
        mayConnect(origin, req.headers.host, services.config),
    },
    {
      parse: (text) => documents.parse(text),
      now: services.now,
      slow: () => services.metrics.record('jetbridge.live.slow.closes', 1),
      error: (error) => app.log.error({ err: error }, 'a socket failed'),
    },
  );
  services.connections.listening(transport.clients);
  return {
    close: async () => {
      hub.close();
      open.close();
      for (const client of transport.clients) client.close(goingAway, 'Server is going away');
      const impatient = setTimeout(() => {
        for (const client of transport.clients) client.terminate();
      }, goodbyeMs);
      await transport.dispose();
      clearTimeout(impatient);
    },
  };
}

/** The connection is older than the operation, and part of no trace. */
function begun({ document, operationName }: ExecutionArgs): Work {
  return { ...operationWork(document, operationName), kind: 'server', parent: '' };
}

/** Asks the rule and the resolver, and stops there: executing for each change is the hub's work. */
async function openSource(args: ExecutionArgs) {
  try {
    return (await createSourceEventStream(args)) as AsyncGenerator<never> | { errors: GraphQLError[] };
  } catch (error) {
    return { errors: [asGraphQLError(error)] };
  }
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError((error as Error).message, { originalError: error as Error });
}

/** Browsers send an origin with a socket, and no cross-origin check of theirs applies: only pages of ours may connect, and those named. */
export function mayConnect(origin: string | undefined, host: string | undefined, { publicUrl, corsOrigins }: Config): boolean {
  if (!origin) return true; // not a browser
  return origin === publicUrl || origin === `http://${host}` || origin === `https://${host}` || corsOrigins.includes(origin);
}
