import { Readable } from 'node:stream';
import { type ErrorCode, Rejected } from '@jetbridge/schema';
import { AirlineRow } from '@jetbridge/schema/storage';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { authenticate, RequestContext, type Services } from '../context.ts';
import { toApiError } from '../graphql/errors.ts';
import { isText } from '../graphql/variables.ts';
import { pirepsCsv } from '../pireps/pirep-csv.ts';

const statusOf: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  UNAVAILABLE: 503,
};

interface Export {
  Params: { code: string };
  Querystring: Record<string, string | string[] | undefined>;
}

/**
 * Whole lists as files. They are written as fast as they are read, and no more is read from the database than is on its way. What can be refused is
 * refused before the first byte; whoever goes away ends the work.
 */
export function serveExports(app: FastifyInstance, services: Services): void {
  app.get<Export>('/export/:code/pireps.csv', { exposeHeadRoute: false }, async (request, reply) => {
    try {
      const { caller, staleToken } = await authenticate(services, request.headers.authorization);
      const context = new RequestContext(services, caller, staleToken, { request, reply });
      const airline = await findAirline(context, request.params.code);
      const pages = pirepsCsv(context, airline, request.query);
      const first = await pages.next();
      const day = new Date(services.now()).toISOString().slice(0, 10);
      void reply
        .header('content-type', 'text/csv; charset=utf-8; header=present')
        .header('content-disposition', `attachment; filename="${airline.code}-pireps-${day}.csv"`);
      return reply.send(Readable.from(startingWith(first, pages), { highWaterMark: 1 }));
    } catch (error) {
      return refuse(app, services, reply, error);
    }
  });
}

/** What the caller may not see and what is not there answer alike. */
async function findAirline(context: RequestContext, code: string): Promise<AirlineRow> {
  const { readRows } = context.services;
  const [airline] = isText(code) ? await readRows(AirlineRow, 'where code = ?', [code.toUpperCase()]) : [];
  void context.userId; // a visitor learns that they are one
  if (!airline) throw new Rejected('NOT_FOUND', 'There is no such thing here.');
  await context.require('pirep:list', airline.id);
  return airline;
}

async function* startingWith(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

function refuse(app: FastifyInstance, { config }: Services, reply: FastifyReply, error: unknown): FastifyReply {
  const told = toApiError(error, { message: error instanceof Error ? error.message : '' }, app.log, config);
  return reply.status(statusOf[told.extensions?.code as ErrorCode] ?? 500).send({ errors: [told] });
}
