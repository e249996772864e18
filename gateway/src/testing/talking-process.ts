import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '@jetbridge/schema/testing';
import { inject } from 'vitest';
import { operations } from './account-operations.ts';
import { connectTo } from './client.ts';
import type { Database } from './product.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built product as a process, at the most talkative log level; everything it says. */
export async function startTalking(env: Record<string, string>) {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0'], {
    env: { ...process.env, JETBRIDGE_LOG_LEVEL: 'trace', JETBRIDGE_DELETION_GRACE_DAYS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  const ready = Promise.withResolvers<string>();
  const link = Promise.withResolvers<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const token = /setup\?token=(\S+)/.exec(line)?.[1];
      if (token) link.resolve(token);
      else said += `${line}\n`; // the link is meant to be read
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url) ready.resolve(url);
    });
  }
  child.once('exit', () => ready.reject(new Error(said)));
  const url = await ready.promise;
  const client = connectTo(url);
  return {
    ...client,
    url,
    send: (operation: keyof typeof operations, input: object, token?: string) => client.ask(operations[operation], { input }, { token }),
    /** Of the link of an installation that is not set up yet. */
    setupToken: () => link.promise,
    said: () => said,
    end: async (signal: NodeJS.Signals) => {
      const ended = once(child, 'close');
      child.kill(signal);
      await ended;
      process.off('exit', onExit);
    },
  };
}

/** A data directory, and where it is not SQLite a database, that go when the test ends. */
export async function withDatabase(
  database: Database,
  test: (env: Record<string, string>, dataDir: string) => Promise<void>,
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-talking-'));
  const postgres = database === 'postgres' ? await createTestDatabase(inject('postgresUrl')!) : undefined;
  try {
    await test({ JETBRIDGE_DATA_DIR: dataDir, ...(postgres && { JETBRIDGE_DATABASE_URL: postgres.url }) }, dataDir);
  } finally {
    await postgres?.[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  }
}
