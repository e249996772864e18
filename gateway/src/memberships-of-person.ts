import { Rejected } from '@jetbridge/schema';
import { rosterStream } from '@jetbridge/schema/events';
import { AirlineRow, ApplicationRow, MemberRow } from '@jetbridge/schema/storage';
import type { DecidedWrite, Streams } from './commands.ts';
import type { Services } from './context.ts';
import { isNeeded, memberDecider } from './members/member.decider.ts';

/** What happens to an account, said in every airline that knows the person: so open pages there learn of it, in the same append. */
export async function inTheirAirlines(
  { readRows }: Services,
  streams: Streams,
  userId: string,
  type: 'Rename' | 'Forget',
): Promise<DecidedWrite[]> {
  const members = await readRows(MemberRow, 'where user_id = ?', [userId]);
  const applications = await readRows(ApplicationRow, `where user_id = ? and state = 'OPEN'`, [userId]);
  const airlineIds = new Set([...members, ...applications].map(({ airlineId }) => airlineId));
  const writes = [...airlineIds].map((airlineId) => streams.decide(memberDecider, airlineId, rosterStream, { type, userId }));
  return (await Promise.all(writes)).filter(({ events }) => events.length > 0);
}

/** Refuses while an active airline has members and nobody but this person to run it. */
export async function refuseWhileNeeded({ readRows }: Services, streams: Streams, userId: string): Promise<void> {
  const airlines = await readRows(
    AirlineRow,
    `where state = 'ACTIVE' and id in (select airline_id from rm_member where user_id = ? and role = 'ADMIN' and left_at is null)`,
    [userId],
  );
  for (const { id, code } of airlines) {
    const { state } = await streams.load(memberDecider, id, rosterStream);
    if (isNeeded(state, userId))
      throw new Rejected('CONFLICT', `You are the only admin of ${code}: make somebody else an admin there, or close the airline, first.`);
  }
}
