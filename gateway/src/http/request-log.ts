import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import { inRequest, type Place, placeHere } from '@jetbridge/schema/telemetry';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';

const header = 'x-request-id';
const requestId = /^[\w.:-]{8,128}$/;
/** Asked every few seconds, with the same answer; and files, of which a page has dozens. */
const quiet = /^\/(?:livez|readyz|metrics|telemetry)$|\*$|^[^:]+\.\w+$/;

interface Facts extends Partial<Place> {
  /** Such as `mutation filePirep`. */
  operation?: string;
  /** Of the errors in the answer. */
  codes?: readonly string[];
}

const known = new WeakMap<FastifyRequest, Facts>();

/** Something the request's line should say. Ids and codes only, and names the schema has. */
export function note(request: FastifyRequest, facts: Facts): void {
  known.set(request, { ...known.get(request), ...facts });
}

/** One line for each request that was answered: the pattern of its path, as paths and queries may have tokens in them. */
export class RequestLog extends LogController {
  constructor() {
    super({ disableRequestLogging: true });
  }

  override requestCompleted(_error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { method, id, log } = request;
    const route = request.routeOptions.url;
    const fields = { ...known.get(request), requestId: id, method, route: route ?? null, status: reply.statusCode };
    const line = `${method} ${route ?? 'page'} ${reply.statusCode}`;
    log[route && quiet.test(route) && reply.statusCode < 400 ? 'debug' : 'info'](
      { ...fields, ms: Math.round(reply.elapsedTime * 10) / 10 },
      line,
    );
  }
}

/** An id for each request: a proxy we trust may bring one, so that its log and ours go together. */
export function requestIds(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return ({ headers, socket: { remoteAddress } }) => {
    const brought = headers[header];
    if (typeof brought !== 'string' || !requestId.test(brought) || !remoteAddress) return randomUUID();
    return trusted.check(remoteAddress, isIPv6(remoteAddress) ? 'ipv6' : 'ipv4') ? brought : randomUUID();
  };
}

/** Answers the id, and has every line that is logged meanwhile carry it. */
export function nameRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, next) => {
    reply.header(header, request.id);
    inRequest(request.id, next);
  });
  // Again once the body has come: what reads it would lose the place.
  app.addHook('preValidation', (request, _reply, next) => inRequest(request.id, next));
  app.addHook('preHandler', (request, _reply, next) => {
    const place = placeHere();
    if (place) note(request, place);
    next();
  });
}
