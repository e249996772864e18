import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runProduct } from './testing/server-process.ts';

it('says each thing that is wrong about mail and deletion in a sentence, all at once, and does not start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'jetbridge-config-'));
  const env = {
    JETBRIDGE_DATA_DIR: dataDir,
    JETBRIDGE_SMTP_URL: 'mail.example.org:587',
    JETBRIDGE_MAIL_FROM: 'Jetbridge',
    JETBRIDGE_DELETION_GRACE_DAYS: 'a week',
  };
  const { code, output } = await runProduct(['serve', '--port', '0'], env);
  const alone = await runProduct(['serve', '--port', '0'], {
    JETBRIDGE_DATA_DIR: dataDir,
    JETBRIDGE_SMTP_URL: 'smtp://user:secret@mail.example.org',
  });
  await rm(dataDir, { recursive: true, force: true });
  expect(code).toBe(78);
  expect(output.trim().split('\n').sort()).toEqual([
    'JETBRIDGE_DELETION_GRACE_DAYS must be a whole number of days from 0 to 90.',
    'JETBRIDGE_MAIL_FROM must be an address such as "Jetbridge <mail@example.org>".',
    'JETBRIDGE_SMTP_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://…, with special characters percent-encoded.',
  ]);
  expect(alone).toEqual({ code: 78, output: 'JETBRIDGE_MAIL_FROM must say who mail comes from when JETBRIDGE_SMTP_URL is set.\n' });
});
