import { isIPv6 } from 'node:net';
import { Rejected } from '@jetbridge/schema';
import type { RequestContext } from '../context.ts';
import { knownDevice } from './known-devices.ts';
import type { Action, Attempt } from './rate-limits.ts';

/**
 * Counts an attempt of whoever is asking, before anything is looked at: whether the address is known makes no difference. Throws RATE_LIMITED.
 * `userId` is whose address it is, if anybody's: only to recognise their own device. `account` is who is signed in.
 */
export async function countAttempt(
  context: RequestContext,
  action: Exclude<Action, 'reauthenticate'>,
  who: { email?: string; userId?: string | undefined; account?: string } = {},
): Promise<Attempt> {
  const { rateLimits, now } = context.services;
  const ip = clientOf(context);
  const address = who.email?.trim().normalize('NFC').toLowerCase();
  const device = who.userId && knownDevice(context, who.userId);
  return rateLimits.take(
    action,
    { ip, account: who.account, address, pair: address && `${address} ${ip}`, device: device || undefined },
    now(),
  );
}

/** The client as the connection, or a proxy we trust, says. One IPv6 subscriber has a /64 to choose from. */
function clientOf({ http }: RequestContext): string {
  if (!http) throw new Rejected('INVALID_INPUT', 'Ask this over HTTP: a socket is not enough.');
  const ip = http.request.ip.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  return isIPv6(ip) ? networkOf(ip) : ip;
}

function networkOf(ip: string): string {
  const [left = '', right] = ip.split('::') as [string, string?];
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const groups = right === undefined ? head : [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
