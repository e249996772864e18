import { secretValue } from './settings.ts';

export interface MailSettings {
  /** The mail server, `smtp://` or `smtps://` with user and password in it. `JETBRIDGE_SMTP_URL`; without it mail waits in the outbox. */
  smtpUrl: string | null;
  /** The sender, such as `Jetbridge <mail@example.org>`; needed with a mail server. `JETBRIDGE_MAIL_FROM`, default none. */
  mailFrom: string | null;
}

/** Adds every problem found to `problems`. */
export function readMailSettings(env: Record<string, string | undefined>, problems: string[]): MailSettings {
  const smtpUrl = secretValue(env, 'JETBRIDGE_SMTP_URL', problems) ?? null;
  const mailFrom = env.JETBRIDGE_MAIL_FROM?.trim() || null;
  if (smtpUrl && !(/^smtps?:[/][/]./.test(smtpUrl) && URL.canParse(smtpUrl))) {
    problems.push('JETBRIDGE_SMTP_URL must be smtp://USER:PASSWORD@HOST:PORT or smtps://…, with special characters percent-encoded.');
  }
  if (mailFrom && !/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(mailFrom)) {
    problems.push('JETBRIDGE_MAIL_FROM must be an address such as "Jetbridge <mail@example.org>".');
  }
  if (smtpUrl && !mailFrom) problems.push('JETBRIDGE_MAIL_FROM must say who mail comes from when JETBRIDGE_SMTP_URL is set.');
  return { smtpUrl, mailFrom };
}
