import { createHmac } from 'node:crypto';
import type { Keyring } from './keyring.ts';

/** What finds an address without telling it: an HMAC of the normalised one, under the current secret. */
export function emailIndex(keyring: Keyring, email: string): string {
  return indexUnder(keyring.current('blind-index'), email);
}

/** What it may be found under: one for each live secret, current first. */
export function emailIndexes(keyring: Keyring, email: string): string[] {
  return keyring.ids('blind-index').map((id) => indexUnder(keyring.key('blind-index', id)!, email));
}

function indexUnder(key: Buffer, email: string): string {
  return createHmac('sha256', key).update(email.trim().normalize('NFC').toLowerCase()).digest('base64url');
}
