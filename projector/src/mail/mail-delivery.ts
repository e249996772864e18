import { createHash } from 'node:crypto';
import { isPassing, type Letter, type MailOutbox, type MailSettings, type Storage } from '@jetbridge/schema/storage';
import { openTransport, reasonOf, type Transport } from './transport.ts';

export interface MailDeliveryOptions {
  storage: Storage;
  mailOutbox: MailOutbox;
  settings: MailSettings;
  tell(line: string): void;
  /** Epoch ms. */
  now?(): number;
  lookEveryMs?: number;
  /** How long a mail is ours once we try to send it: longer than sending can take. */
  leaseMs?: number;
}

interface Waiting {
  id: string;
  dedupe_key: string;
  sealed: string;
  created_at: number;
  due_at: number;
  expires_at: number | null;
  attempts: number;
}

const second = 1_000;
const day = 24 * 60 * 60 * second;
const firstRetryMs = 10 * second;
const longestRetryMs = 30 * 60 * second;
const givenUpAfterMs = 3 * day; // what has no link that dies
const keptForMs = 30 * day;
const pruneEveryMs = 60 * 60 * second;
const atOnce = 10;
const never = Number.MAX_SAFE_INTEGER;

/**
 * Sends what waits in the outbox, at least once: a mail is taken for a while, sent, and marked; who dies in between leaves it to be taken
 * again. Each carries a Message-ID of its own, by which a receiver knows the second from the first. Replicas take different mails.
 */
export class MailDelivery {
  readonly #options: Required<MailDeliveryOptions>;
  readonly #transport: Transport | undefined;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;
  #told = '';
  #prunedAt = 0;
  #closed = false;

  constructor(options: MailDeliveryOptions) {
    this.#options = { now: Date.now, lookEveryMs: second, leaseMs: 120 * second, ...options };
    const { smtpUrl } = options.settings;
    this.#transport = smtpUrl ? openTransport(smtpUrl) : undefined;
  }

  start(): void {
    this.#timer = setInterval(() => void this.settle(), this.#options.lookEveryMs);
    void this.settle();
  }

  /** Resolves when every mail that is due now was tried. */
  settle(): Promise<void> {
    this.#working ??= this.#lookAround()
      .catch((error: unknown) => {
        if (!isPassing(error)) this.#tell(`Looking for mail failed: ${error instanceof Error ? error.message : error}`);
      })
      .finally(() => {
        this.#working = undefined;
      });
    return this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#working;
    this.#transport?.close();
  }

  async #lookAround(): Promise<void> {
    const now = this.#options.now();
    await this.#prune(now);
    if (!this.#transport) return this.#announce(now);
    while (!this.#closed) {
      const due = await this.#options.storage.reader.all<Waiting>(
        `select id, dedupe_key, sealed, created_at, due_at, expires_at, attempts from mail_outbox
         where sent_at is null and due_at <= ? order by due_at limit ${atOnce}`,
        [now],
      );
      await Promise.all(due.map((mail) => this.#deliver(this.#transport!, mail)));
      if (due.length < atOnce) return;
    }
  }

  async #deliver(transport: Transport, mail: Waiting): Promise<void> {
    const { mailOutbox, now, settings } = this.#options;
    const letter = mailOutbox.open(mail.id, mail.sealed);
    if (!letter) return void (await this.#give(mail, undefined, 'Sealed with a secret that is gone.'));
    if (now() >= (mail.expires_at ?? Number(mail.created_at) + givenUpAfterMs)) {
      return void (await this.#give(mail, letter, 'It could not be sent in time.'));
    }
    if (!(await this.#take(mail))) return;
    try {
      await transport.sendMail({
        from: settings.mailFrom!,
        to: { name: '', address: letter.to },
        subject: letter.subject,
        text: letter.text ?? '',
        html: letter.html ?? '',
        messageId: messageId(mail.dedupe_key, settings.mailFrom!),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    } catch (error) {
      await this.#failed(mail, reasonOf(error));
      return;
    }
    this.#told = '';
    await this.#change('update mail_outbox set sent_at = ?, sealed = ?, error = null where id = ?', [
      now(),
      mailOutbox.seal(mail.id, withoutText(letter)),
      mail.id,
    ]);
  }

  /** Of several who see it, one. */
  async #take({ id, due_at }: Waiting): Promise<boolean> {
    const { now, leaseMs } = this.#options;
    const taken = await this.#change(
      'update mail_outbox set due_at = ?, attempts = attempts + 1 where id = ? and due_at = ? and sent_at is null',
      [now() + leaseMs, id, due_at],
    );
    return taken === 1;
  }

  async #failed({ id, attempts }: Waiting, reason: string): Promise<void> {
    const retryMs = Math.min(firstRetryMs * 4 ** Number(attempts), longestRetryMs);
    await this.#change('update mail_outbox set due_at = ?, error = ? where id = ?', [this.#options.now() + retryMs, reason, id]);
    this.#tell(`A mail waits in the outbox: ${reason} Trying again.`);
  }

  /** No more attempts, and nothing left of what it said. */
  #give({ id, due_at, sealed }: Waiting, letter: Partial<Letter> | undefined, reason: string): Promise<number> {
    return this.#change('update mail_outbox set due_at = ?, error = ?, sealed = ? where id = ? and due_at = ?', [
      ...[never, reason, letter ? this.#options.mailOutbox.seal(id, withoutText(letter)) : sealed, id, due_at],
    ]);
  }

  async #announce(now: number): Promise<void> {
    const [row] = await this.#options.storage.reader.all<{ count: number }>(
      'select count(*) as count from mail_outbox where sent_at is null and due_at <= ?',
      [now],
    );
    const count = Number(row?.count);
    if (count === 0) return;
    this.#tell(
      `${count === 1 ? '1 mail waits' : `${count} mails wait`} in the outbox: set JETBRIDGE_SMTP_URL, or read it as platform admin at /admin/mail.`,
    );
  }

  async #prune(now: number): Promise<void> {
    if (Math.abs(now - this.#prunedAt) < pruneEveryMs) return;
    this.#prunedAt = now;
    await this.#change('delete from mail_outbox where created_at < ?', [now - keptForMs]);
  }

  #change(sql: string, params: (string | number)[]): Promise<number> {
    return this.#options.storage.transaction((transaction) => transaction.run(sql, params));
  }

  /** Each thing once, until another. */
  #tell(line: string): void {
    if (line !== this.#told) this.#options.tell(line);
    this.#told = line;
  }
}

function withoutText({ to, subject }: Partial<Letter>): Partial<Letter> {
  return { to, subject };
}

/** The same for each attempt. */
function messageId(key: string, from: string): string {
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'jetbridge';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}
