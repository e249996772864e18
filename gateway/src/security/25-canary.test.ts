import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, startMailCatcher } from '@jetbridge/schema/testing';
import { describe, expect, inject, it } from 'vitest';
import { operations } from '../testing/account-operations.ts';
import { connectTo } from '../testing/client.ts';
import { type Database, databases } from '../testing/product.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const email = 'wagtail@example.org';
const displayName = 'Wilhelmina Wagtail';
const password = 'canary sings at dawn';
const chosen = 'canary sings at dusk';
const canary = /wagtail|wilhelmina|sings at/i;

/** The built product as a process, at the most talkative log level; everything it says. */
async function startTalking(env: Record<string, string>) {
  const child = spawn(process.execPath, [main, 'serve', '--port', '0'], {
    env: { ...process.env, JETBRIDGE_LOG_LEVEL: 'trace', JETBRIDGE_DELETION_GRACE_DAYS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const onExit = () => child.kill('SIGKILL');
  process.once('exit', onExit);
  const ready = Promise.withResolvers<string>();
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said += `${line}\n`;
      const url = /ready at (\S+)/.exec(line)?.[1];
      if (url) ready.resolve(url);
    });
  }
  child.once('exit', () => ready.reject(new Error(said)));
  const { ask } = connectTo(await ready.promise);
  return {
    send: (operation: keyof typeof operations, input: object, token?: string) => ask(operations[operation], { input }, { token }),
    said: () => said,
    end: async (signal: NodeJS.Signals) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      process.off('exit', onExit);
    },
  };
}

async function withDatabase(database: Database, test: (env: Record<string, string>, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-canary-'));
  const postgres = database === 'postgres' ? await createTestDatabase(inject('postgresUrl')!) : undefined;
  try {
    await test({ JETBRIDGE_DATA_DIR: dataDir, ...(postgres && { JETBRIDGE_DATABASE_URL: postgres.url }) }, dataDir);
  } finally {
    await postgres?.[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true, force: true });
  }
}

describe.each(databases)('the product as a process on %s', (database) => {
  it('25 personal canary strings and mailed tokens are in no log line, and after erasure in no file', () =>
    withDatabase(database, async (env, dataDir) => {
      await using mails = await startMailCatcher();
      const product = await startTalking({ ...env, JETBRIDGE_SMTP_URL: mails.url, JETBRIDGE_MAIL_FROM: 'mail@jetbridge.example' });
      const { send } = product;
      const tokens: string[] = [];
      const mailed = async (to: string) => {
        const token = mails.link(await mails.mail(to)).searchParams.get('token')!;
        tokens.push(token);
        return token;
      };
      await send('register', { email, displayName, password });
      await send('verifyEmail', { token: await mailed(email) });
      await send('signIn', { email, password: `${password}?` });
      await send('register', { email: `${email}, ${email}`, displayName, password });
      mails.refuse(1, 550);
      await send('requestPasswordReset', { email });
      await expect.poll(product.said).toMatch(/A mail waits in the outbox: The mail server refused the message \(550\)/);
      await send('requestPasswordReset', { email });
      await send('resetPassword', { token: await mailed(email), password: chosen });
      const token = (await send('signIn', { email, password: chosen })).data.signIn.accessToken as string;
      await send('requestEmailChange', { email: 'wagtail@elsewhere.example', password: chosen }, token);
      await send('confirmEmailChange', { token: await mailed('wagtail@elsewhere.example') });
      const exported = await send('exportMyData', { password: chosen }, token);
      expect(exported.data.exportMyData.json).toContain(displayName);
      expect((await send('requestAccountDeletion', { password: chosen }, token)).codes).toEqual([]);
      await product.end('SIGTERM');

      expect(product.said()).not.toMatch(canary);
      expect(tokens).toHaveLength(3);
      for (const secret of [...tokens, token]) expect(product.said()).not.toContain(secret);
      for (const name of await readdir(dataDir)) {
        expect((await readFile(join(dataDir, name))).toString('latin1'), name).not.toMatch(canary);
      }
    }));

  it('mail that was written is sent, whenever the process dies: by the next one', () =>
    withDatabase(database, async (env) => {
      const first = await startTalking(env);
      await first.send('register', { email, displayName, password });
      await expect.poll(first.said).toContain('1 mail waits in the outbox');
      expect(first.said()).not.toMatch(canary);
      await first.end('SIGKILL');
      await using mails = await startMailCatcher();
      const next = await startTalking({ ...env, JETBRIDGE_SMTP_URL: mails.url, JETBRIDGE_MAIL_FROM: 'mail@jetbridge.example' });
      const token = mails.link(await mails.mail(email)).searchParams.get('token');
      expect((await next.send('verifyEmail', { token })).codes).toEqual([]);
      await next.end('SIGTERM');
    }));
});
