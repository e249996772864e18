import { type ErrorCode, errorCodes, Rejected } from '@jetbridge/schema';
import { isPassing } from '@jetbridge/schema/storage';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { v7 as uuid } from 'uuid';
import type { Logger } from '../logger.ts';

/** What GraphQL itself finds wrong with a request, before any code of ours runs. */
const requestErrors = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * The one place where errors become what a client sees: a refusal keeps its code and field, a malformed request gets one sentence, everything
 * else is masked and logged under the id the client is given.
 */
export function toApiError(
  error: unknown,
  formatted: GraphQLFormattedError,
  logger: Logger,
  { introspection }: { introspection: boolean },
): GraphQLFormattedError {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  if (original instanceof Rejected) {
    return {
      message: original.message,
      ...place,
      extensions: extensions(original.code, original.field ?? fieldIn(formatted.message), original.details),
    };
  }
  const code = formatted.extensions?.code;
  if (typeof code === 'string' && code in errorCodes && code !== 'INTERNAL')
    return { message: formatted.message, ...place, extensions: { ...formatted.extensions, stacktrace: undefined } };
  if ((typeof code === 'string' && requestErrors.has(code)) || isOfRequest(error)) {
    const field = fieldIn(formatted.message);
    const message = introspection ? formatted.message : withoutSuggestions(formatted.message);
    return { message: inWords(message, field), ...place, extensions: extensions('INVALID_INPUT', field) };
  }
  if (isPassing(original)) {
    logger.warn({ err: original, path: formatted.path }, 'the database was away');
    return { message: 'We cannot reach our data at the moment; try again.', ...place, extensions: extensions('UNAVAILABLE') };
  }
  const id = uuid();
  logger.error({ err: original, errorId: id, path: formatted.path }, 'request failed');
  return {
    message: `Something went wrong on our side. The log has it under ${id}.`,
    ...place,
    extensions: extensions('INTERNAL', undefined, { id }),
  };
}

function extensions(code: ErrorCode, field?: string, details?: unknown) {
  return { code, ...(field !== undefined && { field }), ...(details !== undefined && { details }) };
}

/** `… at "input.fuelUsed.unit"; …` → `fuelUsed.unit` */
function fieldIn(message: string): string | undefined {
  const variable = /at "(?:input\.)?([^"]+)"/.exec(message)?.[1];
  return (
    variable ?? /Field "(\w+)" (?:of required type|is not defined by type)/.exec(message)?.[1] ?? /argument "(\w+)"/i.exec(message)?.[1]
  );
}

/** Coercion messages quote the whole value; a person needs the last clause. */
function inWords(message: string, field: string | undefined): string {
  const clause = /^Variable "\$\w+" got invalid value [\s\S]*?; ([^;]+)$/.exec(message)?.[1] ?? message;
  const plain = clause.replace(/^Expected type "\w+"\. /, '');
  const sentence = plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
  return field && !sentence.includes(field) ? `${field}: ${sentence}` : sentence;
}

/** An error GraphQL itself makes, before anything runs: of the document, or of a variable, which may carry what its scalar threw. */
function isOfRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.path) return false;
  return !error.originalError || error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

/** Guesses at what was meant spell out a schema that is not told. */
function withoutSuggestions(message: string): string {
  return message.replace(/ ?Did you mean [^?]*\?/g, '');
}
