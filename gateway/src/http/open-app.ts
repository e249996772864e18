import { STATUS_CODES } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import fastifyCors from '@fastify/cors';
import type { ErrorCode } from '@jetbridge/schema';
import type { Logger } from '@jetbridge/schema/telemetry';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import type { Config } from '../config.ts';
import { endIdleConnections } from './idle-connections.ts';
import { nameRequests, RequestLog, requestIds } from './request-log.ts';
import { bareHeaders, secureHeaders } from './secure-headers.ts';

const bodyLimit = 4 * 1024 * 1024; // bytes; above every rule's limit, so that a long remark is refused by its field
const idleMs = 60_000; // a connection on which nothing moves, such as one whose reader has stopped
const requestMs = 30_000; // for a whole request to arrive
const headersMs = 10_000;
const lookEveryMs = 1_000;
const host = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Said in our words: those of the parser quote what was sent. */
const said: Record<number, string> = {
  400: 'The request is malformed.',
  408: 'The request took too long to arrive.',
  413: 'The request is too large.',
  415: 'Send the request as application/json.',
  431: 'The headers of the request are too large.',
};

/** HTTP before any page or API: how long and how large, from whom, with which headers, and what is said when it goes wrong. */
export async function openApp({ publicUrl, trustedProxies, corsOrigins }: Config, logger: Logger): Promise<FastifyInstance> {
  const https = publicUrl?.startsWith('https:') ?? false;
  const bare = bareHeaders({ https });
  const app: FastifyInstance = Fastify({
    bodyLimit,
    connectionTimeout: idleMs,
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: lookEveryMs },
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    loggerInstance: logger as FastifyBaseLogger,
    logController: new RequestLog(),
    childLoggerFactory: (parent) => parent, // the logger knows by itself which request a line belongs to
    genReqId: requestIds(trustedProxies),
    frameworkErrors: (error, request, reply) => {
      void reply.headers(bare);
      answerError(app, error, request, reply as FastifyReply);
    },
    clientErrorHandler: (error: Error & { code?: string }, socket) => {
      const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
      const body = JSON.stringify(problem('INVALID_INPUT', said[status]!));
      const headers = { ...bare, 'content-type': 'application/json; charset=utf-8', 'content-length': body.length, connection: 'close' };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
      socket.destroySoon();
    },
  });
  app.removeContentTypeParser('text/plain'); // what a form of another site can send, we do not take
  nameRequests(app);
  endIdleConnections(app);
  secureHeaders(app, { https });
  app.addHook('onRequest', async (request, reply) => {
    // Whoever checks our health over HTTP/1.0 may leave it out; Apollo makes a URL of it.
    const fits = request.host ? host.test(request.host) : !request.url.startsWith('/graphql');
    if (!fits) return reply.status(400).send(problem('INVALID_INPUT', said[400]!));
  });
  if (corsOrigins.length > 0) {
    const allowedHeaders = ['authorization', 'content-type', 'apollo-require-preflight', 'traceparent'];
    await app.register(fastifyCors, { origin: [...corsOrigins], credentials: true, methods: ['GET', 'POST'], allowedHeaders, maxAge: 600 });
  }
  await app.register(fastifyCookie);
  app.setErrorHandler((error: FastifyError, request, reply) => answerError(app, error, request, reply));
  return app;
}

function answerError(app: FastifyInstance, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status < 500) return reply.status(status).send(problem('INVALID_INPUT', said[status] ?? said[400]!));
  const id = uuid();
  app.log.error({ err: error, errorId: id, route: request.routeOptions.url }, 'request failed');
  return reply.status(500).send(problem('INTERNAL', `Something went wrong on our side. The log has it under ${id}.`, { id }));
}

function problem(code: ErrorCode, message: string, details?: object) {
  return { errors: [{ message, extensions: { code, ...(details && { details }) } }] };
}
