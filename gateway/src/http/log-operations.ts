import type { ApolloServerPlugin } from '@apollo/server';
import type { Logger } from '@jetbridge/schema/telemetry';
import type { RequestContext } from '../context.ts';
import { operationName } from '../graphql/operation-name.ts';
import { note } from './request-log.ts';

/** Has the line of a request say what was asked and which errors were answered: over HTTP, every answer of the API is a 200. */
export function logOperations(logger: Logger): ApolloServerPlugin<RequestContext> {
  if (!logger.isLevelEnabled('info')) return {};
  return {
    requestDidStart: async ({ contextValue: { http } }) =>
      http && {
        didResolveOperation: async ({ operation }) => {
          if (operation) note(http.request, { operation: operationName(operation) });
        },
        willSendResponse: async ({ response: { body } }) => {
          const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
          if (errors) note(http.request, { codes: errors.map(({ extensions }) => String(extensions?.code)) });
        },
      },
  };
}
