import { platformTenant, userStream } from '@jetbridge/schema/events';
import { Streams } from '../commands.ts';
import type { Services } from '../context.ts';
import { type UserState, userDecider } from './user.decider.ts';

/**
 * A person as the log knows them now. Mail goes to the address in here, never to one that somebody typed: two addresses that look alike to us
 * may be two mailboxes.
 */
export async function loadUser({ storage, codec }: Pick<Services, 'storage' | 'codec'>, userId: string): Promise<UserState> {
  return (await new Streams(storage.log, codec).load(userDecider, platformTenant, userStream(userId))).state;
}
