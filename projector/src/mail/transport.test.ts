import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { inspect } from 'node:util';
import { openLogger } from '@jetbridge/schema/telemetry';
import { expect, it } from 'vitest';
import { openTransport, reasonOf } from './transport.ts';

const quiet = { logFormat: null, otlpEndpoint: null, otlpHeaders: {}, serviceName: 'jetbridge', sampleRatio: 1 };
const canary = /wagtail|sings/i;

/** A mail server that knows nobody, and says whom. */
async function startRefusingServer() {
  const server = createServer((socket) => {
    socket.write('220 here\r\n');
    socket.on('error', () => {});
    socket.on('data', (text) => {
      const [, address] = /^RCPT TO:(\S+)/.exec(String(text)) ?? [];
      socket.write(address ? `550 5.1.1 ${address} "Wagtail, who sings" is unknown\r\n` : '250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `smtp://wagtail:sings@127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

it('what a mail server quotes is neither in the reason we keep nor in a log', async () => {
  const { url, server } = await startRefusingServer();
  const transport = openTransport(url.replace('wagtail:sings@', ''));
  const mail = { from: 'mail@jetbridge.example', to: 'wagtail@example.org', subject: 'sings', text: 'Wagtail sings' };
  const error = await transport.sendMail(mail).then(
    () => new Error('it was taken'),
    (refused: unknown) => refused,
  );
  transport.close();
  server.close();
  expect(inspect(error)).toMatch(canary); // as it is, it does
  expect(reasonOf(error)).toBe('The mail server refused the sender or the recipient (550).');
  const lines: string[] = [];
  const { logger } = await openLogger({ ...quiet, logLevel: 'trace' }, {}, { write: (line) => lines.push(line) });
  logger.error({ err: error }, `sending by ${url} failed`);
  logger.error(error);
  expect(lines.join('')).toContain('"code":"EENVELOPE"');
  expect(lines.join('')).not.toMatch(canary);
});
