import { defineEntity, type InferEntity, p } from '@mikro-orm/core';
import { memberRoles } from '../../enums.ts';
import { type Keyring, open, seal } from '../keyring.ts';

/** An invitation that was mailed and not used, revoked or replaced yet. Never a projection: the address is kept beside the log. Times epoch ms. */
export const InvitationRow = defineEntity({
  name: 'InvitationRow',
  tableName: 'invitation',
  properties: {
    id: p.string().primary(),
    airlineId: p.string(),
    /** HMAC of the normalised address: finds it without telling it. */
    emailIndex: p.string(),
    sealedEmail: p.string(),
    role: p.enum(memberRoles),
    /** SHA-256 of the token in the link. */
    tokenHash: p.string(),
    /** User id; null when that person was erased. */
    invitedBy: p.string().nullable(),
    createdAt: p.bigint('number'),
    expiresAt: p.bigint('number'),
  },
});
export type InvitationRow = InferEntity<typeof InvitationRow>;

/** Under a key of the installation: the address may belong to somebody who never has an account, and so no key of their own. */
export function sealInvited(keyring: Keyring, id: string, email: string): string {
  return seal(keyring.current('invitation'), email, id);
}

/** Undefined when the secret it was sealed with is gone. */
export function openInvited(keyring: Keyring, { id, sealedEmail }: Pick<InvitationRow, 'id' | 'sealedEmail'>): string | undefined {
  for (const keyId of keyring.ids('invitation')) {
    const email = open(keyring.key('invitation', keyId)!, sealedEmail, id);
    if (email) return email.toString();
  }
  return undefined;
}
