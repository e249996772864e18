import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { FirstAnswers } from './http/first-answer.ts';
import { Pages } from './http/page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const frameworks = ['react', 'vue', 'svelte'];

/** Pages of the shell, and the links of mails and logs, which name no front end: whatever is asked below them, the shell answers and routes. */
const shellPages =
  /^\/(?:(?:react|vue|svelte|compare|setup|verify|reset|confirm-email|invitation|sign-in|register|forgot|account|admin)(?:\/[^.]*)?)?$/;

interface Options {
  graphiql: boolean;
  firstAnswers: FirstAnswers;
}

/** The shell, the remotes and GraphiQL as they were built. Names with a hash never change; what names them is asked for each time. */
export async function serveAssets(app: FastifyInstance, { graphiql, firstAnswers }: Options): Promise<void> {
  const shell = join(root, 'shell/dist');
  await serve(app, shell, '/', true);
  const pages = existsSync(join(shell, 'index.html')) ? new Pages(root, frameworks, firstAnswers) : null;
  for (const framework of frameworks) await serve(app, join(root, 'remotes', framework, 'dist'), `/remotes/${framework}/`);
  if (graphiql) {
    await serve(app, join(root, 'gateway/graphiql/dist'), '/graphiql/');
    app.get('/graphiql', (_request, reply) => reply.redirect('/graphiql/'));
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (pages && (request.method === 'GET' || request.method === 'HEAD') && shellPages.test(path)) return pages.send(request, reply);
    return reply
      .status(404)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
}

async function serve(app: FastifyInstance, directory: string, prefix: string, isShell = false): Promise<void> {
  if (!existsSync(directory)) {
    app.log.warn({ directory: basename(directory), prefix }, 'not built: nothing is served here');
    if (!isShell) return;
  }
  await app.register(fastifyStatic, {
    root: directory,
    prefix,
    decorateReply: isShell,
    index: isShell ? false : undefined, // the page is made for each request
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const fresh = /(?:\.html|mf-manifest\.json|mf-stats\.json)(?:\.br|\.gz)?$/.test(path);
      response.header('cache-control', fresh ? 'no-cache' : 'public, max-age=31536000, immutable');
    },
  });
}
