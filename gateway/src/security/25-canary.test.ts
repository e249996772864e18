import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startMailCatcher } from '@jetbridge/schema/testing';
import { describe, expect, it } from 'vitest';
import { databases } from '../testing/product.ts';
import { startTalking, withDatabase } from '../testing/talking-process.ts';

const email = 'wagtail@example.org';
const displayName = 'Wilhelmina Wagtail';
const password = 'canary sings at dawn';
const chosen = 'canary sings at dusk';
const canary = /wagtail|wilhelmina|sings at/i;

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
