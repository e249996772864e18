import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { ProductFiles } from '@jetbridge/schema/storage';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const codings = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const;

interface Options {
  /** Of the built files, in the product. */
  folder: string;
  /** Where they are served, with slashes around. */
  prefix: string;
  /** Whether the prefix itself is answered with `index.html`. */
  index?: boolean;
}

/** The files of a folder as they are now, compressed as the build compressed them. Names with a hash never change; what names them is asked for each time. */
export function serveFiles(app: FastifyInstance, files: ProductFiles, { folder, prefix, index = false }: Options): void {
  const names = new Set(files.list(folder));
  const held = new Map<string, Held>();
  const hold = (name: string) => {
    const content = files.read(`${folder}/${name}`);
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    const file = { content, tag };
    held.set(name, file);
    return file;
  };
  const answer = (name: string, request: FastifyRequest, reply: FastifyReply) => {
    const compressed = codings.filter(({ suffix }) => names.has(name + suffix));
    const lasting = !/(?:\.html|\.txt|mf-manifest\.json|mf-stats\.json|facts\.json|damaged\/.*)$/.test(name);
    const chosen = compressed.find(({ coding }) => accepts(request.headers['accept-encoding'], coding));
    const file = name + (chosen?.suffix ?? '');
    const { content, tag } = held.get(file) ?? hold(file);
    reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache').header('etag', tag);
    if (compressed.length > 0) reply.header('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) return reply.status(304).send();
    if (chosen) reply.header('content-encoding', chosen.coding);
    return reply.type(types[extname(name)] ?? 'application/octet-stream').send(content);
  };
  // A route for each of hundreds of files would make every start wait for the router.
  for (const place of new Set([...names].map((name) => (prefix === '/' ? name.replace(/\/.*/, '/') : '')))) {
    const folded = place === '' || place.endsWith('/');
    app.get<{ Params: { '*'?: string } }>(prefix + place + (folded ? '*' : ''), async (request, reply) => {
      const asked = place + (request.params['*'] ?? '');
      const name = index && asked === '' ? 'index.html' : asked;
      return names.has(name) && !/\.(?:br|gz)$/.test(name) ? answer(name, request, reply) : reply.callNotFound();
    });
  }
}

interface Held {
  content: Buffer;
  tag: string;
}

/** Named, and not with a quality of nothing. */
function accepts(header: string | string[] | undefined, coding: string): boolean {
  return String(header ?? '')
    .split(',')
    .some((part) => new RegExp(`^\\s*${coding}\\s*(?:;\\s*q=(?!0(?:[.]0*)?\\s*$)[\\d.]+\\s*)?$`, 'i').test(part));
}
