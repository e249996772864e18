import { fileURLToPath } from 'node:url';
import { productFiles } from '@jetbridge/schema/storage';
import type { FastifyInstance } from 'fastify';
import type { FirstAnswers } from './http/first-answer.ts';
import { Pages } from './http/page.ts';
import { serveFiles } from './http/serve-files.ts';

const files = productFiles(fileURLToPath(new URL('../..', import.meta.url)));
const frameworks = ['react', 'vue', 'svelte'];

/** Pages of the shell, and the links of mails and logs, which name no front end: whatever is asked below them, the shell answers and routes. */
const shellPages =
  /^\/(?:(?:react|vue|svelte|compare|setup|verify|reset|confirm-email|invitation|sign-in|register|forgot|account|admin)(?:\/[^.]*)?)?$/;

interface Options {
  graphiql: boolean;
  firstAnswers: FirstAnswers;
  /** The share of what people do that is traced. */
  traced: number;
}

/** The shell, the remotes and GraphiQL as they were built. */
export async function serveAssets(app: FastifyInstance, { graphiql, firstAnswers, traced }: Options): Promise<void> {
  const parts = [
    { folder: 'shell/dist', prefix: '/' }, // its page is made for each request
    ...frameworks.map((framework) => ({ folder: `remotes/${framework}/dist`, prefix: `/remotes/${framework}/` })),
    ...(graphiql ? [{ folder: 'gateway/graphiql/dist', prefix: '/graphiql/', index: true }] : []),
  ];
  for (const part of parts) {
    const built = files.list(part.folder).length > 0;
    if (built) serveFiles(app, files, part);
    else app.log.warn({ prefix: part.prefix }, 'not built: nothing is served here');
  }
  if (graphiql) app.get('/graphiql', (_request, reply) => reply.redirect('/graphiql/'));
  const pages = files.list('shell/dist').includes('index.html') ? new Pages(files, frameworks, firstAnswers, traced) : null;
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (pages && (request.method === 'GET' || request.method === 'HEAD') && shellPages.test(path)) return pages.send(request, reply);
    return reply
      .status(404)
      .header('cache-control', 'no-store')
      .send({ errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] });
  });
}
