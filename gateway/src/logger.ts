import type { FastifyBaseLogger } from 'fastify';

/** The log of this process, or what Fastify makes of it. */
export type Logger = Pick<FastifyBaseLogger, 'info' | 'warn' | 'error' | 'debug'>;
