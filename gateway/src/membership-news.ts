import { type MemberEvent, platformTenant, rosterStream, type UserEvent, userStream } from '@jetbridge/schema/events';
import type { EventLog } from '@jetbridge/schema/storage';
import type { DecidedWrite } from './commands.ts';

type News = Extract<UserEvent, { type: 'MembershipChanged' }>;

/**
 * For each person a roster's events are about, an event in the history of their account, to be appended with them: whoever follows the account
 * need not follow every airline. Where the same append writes to the account anyway, that is what they hear of.
 */
export async function membershipNews(log: Pick<EventLog, 'readStream'>, writes: readonly DecidedWrite[]): Promise<DecidedWrite[]> {
  const news = new Map<string, News['data']>();
  for (const { tenant: airlineId, stream, expectedVersion, events } of writes) {
    if (stream !== rosterStream) continue;
    for (const event of events as readonly MemberEvent[]) {
      const told = toldBy(event);
      if (!told) continue;
      const { userId } = event.data as { userId: string };
      const key = `${airlineId} ${userId}`;
      const rosterVersion = expectedVersion + events.length;
      news.set(key, { userId, airlineId, memberId: null, applicationId: null, ...news.get(key), ...told, rosterVersion });
    }
  }
  const byStream = Map.groupBy(news.values(), ({ userId }) => userStream(userId));
  const writesOf = async ([stream, told]: [string, News['data'][]]): Promise<DecidedWrite[]> => {
    if (writes.some((write) => write.tenant === platformTenant && write.stream === stream)) return [];
    const expectedVersion = (await log.readStream(platformTenant, stream)).at(-1)?.streamVersion ?? 0;
    return [{ tenant: platformTenant, stream, expectedVersion, events: told.map((data) => ({ type: 'MembershipChanged', data })) }];
  };
  return (await Promise.all([...byStream].map(writesOf))).flat();
}

/** Nothing for what is about nobody yet, such as an invitation, or is the person's own doing everywhere, such as a new name. */
function toldBy(event: MemberEvent): Partial<News['data']> | undefined {
  switch (event.type) {
    case 'MemberJoined':
    case 'MemberRoleChanged':
    case 'MemberRemoved':
    case 'MemberLeft':
      return { memberId: event.data.memberId };
    case 'MemberApplied':
    case 'ApplicationDecided':
    case 'ApplicationWithdrawn':
      return { applicationId: event.data.applicationId };
    default:
      return undefined;
  }
}
