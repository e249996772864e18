import type { Permission } from '@jetbridge/schema';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import type { StoredEvent } from '@jetbridge/schema/storage';
import type { Services } from '../context.ts';

/** A history that can be followed: that of a tenant, or of one stream in it. */
export interface Topic {
  /** Its name among all, and the scope of its cursors. */
  readonly key: string;
  readonly tenant: string;
  /** The history is this stream, and a place in it a version of the stream; with null, it is the tenant's, by sequence. */
  readonly stream: string | null;
  /** What a follower must be allowed, and where; asked again at each delivery. */
  readonly permission: Permission;
  readonly airlineId: string | null;
}

export function airlineTopic(airlineId: string): Topic {
  return { key: airlineId, tenant: airlineId, stream: null, permission: 'changes:subscribe', airlineId };
}

/** One person's account. */
export function accountTopic(userId: string): Topic {
  const stream = userStream(userId);
  return { key: `${platformTenant}|${stream}`, tenant: platformTenant, stream, permission: 'account:own', airlineId: null };
}

/** Every account, and the directory of airlines. */
export const platformTopic: Topic = { key: platformTenant, tenant: platformTenant, stream: null, permission: 'user:list', airlineId: null };

/** Where an event stands in the topic's history. */
export function placeOf({ stream }: Topic, event: StoredEvent): number {
  return stream === null ? event.sequence : event.streamVersion;
}

/** Up to where the read models include its history. */
export async function readableIn(
  { projected, storage }: Pick<Services, 'projected' | 'storage'>,
  { tenant, stream }: Topic,
): Promise<number> {
  const sequence = await projected.position(tenant);
  if (stream === null) return sequence;
  const [row] = await storage.reader.all<{ version: number }>(
    'select stream_version as version from event where tenant = ? and stream = ? and sequence <= ? order by stream_version desc limit 1',
    [tenant, stream, sequence],
  );
  return Number(row?.version ?? 0);
}

/** The next few events of its history. */
export async function eventsAfter(
  { log }: Services['storage'],
  { tenant, stream }: Topic,
  place: number,
  limit: number,
): Promise<StoredEvent[]> {
  return stream === null ? log.readTenant(tenant, place, limit) : (await log.readStream(tenant, stream, place)).slice(0, limit);
}
