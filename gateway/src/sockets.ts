import { Rejected } from '@jetbridge/schema';
import type { FastifyInstance } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, validate } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { authenticate, type Caller, RequestContext, type Services } from './context.ts';
import { toApiError } from './graphql/errors.ts';

type SocketExtra = Record<PropertyKey, unknown> & {
  caller: Caller | null;
  staleToken: boolean;
  expiry?: NodeJS.Timeout;
};

const mostOperations = 50; // per socket
const initWithinMs = 3_000;
const goingAway = 1001;

/** graphql-transport-ws on /graphql: the same schema, rules and errors as over HTTP, for as long as the access token lives. */
export function acceptSockets(app: FastifyInstance, schema: GraphQLSchema, services: Services): { close(): Promise<void> } {
  const server = new WebSocketServer({
    server: app.server,
    path: '/graphql',
    maxPayload: 1024 * 1024,
    verifyClient: ({ origin, req }: { origin: string; req: { headers: { host?: string } } }) =>
      sameOrigin(origin, req.headers.host, services.config.publicUrl),
  });
  const present = (errors: readonly GraphQLFormattedError[]) =>
    errors.map((error) => toApiError(error, error instanceof GraphQLError ? error.toJSON() : error, app.log));

  const transport = useServer<{ authorization?: string }, SocketExtra>(
    {
      connectionInitWaitTimeout: initWithinMs,
      onConnect: async ({ connectionParams, extra }) => {
        Object.assign(extra, await authenticate(services, connectionParams?.authorization));
        if (extra.staleToken) return false; // closes with 4403 Forbidden
        if (extra.caller) {
          const wait = extra.caller.expiresAt - services.now();
          extra.expiry = setTimeout(() => extra.socket.close(CloseCode.Forbidden, 'Token expired'), wait);
        }
        return true;
      },
      onDisconnect: ({ extra }) => clearTimeout(extra.expiry),
      onSubscribe: ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
        if (Object.keys(subscriptions).length > mostOperations) {
          const { message, code } = new Rejected('TOO_COMPLEX', `A socket carries at most ${mostOperations} operations at a time.`);
          return [new GraphQLError(message, { extensions: { code } })];
        }
        // Left to the library, a syntax error would close the whole socket.
        try {
          const document = parse(query, { maxTokens: 2_000 });
          const errors = validate(schema, document);
          if (errors.length > 0) return errors;
          return {
            schema,
            document,
            operationName,
            variableValues: variables,
            contextValue: new RequestContext(services, extra.caller ?? null, false),
          };
        } catch (error) {
          return [error as GraphQLError];
        }
      },
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? ({ ...result, errors: present(result.errors) } as unknown as ExecutionResult) : undefined,
      onError: (_context, _id, _payload, errors) => present(errors),
    },
    server,
  );
  return {
    close: async () => {
      for (const client of server.clients) client.close(goingAway, 'Server is going away');
      await transport.dispose();
    },
  };
}

/** Browsers send an origin with a socket, and no cross-origin check of theirs applies: only pages of ours may connect. */
function sameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (!origin) return true; // not a browser
  return origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}
