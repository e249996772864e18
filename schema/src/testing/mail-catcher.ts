import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface CaughtMail extends Email {
  /** Whom the envelope named. */
  recipients: string[];
}

export interface MailCatcher extends AsyncDisposable {
  /** For JETBRIDGE_SMTP_URL. */
  url: string;
  /** Everything that came, in order. */
  mails: readonly CaughtMail[];
  /** The next mail to this address that was not handed out yet; waits for it. */
  mail(to: string): Promise<CaughtMail>;
  /** The first link in the mail's text. */
  link(mail: CaughtMail): URL;
  /** Refuses the next `count` mails with this SMTP code. */
  refuse(count: number, code: number): void;
  close(): Promise<void>;
}

/** A real mail server on loopback that keeps what it gets. */
export async function startMailCatcher({ port = 0 } = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const unread: CaughtMail[] = [];
  let waiting: (() => void)[] = [];
  let refusing: { count: number; code: number } = { count: 0, code: 0 };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        if (refusing.count-- > 0) return done(Object.assign(new Error('not now'), { responseCode: refusing.code }));
        const email = await PostalMime.parse(Buffer.concat(chunks));
        const mail = { ...email, recipients: session.envelope.rcptTo.map(({ address }) => address) };
        mails.push(mail);
        unread.push(mail);
        for (const wake of waiting.splice(0)) wake();
        done();
      });
    },
  });
  server.on('error', () => {}); // a client that goes away in the middle is none of ours
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');

  const mail = async (to: string): Promise<CaughtMail> => {
    for (;;) {
      const index = unread.findIndex(({ recipients }) => recipients.includes(to));
      if (index >= 0) return unread.splice(index, 1)[0]!;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  const close = () => {
    waiting = [];
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    mail,
    link: ({ text = '' }) => {
      const [link] = /https?:\/\/\S+/.exec(text) ?? [];
      if (!link) throw new Error('there is no link in this mail');
      return new URL(link);
    },
    refuse: (count, code) => {
      refusing = { count, code };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
