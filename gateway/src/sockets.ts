import { closeCodes, Rejected } from '@jetbridge/schema';
import type { FastifyInstance } from 'fastify';
import { createSourceEventStream, type ExecutionArgs, GraphQLError, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { authenticate, type Caller, RequestContext, type Services } from './context.ts';
import { AirlineChanges } from './graphql/changes.ts';
import { toApiError } from './graphql/errors.ts';
import { Documents } from './live/documents.ts';
import { LiveHub } from './live/hub.ts';
import { SocketOutlet } from './live/outlet.ts';

type SocketExtra = Record<PropertyKey, unknown> & {
  caller: Caller | null;
  staleToken: boolean;
  expiry?: NodeJS.Timeout;
  outlet?: SocketOutlet;
  /** Takes the socket off its user's count. */
  release?: () => void;
};

const mostOperations = 50; // per socket
const mostSockets = 50; // per user
const initWithinMs = 3_000;
const goingAway = 1001;
const goodbyeMs = 500; // for the closing handshake, when the server stops

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
  const documents = new Documents(schema);
  const hub = new LiveHub(services, schema, {
    present,
    error: (error) => app.log.error({ err: error }, 'delivering changes failed; trying again'),
  });
  const perUser = new Map<string, number>();

  const transport = useServer<{ authorization?: string }, SocketExtra>(
    {
      connectionInitWaitTimeout: initWithinMs,
      onConnect: async ({ connectionParams, extra }) => {
        const { socket } = extra;
        Object.assign(extra, await authenticate(services, connectionParams?.authorization));
        if (extra.staleToken || socket.readyState !== socket.OPEN) return false; // closes with 4403 Forbidden
        if (extra.caller) {
          const { userId, expiresAt } = extra.caller;
          const open = perUser.get(userId) ?? 0;
          if (open >= mostSockets) {
            socket.close(closeCodes.TOO_MANY_SOCKETS, `An account has at most ${mostSockets} sockets`);
            return false;
          }
          perUser.set(userId, open + 1);
          extra.release = () => countDown(perUser, userId);
          extra.expiry = setTimeout(() => socket.close(CloseCode.Forbidden, 'Token expired'), expiresAt - services.now());
        }
        return true;
      },
      onClose: ({ extra }) => {
        clearTimeout(extra.expiry);
        extra.release?.();
      },
      onSubscribe: ({ extra, subscriptions }, _id, { query, operationName, variables }) => {
        if (Object.keys(subscriptions).length > mostOperations) {
          const { message, code } = new Rejected('TOO_COMPLEX', `A socket carries at most ${mostOperations} operations at a time.`);
          return [new GraphQLError(message, { extensions: { code } })];
        }
        // Left to the library, a syntax error would close the whole socket.
        const { document, errors } = documents.check(query);
        if (errors) return errors;
        const contextValue = new RequestContext(services, extra.caller ?? null, false);
        return { schema, document, operationName, variableValues: variables, contextValue };
      },
      subscribe: openSource,
      // The hub writes the changes to the socket; what the library gets is an operation that lasts and yields nothing.
      onOperation: ({ extra }, operationId, { query, operationName, variables }, { document }, changes) => {
        if (!(changes instanceof AirlineChanges)) return;
        const { caller, socket, request } = extra;
        if (!caller) throw new Error('the rule of airlineChanges let a visitor in');
        extra.outlet ??= new SocketOutlet(socket, request.socket);
        try {
          return hub.join({ changes, operationId, caller, outlet: extra.outlet, query, document, operationName, variables });
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
    server,
  );
  return {
    close: async () => {
      hub.close();
      for (const client of server.clients) client.close(goingAway, 'Server is going away');
      const impatient = setTimeout(() => {
        for (const client of server.clients) client.terminate();
      }, goodbyeMs);
      await transport.dispose();
      clearTimeout(impatient);
    },
  };
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
  return error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });
}

function countDown(counts: Map<string, number>, key: string): void {
  const count = (counts.get(key) ?? 0) - 1;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Browsers send an origin with a socket, and no cross-origin check of theirs applies: only pages of ours may connect. */
function sameOrigin(origin: string | undefined, host: string | undefined, publicUrl: string | null): boolean {
  if (!origin) return true; // not a browser
  return origin === publicUrl || origin === `http://${host}` || origin === `https://${host}`;
}
