import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface OtlpRequest {
  /** Such as `/v1/logs`. */
  path: string;
  headers: Record<string, string | string[] | undefined>;
  /** As it was sent, unzipped. */
  text: string;
}

/** A log record as it was received. */
export interface OtlpLogRecord {
  timeUnixNano: string;
  severityNumber: number;
  severityText: string;
  body?: { stringValue?: string };
  attributes: Record<string, unknown>;
  traceId?: string;
  spanId?: string;
  /** Of the process that sent it. */
  resource: Record<string, unknown>;
}

export type Pairs = { key: string; value: Record<string, unknown> }[];

/** A receiver of OTLP over HTTP that keeps everything it is sent, on any path. It takes JSON, zipped or not. */
export async function startOtlpReceiver(port = 0) {
  const requests: OtlpRequest[] = [];
  let status = 200;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks);
    const text = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent).toString();
    if (status === 200) requests.push({ path: request.url ?? '', headers: request.headers, text });
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** Everything, on every path. */
    text: () => requests.map(({ path, text }) => `${path} ${text}\n`).join(''),
    logs: () => requests.filter(({ path }) => path === '/v1/logs').flatMap(({ text }) => logRecords(text)),
    /** Answers this from now on, and keeps nothing unless it is 200. */
    answer: (next: number) => {
      status = next;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function logRecords(text: string): OtlpLogRecord[] {
  const { resourceLogs } = JSON.parse(text) as {
    resourceLogs: { resource: { attributes: Pairs }; scopeLogs: { logRecords: (OtlpLogRecord & { attributes: Pairs })[] }[] }[];
  };
  return resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs
      .flatMap((scope) => scope.logRecords)
      .map((record) => ({ ...record, attributes: plain(record.attributes), resource: plain(resource.attributes) })),
  );
}

export function plain(pairs: Pairs): Record<string, unknown> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, Object.values(value)[0]]));
}
