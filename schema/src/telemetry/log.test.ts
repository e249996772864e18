import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOtlpReceiver } from '../testing/index.ts';
import { inRequest, openLogger } from './log.ts';
import type { LogSettings } from './log-settings.ts';
import type { TelemetrySettings } from './settings.ts';

const quiet: TelemetrySettings & LogSettings = {
  ...{ logLevel: 'info', logFormat: null, otlpEndpoint: null, otlpHeaders: {}, serviceName: 'jetbridge', sampleRatio: 1 },
};

async function open(over: Partial<typeof quiet> = {}, isTTY = false) {
  const lines: string[] = [];
  const { logger, close } = await openLogger(
    { ...quiet, ...over },
    { 'service.version': '1.2.3' },
    { write: (line) => lines.push(line), isTTY },
  );
  return { logger, close, lines, said: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const span = { traceId: randomBytes(16).toString('hex'), spanId: randomBytes(8).toString('hex'), traceFlags: 1 };
const inSpan = <T>(work: () => T) => context.with(trace.setSpanContext(ROOT_CONTEXT, span), work);

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()));
afterAll(() => context.disable());

describe('the log', () => {
  it('is JSON, a line each, with the time, the level and the words', async () => {
    const { logger, said } = await open();
    logger.info('NATS is connected.');
    logger.debug('nobody asked');
    logger.warn({ waiting: 2 }, '2 mails wait');
    expect(said()).toMatchObject([
      { level: 'info', msg: 'NATS is connected.', pid: process.pid },
      { level: 'warn', msg: '2 mails wait', waiting: 2 },
    ]);
    expect(Date.now() - Date.parse(said()[0]!.time as string)).toBeLessThan(60_000);
  });

  it('is for people on a terminal, and where it was asked for', async () => {
    for (const { lines, logger } of [await open({}, true), await open({ logFormat: 'text' })]) {
      logger.error({ err: new Error('no "Wilhelmina"'), tenant: 'nax' }, 'projecting failed');
      expect(lines.join('')).toMatch(/^\S*\[?\d\d:\d\d:\d\d.\d{3}\]?.*ERROR.*projecting failed/);
      expect(lines.join('')).toMatch(/Error: no …[\s\S]* {4}at [\s\S]*log.test.ts/);
    }
    const { said, logger } = await open({ logFormat: 'json' }, true);
    logger.info('plain');
    expect(said()[0]!.msg).toBe('plain');
  });

  it('says which request and which span a line belongs to, when it belongs to one', async () => {
    const { logger, said } = await open();
    logger.info('outside');
    await inRequest('r-1', async () => {
      await Promise.resolve();
      logger.info('in a request');
      await inSpan(async () => {
        await Promise.resolve();
        logger.info('in both');
      });
    });
    expect(said().map(({ requestId, trace_id, span_id }) => ({ requestId, trace_id, span_id }))).toEqual([
      {},
      { requestId: 'r-1' },
      { requestId: 'r-1', trace_id: span.traceId, span_id: span.spanId },
    ]);
  });

  it('has nothing personal in it, however it got there', async () => {
    const { logger, lines, said } = await open({ logLevel: 'trace' });
    const error = Object.assign(new Error('duplicate key value violates unique constraint "credential_email"'), {
      ...{ code: '23505', detail: 'Key (email)=(wagtail@example.org) already exists.', parameters: ['Wilhelmina'] },
    });
    logger.error(error);
    logger.error({ err: error });
    logger.error({ err: error, why: error }, 'words');
    logger.warn({ email: 'Wilhelmina', user: { displayName: 'Wilhelmina', remarks: 'sings' } }, 'for %s', 'wagtail@example.org');
    logger.info({ req: { url: '/verify?token=sings' }, res: { headers: 'Wilhelmina' } }, 'GET /verify?token=sings 200');
    const round: Record<string, unknown> = { people: [{ email: 'Wilhelmina' }], failed: [error] };
    round.round = round;
    logger.info(round, 'round');
    logger.child({ token: 'sings' }).trace({ input: { a: 'Wilhelmina' } }, 'authorization: Bearer sings');
    expect(lines.join('')).not.toMatch(/wagtail|wilhelmina|sings/i);
    expect(said()[0]).toMatchObject({
      msg: 'duplicate key value violates unique constraint credential_email',
      err: { type: 'Error', code: '23505', stack: expect.stringMatching(/^Error: duplicate key[^\n]*\n {4}at .*log.test.ts/) },
    });
    expect(said()[1]!.msg).toBe(said()[0]!.msg);
  });
});

describe('a process that fails', () => {
  it('says why in its log, without what the error carries, and ends', () => {
    const failing = `
      import { endOnUncaught, openLogger } from ${JSON.stringify(new URL('./log.ts', import.meta.url).href)};
      const { logger } = await openLogger(${JSON.stringify(quiet)});
      endOnUncaught(logger);
      Promise.reject(Object.assign(new Error('no "Wilhelmina"'), { code: '23505', detail: 'Key (name)=(Wilhelmina)' }));`;
    const args = ['--conditions=source', '--experimental-transform-types', '--no-warnings', '--input-type=module', '-e', failing];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ level: 'fatal', err: { message: 'no …', code: '23505' } });
    expect(stderr).not.toContain('Wilhelmina');
  });
});

describe('logs by OTLP', () => {
  it('arrive as records with severity, words, attributes, span and what sent them', async () => {
    await using receiver = await startOtlpReceiver();
    const { logger, close } = await open({ otlpEndpoint: receiver.url, otlpHeaders: { authorization: 'Basic x' }, serviceName: 'ops' });
    inSpan(() => inRequest('r-1', () => logger.info({ ms: 1.5 }, 'POST /graphql 200')));
    logger.error({ err: Object.assign(new Error('no "Wilhelmina"'), { code: '23505' }), tenant: 'nax' }, 'for wagtail@example.org');
    logger.debug('below the level');
    await close();
    expect(receiver.logs()).toMatchObject([
      {
        ...{ severityNumber: 9, severityText: 'INFO', body: { stringValue: 'POST /graphql 200' } },
        attributes: { requestId: 'r-1', ms: 1.5 },
        ...{ traceId: span.traceId, spanId: span.spanId },
        resource: { 'service.name': 'ops', 'service.version': '1.2.3' },
      },
      {
        ...{ severityNumber: 17, body: { stringValue: 'for …' } },
        attributes: { tenant: 'nax', 'exception.type': 'Error', 'exception.message': 'no …', 'error.code': '23505' },
      },
    ]);
    expect(receiver.logs()[1]!.traceId ?? '').toBe('');
    expect(receiver.logs()[1]!.attributes['exception.stacktrace']).toMatch(/log\.test\.ts/);
    expect(receiver.requests[0]!.headers.authorization).toBe('Basic x');
    expect(receiver.text()).not.toMatch(/wagtail|wilhelmina/i);
  });

  it('that cannot be sent cost one line, and closing does not wait for who is away', async () => {
    await using receiver = await startOtlpReceiver();
    receiver.answer(400);
    const { logger, close, said } = await open({ otlpEndpoint: receiver.url });
    for (let i = 0; i < 5_000; i++) logger.info(`line ${i}`);
    await expect.poll(() => said().filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(said().find(({ level }) => level === 'warn')!.msg).toMatch(/^Logs cannot be sent to http\S+: it answers 400\./);
    receiver.answer(200);
    logger.info('there again');
    await close();
    expect(receiver.logs().at(-1)!.body).toEqual({ stringValue: 'there again' });
    expect(said().filter(({ level }) => level === 'warn')).toHaveLength(1);

    const nobody = await open({ otlpEndpoint: 'http://127.0.0.1:1' });
    nobody.logger.info('into the void');
    const started = performance.now();
    await nobody.close();
    expect(performance.now() - started).toBeLessThan(6_000);
    expect(nobody.said().at(-1)!.msg).toMatch(/cannot be reached|does not answer/);
  });
});
