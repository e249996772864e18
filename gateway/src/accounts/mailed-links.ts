import type { OneTimePurpose, Statement } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';
import type { Links } from '../links.ts';
import type { Note } from '../mail/compose.ts';
import type { Addressee } from '../mail/mail.ts';

export type LinkNote = (links: Links, token: string) => Note;

/** A link that works once, and the mail that carries it: both or neither. Older links for the same purpose end. */
export function mailedLink(
  { mail, oneTimeTokens }: Services,
  purpose: OneTimePurpose,
  addressee: Addressee & { userId: string },
  note: LinkNote,
  now: number,
  sealed?: (hash: string) => string,
): Statement[] {
  const { token, expiresAt, statements } = oneTimeTokens.issue(purpose, addressee.userId, now, sealed);
  return [...statements, mail.post(addressee, (links) => note(links, token), { now, expiresAt })];
}
