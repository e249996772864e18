import { airlineStream, directoryStream, platformTenant, rosterStream } from '@jetbridge/schema/events';
import { airlineDecider, type CreateAirline, directoryDecider } from './airlines/airline.decider.ts';
import type { DecidedWrite, Streams } from './commands.ts';
import { memberDecider } from './members/member.decider.ts';

/** An airline, its place in the directory and its first admin come into being together or not at all. */
export async function foundAirline(
  streams: Streams,
  airline: Omit<CreateAirline, 'type'>,
  founder: { memberId: string; userId: string },
): Promise<DecidedWrite[]> {
  const { airlineId, code } = airline;
  const created = await streams.decide(airlineDecider, airlineId, airlineStream, { type: 'Create', ...airline }); // first: it checks the code's form
  return [
    await streams.decide(directoryDecider, platformTenant, directoryStream(code), { airlineId, code }),
    created,
    await streams.decide(memberDecider, airlineId, rosterStream, { type: 'Join', ...founder, role: 'ADMIN', joinedBy: 'FOUNDING' }),
  ];
}
