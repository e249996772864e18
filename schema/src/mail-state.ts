import type { IconName } from './icons.ts';
import type { MailFieldsFragment } from './operations/generated.ts';

export type MailState = 'WAITING' | 'FAILED' | 'SENT';

/** Where a mail of the outbox stands. */
export function mailState({ sentAt, error }: Pick<MailFieldsFragment, 'sentAt' | 'error'>): MailState {
  if (sentAt) return 'SENT';
  return error ? 'FAILED' : 'WAITING';
}

export const mailStateIcons: Record<MailState, IconName> = { WAITING: 'clock', FAILED: 'warning', SENT: 'check' };
export const mailStateKinds: Record<MailState, 'info' | 'warn' | 'ok'> = { WAITING: 'info', FAILED: 'warn', SENT: 'ok' };
