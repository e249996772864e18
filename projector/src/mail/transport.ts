import { createTransport } from 'nodemailer';

const second = 1_000;

/** What sends: a few connections that stay open. Nothing waits for ever, and nothing in a mail can make us read a file or fetch a URL. */
export function openTransport(url: string) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

export type Transport = ReturnType<typeof openTransport>;

/** In words for the person who runs this, without the addresses that mail servers like to quote. */
export function reasonOf(error: unknown): string {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  const said = responseCode ? ` (${responseCode})` : '';
  if (/^(ECONNECTION|ESOCKET|ETIMEDOUT|EDNS|ECONNREFUSED|ECONNRESET|ENOTFOUND)$/.test(code))
    return `The mail server cannot be reached (${code}).`;
  if (code === 'EAUTH' || code === 'ENOAUTH') return `The mail server does not accept our user name and password${said}.`;
  if (code === 'ETLS') return 'The mail server and we found no way to encrypt.';
  if (code === 'EENVELOPE') return `The mail server refused the sender or the recipient${said}.`;
  if (code === 'EMESSAGE') return `The mail server refused the message${said}.`;
  return `Sending failed${said || (code ? ` (${code})` : '')}.`;
}
