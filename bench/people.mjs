// An airline with any number of people, each signed in once: what a bench needs to open a socket for each of them.
import { randomUUID } from 'node:crypto';
import { airlineStream, directoryStream, platformTenant, rosterStream, userStream } from '@jetbridge/schema/events';

const atOnce = 50;

/** The id of the airline. The first of the people is its admin, the others are pilots. */
export async function fillWithPeople({ commands, credentials, sessions }, count) {
  const people = Array.from({ length: count }, () => randomUUID());
  const [airlineId, code] = [randomUUID(), 'NAX'];
  const by = { operation: 'bench', actorId: people[0], input: {}, now: Date.now() };
  const write = (tenant, stream, ...events) => ({ tenant, stream, expectedVersion: 0, events });
  const store = (resultId, writes, statements) => commands.run({ ...by, decide: async () => ({ resultId, writes, statements }) });
  const event = (type, data) => ({ type, data });

  const register = async (userId, n) => {
    const email = `${n}@example.org`;
    const events = [event('UserRegistered', { userId, email, displayName: `Pilot ${n}` }), event('EmailVerified', { userId })];
    const credential = credentials.insert(userId, email, 'no password', by.now);
    await store(userId, [write(platformTenant, userStream(userId), ...events)], [credential]);
    await sessions.start(userId, 'bench', Date.now() + n); // in order of people
  };
  for (let n = 0; n < count; n += atOnce)
    await Promise.all(people.slice(n, n + atOnce).map((userId, index) => register(userId, n + index)));
  const airline = { airlineId, code, name: 'Norse', iata: null, joinPolicy: 'INVITE', ownReview: 'ADMIN' };
  const joined = people.map((userId, n) => {
    const as = n === 0 ? { role: 'ADMIN', joinedBy: 'FOUNDING' } : { role: 'PILOT', joinedBy: 'INVITATION' };
    return event('MemberJoined', { memberId: randomUUID(), userId, pilotNumber: n + 1, ...as });
  });
  await store(airlineId, [
    write(platformTenant, directoryStream(code), event('AirlineListed', { airlineId, code })),
    write(airlineId, airlineStream, event('AirlineCreated', airline)),
    write(airlineId, rosterStream, ...joined),
  ]);
  return airlineId;
}
