import { createHmac, randomBytes } from 'node:crypto';
import { type Keyring, sameSecret } from '@jetbridge/schema/storage';
import type { RequestContext } from '../context.ts';
import { cookieOf, setCookie } from './cookies.ts';

const yearMs = 365 * 24 * 60 * 60_000;
const mostPeople = 4; // who share a browser

/**
 * A browser its owner has signed in with keeps a mark that says so, and nothing else: it opens no door, but strangers who guess at the owner's
 * password cannot slow it down. The value is `<random>.<hmac>`, one for each person, newest first.
 */
export function knownDevice(context: RequestContext, userId: string): string | undefined {
  const { keyring } = context.services;
  return marksOf(context).find((mark) => isMarkOf(keyring, mark, userId));
}

export function rememberDevice(context: RequestContext, userId: string): void {
  const { keyring, now } = context.services;
  if (!context.http || knownDevice(context, userId)) return;
  const random = randomBytes(12).toString('base64url');
  const mark = `${random}.${macOf(keyring.current('device'), random, userId)}`;
  setCookie(context, 'device', [mark, ...marksOf(context)].slice(0, mostPeople).join('~'), now() + yearMs);
}

function marksOf(context: RequestContext): string[] {
  return (context.http?.request.cookies[cookieOf(context, 'device').name] ?? '').split('~', mostPeople).filter(Boolean);
}

function isMarkOf(keyring: Keyring, mark: string, userId: string): boolean {
  const [random = '', mac = ''] = mark.split('.');
  return keyring.ids('device').some((id) => sameSecret(mac, macOf(keyring.key('device', id)!, random, userId)));
}

function macOf(key: Buffer, random: string, userId: string): string {
  return createHmac('sha256', key).update(`${random} ${userId}`).digest('base64url');
}
