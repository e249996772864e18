import type { FastifyBaseLogger } from 'fastify';

/** The logger of the HTTP server (pino): JSON lines on standard error. */
export type Logger = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error' | 'debug'>;
