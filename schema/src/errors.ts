/**
 * Every error code the API answers with, in `extensions.code`. One table: the gateway maps to it, clients switch on it.
 * The text is what the code means to a caller; the message of an error says what happened.
 */
export const errorCodes = {
  UNAUTHENTICATED: 'Sign in first, or again.',
  FORBIDDEN: 'You are known, but your role does not allow this.',
  NOT_FOUND: 'There is no such thing, or you may not see it.',
  INVALID_INPUT: 'The input breaks a rule; `field` names the place, `details` lists all of them.',
  CONFLICT: 'The state has moved on, or the name is taken; read again and decide.',
  RATE_LIMITED: 'Too many attempts; `details.retryAfterSeconds` says when to come back.',
  TOO_COMPLEX: 'The operation asks for more than one request may.',
  PROJECTION_LAGGING: 'The change is stored, but not yet readable; `details.cursor` says up to where to wait.',
  UNAVAILABLE: 'Overloaded or shutting down; the same request may succeed in a moment.',
  INTERNAL: 'A fault on our side; `details.id` finds it in the log.',
} as const;

export type ErrorCode = keyof typeof errorCodes;

/**
 * Why the server closed a WebSocket, beyond the codes of graphql-transport-ws (4400–4500). Both are temporary: connect again, and subscribe
 * with the last cursor received.
 */
export const closeCodes = {
  /** The socket's reader left more unread than the server holds for one. */
  SLOW_READER: 4460,
  /** The account has as many sockets open as it may. */
  TOO_MANY_SOCKETS: 4461,
} as const;

/** A command refused for a reason its sender can understand. Deciders throw it; the gateway maps it to a GraphQL error once. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
    readonly details?: unknown,
  ) {
    super(message);
  }
}
