import type { RequestContext, Services } from '../context.ts';
import { historyCursor } from '../cursors.ts';
import { readElsewhere, sequenceOf } from '../graphql/changes.ts';
import { accountTopic, eventsAfter, readableIn } from '../graphql/topics.ts';
import type { Viewer } from './viewer.types.ts';

const onTheirWay = 16; // events of one account, at most, whose other half may not be projected yet

/** The caller, who is known to be somebody. The cursor comes first: read later, it could stand after a change that the rest does not show. */
export async function openViewer({ userId, caller, services }: RequestContext): Promise<Viewer> {
  return { userId, cursor: caller?.apiKey ? null : await cursorOf(services, userId) };
}

/** A membership is read from its airline's read models: where those are behind, so is this. */
async function cursorOf(services: Services, userId: string): Promise<string> {
  const topic = accountTopic(userId);
  const readable = await readableIn(services, topic);
  const after = Math.max(0, readable - onTheirWay);
  const events = await eventsAfter(services.storage, topic, after, readable - after);
  const latest = new Map(events.flatMap((event) => readElsewhere(event) ?? []).map((part) => [part.tenant, part]));
  const behind = new Set<string>();
  for (const part of latest.values()) {
    const [position, sequence] = await Promise.all([services.projected.position(part.tenant), sequenceOf(services.storage, part)]);
    if (position < sequence) behind.add(part.tenant);
  }
  const hidden = events.find((event) => behind.has(readElsewhere(event)?.tenant ?? ''));
  const sequence = hidden ? hidden.streamVersion - 1 : readable;
  return historyCursor(services.cursors, topic.key, { sequence, part: 0 });
}
