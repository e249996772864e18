// Airlines of any size, the same from the same seed: pilots who fly a network of routes for three years, and staff who review. Into the log, in bulk;
// the projector does the rest.

import { seededRandom } from '@jetbridge/gateway/dist/demo/seeded-random.js';
import { platformTenant, userStream } from '@jetbridge/schema/events';
import { aReport } from '@jetbridge/schema/testing';

const day = 24 * 60 * 60_000;
const perAppend = 250; // streams
const hubs = ['ENGM', 'EGLL', 'KJFK'];
// biome-ignore format: a list of codes
const outstations = ['ENBR', 'ENVA', 'ENZV', 'ENTC', 'ENBO', 'ENEV', 'ENSB', 'ESSA', 'ESGG', 'EKCH', 'EKBI', 'EFHK', 'BIKF', 'EIDW', 'EGPH', 'EGCC', 'EHAM', 'EBBR', 'EDDF', 'EDDM', 'EDDB', 'EDDH', 'LFPG', 'LFMN', 'LFLL', 'LEMD', 'LEBL', 'LEMG', 'LPPT', 'LIRF', 'LIMC', 'LSZH', 'LSGG', 'LOWW', 'EPWA', 'LKPR', 'LHBP', 'LROP', 'LGAV', 'LTFM', 'KBOS', 'KIAD', 'KORD', 'KLAX', 'KSFO', 'KMIA', 'KATL', 'CYYZ', 'CYUL', 'OMDB', 'VTBS', 'WSSS', 'RJTT'];
const fleet = [
  ['B738', 30],
  ['A320', 25],
  ['A20N', 12],
  ['B77W', 8],
  ['B789', 8],
  ['A359', 5],
  ['E190', 4],
  ['DH8D', 3],
  ['AT76', 2],
  ['B744', 1.5],
  ['MD11', 1],
  ['C172', 0.5],
];
const networks = [
  ['VATSIM', 52],
  ['IVAO', 25],
  ['OFFLINE', 19],
  ['PILOTEDGE', 3.5],
  ['POSCON', 0.5],
];
const outcomes = [
  ['PirepAccepted', 88],
  ['PirepRejected', 7],
  ['PirepWithdrawn', 5],
];

/**
 * @param airlines `{ id, code, pireps }` each; ids of what is in them follow from theirs
 * @param until epoch ms: the last three weeks before it are being reviewed
 */
export async function fillAirlines({ storage, codec }, airlines, { seed = 1, until }) {
  const metadata = { actorId: null, operation: 'bench', correlationId: `seed ${seed}` };
  for (const { id: tenant, code, pireps } of airlines) {
    const random = seededRandom(seed + Number.parseInt(code, 36));
    const write = (stream, recordedAt, ...events) => ({
      ...{ tenant, stream, expectedVersion: 0 },
      events: events.map(([type, data, at = recordedAt]) => ({
        type,
        schemaVersion: 1,
        data: JSON.stringify(data),
        metadata,
        recordedAt: at,
      })),
    });
    const founded = until - 1_100 * day;
    const profile = { airlineId: tenant, code, name: `Airline ${code}`, iata: null, joinPolicy: 'OPEN', ownReview: 'ADMIN' };
    const pilots = Math.max(5, Math.round(pireps / 200));
    const joins = Array.from({ length: pilots }, (_, n) => [
      'MemberJoined',
      { memberId: `${tenant}-m${n}`, userId: `${tenant}-u${n}`, role: n === 0 ? 'ADMIN' : 'PILOT', pilotNumber: n + 1, joinedBy: 'OPEN' },
    ]);
    for (let n = 0; n < pilots; n++) await register(storage, codec, `${tenant}-u${n}`, metadata, founded);
    await storage.log.append({ writes: [write('airline', founded, ['AirlineCreated', profile]), write('roster', founded, ...joins)] });
    const routes = Array.from({ length: 150 }, (_, n) => route(random, n));
    for (let n = 0; n < pireps; n += perAppend) {
      const flights = Array.from({ length: Math.min(perAppend, pireps - n) }, (_, index) =>
        flight(random, { tenant, n: n + index, pilots, routes, at: until - 1_095 * day * (1 - (n + index + 1) / pireps), until }),
      );
      await storage.log.append({ writes: flights.map(({ pirepId, filedAt, events }) => write(`pirep-${pirepId}`, filedAt, ...events)) });
    }
  }
}

async function register(storage, codec, userId, metadata, at) {
  const events = [{ type: 'UserRegistered', data: { userId, email: `${userId}@example.org`, displayName: `Pilot ${userId}` } }];
  const place = { tenant: platformTenant, stream: userStream(userId), expectedVersion: 0 };
  const { write, statements } = await codec.encode(place, [...events, { type: 'EmailVerified', data: { userId } }], metadata, at);
  await storage.log.append({ writes: [write], statements });
}

function route(random, n) {
  const hub = hubs[Math.floor(random() ** 2 * hubs.length)];
  const outstation = outstations[Math.floor(random() * outstations.length)];
  const [departure, arrival] = random() < 0.5 ? [hub, outstation] : [outstation, hub];
  return { flightNumber: String(100 + n), departure, arrival, minutes: 45 + Math.floor(random() * 500) };
}

/** A PIREP filed about `at` and what became of it. */
function flight(random, { tenant, n, pilots, routes, at, until }) {
  const { flightNumber, departure, arrival, minutes } = routes[Math.floor(random() ** 1.5 * routes.length)];
  const late = random() < 0.05 ? random() * 30 * day : random() * day;
  const onBlock = Math.floor((at - late) / 60_000) * 60_000;
  const blockMinutes = minutes + Math.floor(random() * 20);
  const [offBlockAt, onBlockAt] = [onBlock - blockMinutes * 60_000, onBlock].map((ms) => new Date(ms).toISOString());
  const distanceNm = Math.round(minutes * 70 + random() * 50) / 10;
  const aircraftType = weighted(random, fleet);
  const report = aReport({
    ...{ flightNumber, departure, arrival, offBlockAt, onBlockAt, blockMinutes, flightMinutes: minutes, distanceNm, aircraftType },
    registration: `LN-${aircraftType[0]}${String.fromCharCode(65 + Math.floor(random() * 26), 65 + Math.floor(random() * 26))}`,
    network: weighted(random, networks),
    landingRateFpm: -Math.round(60 + random() * 400),
    route: 'DCT',
  });
  const pirepId = `${tenant}-p${n}`;
  const memberId = `${tenant}-m${Math.floor(random() ** 1.3 * pilots)}`;
  const filedAt = Math.floor(at);
  const events = [['PirepFiled', { pirepId, memberId, report }]];
  const type = weighted(random, outcomes);
  const credit = { minutes: blockMinutes, distanceNm, arrival, onBlockAt };
  const reviewed = {
    pirepId,
    memberId,
    reviewerId: `${tenant}-m0`,
    ...(type === 'PirepAccepted' ? { credit } : { reason: 'Not like this.' }),
  };
  const pending = filedAt > until - 21 * day && random() < 0.4;
  if (!pending)
    events.push([
      type,
      type === 'PirepWithdrawn' ? { pirepId, memberId } : reviewed,
      Math.min(until, filedAt + Math.floor(random() * 2 * day)),
    ]);
  return { pirepId, filedAt, events };
}

function weighted(random, choices) {
  let left = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return choices[0][0];
}
