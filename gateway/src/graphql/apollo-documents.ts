import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { Documents } from './documents.ts';

const ownType = 'application/graphql-response+json';
const nothing: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/**
 * Gives Apollo the documents that sockets use too, so that every limit holds on every path and nothing is parsed twice. For this Apollo must
 * have no document store of its own: it parses and validates what it does not find.
 */
export function takeDocuments(
  documents: Documents,
  present: (errors: readonly GraphQLError[]) => GraphQLFormattedError[],
): ApolloServerPlugin {
  return {
    requestDidStart: async () => {
      let refused: readonly GraphQLError[] | undefined;
      return {
        didResolveSource: async (asked) => {
          const { operationName, variables } = asked.request;
          const checked = documents.check(asked.source);
          const problem = checked.refuse?.(operationName, variables);
          refused = problem ? [new GraphQLError(problem.message, { originalError: problem })] : checked.errors;
          Object.assign(asked, { document: refused ? nothing : checked.document });
        },
        responseForOperation: async () =>
          refused
            ? {
                http: { status: 400, headers: new HeaderMap() },
                body: { kind: 'single', singleResult: { errors: present(refused) } },
              }
            : null,
        // GraphQL over HTTP: to who asks for application/json, the status speaks of HTTP, not of what is in the document.
        willSendResponse: async ({ document, request, response }) => {
          const { http } = response;
          if (document && http.status === 400 && !request.http?.headers.get('accept')?.includes(ownType)) http.status = 200;
        },
      };
    },
  };
}
