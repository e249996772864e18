import { openLogger, placeHere } from '@jetbridge/schema/telemetry';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openApp } from './open-app.ts';

const uuidForm = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

async function open(env: Record<string, string> = {}) {
  const config = readConfig({}, { JETBRIDGE_DATABASE_URL: ':none:', JETBRIDGE_SECRET: 'mCkCEhQbhEfYsJ4WIAxTXZtXb4HMQvZw', ...env });
  const lines: Record<string, unknown>[] = [];
  const { logger } = await openLogger(config, {}, { write: (line) => lines.push(JSON.parse(line)) });
  const app = await openApp(config, logger);
  app.get('/exports/:code', async (request) => {
    await Promise.resolve();
    logger.info('in the middle');
    return { here: placeHere() ?? null, id: request.id };
  });
  app.post('/take', async (request) => {
    logger.info('with a body');
    return { id: request.id };
  });
  app.get('/livez', async () => ({}));
  app.get('/assets/*', async ({ url }, reply) => (url.includes('lost') ? reply.callNotFound() : {}));
  app.get('/fails', async () => {
    throw new Error('no "Wilhelmina"');
  });
  return { app, lines };
}

describe('a request', () => {
  it('is one line, without its path and query, and every line meanwhile names it', async () => {
    const { app, lines } = await open();
    const answer = await app.inject({ url: '/exports/sings?token=sings' });
    const requestId = answer.headers['x-request-id'];
    expect(requestId).toMatch(uuidForm);
    expect(answer.json().id).toBe(requestId);
    await app.inject({ method: 'POST', url: '/take', payload: { a: 1 } });
    await app.inject({ url: '/sings/of/nothing' });
    expect(lines).toMatchObject([
      { level: 'info', msg: 'in the middle', requestId },
      {
        level: 'info',
        msg: 'GET /exports/:code 200',
        requestId,
        method: 'GET',
        route: '/exports/:code',
        status: 200,
        ms: expect.any(Number),
      },
      { msg: 'with a body', requestId: expect.stringMatching(uuidForm) },
      { msg: 'POST /take 200', requestId: lines[2]!.requestId },
      { msg: 'GET page 404', route: null },
    ]);
    expect(JSON.stringify(lines)).not.toContain('sings');
    expect(lines).toHaveLength(5);
  });

  it('that fails has its error under the same id', async () => {
    const { app, lines } = await open();
    const answer = await app.inject({ url: '/fails' });
    const requestId = answer.headers['x-request-id'];
    expect(lines).toMatchObject([
      { level: 'error', msg: 'request failed', requestId, errorId: answer.json().errors[0].extensions.details.id, route: '/fails' },
      { msg: 'GET /fails 500', requestId },
    ]);
    expect(lines[0]!.err).toMatchObject({ message: 'no …', stack: expect.stringContaining('request-log.test.ts') });
  });

  it('is no line at warn, and probes and files are none at info', async () => {
    const warn = await open({ JETBRIDGE_LOG_LEVEL: 'warn' });
    await warn.app.inject({ url: '/exports/x' });
    expect(warn.lines).toEqual([]);
    const info = await open();
    for (const url of ['/livez', '/assets/main-1.js']) await info.app.inject({ url });
    expect(info.lines).toEqual([]);
    await info.app.inject({ url: '/assets/lost.js' });
    expect(info.lines).toMatchObject([{ msg: 'GET page 404' }]);
    const debug = await open({ JETBRIDGE_LOG_LEVEL: 'debug' });
    await debug.app.inject({ url: '/livez' });
    expect(debug.lines).toMatchObject([{ level: 'debug', msg: 'GET /livez 200' }]);
  });

  it('keeps the id a trusted proxy gave it, and no other', async () => {
    const { app } = await open({ JETBRIDGE_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7, 2001:db8::/32' });
    const idFor = async (remoteAddress: string, id = 'of-the-proxy.1') =>
      (await app.inject({ url: '/livez', remoteAddress, headers: { 'x-request-id': id } })).headers['x-request-id'];
    for (const proxy of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::1'])
      expect(await idFor(proxy), proxy).toBe('of-the-proxy.1');
    for (const other of ['11.1.2.3', '192.0.2.8', '2001:db9::1']) expect(await idFor(other), other).toMatch(uuidForm);
    for (const odd of ['short', 'with a space', '"quoted-id"', 'x'.repeat(200)])
      expect(await idFor('10.1.2.3', odd), odd).toMatch(uuidForm);
  });
});
