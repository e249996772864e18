import type { DomainEvent } from '@jetbridge/schema/events';
import { aReport, type TestStorage } from '@jetbridge/schema/testing';

const event = (type: string, data: object) => ({ type, data }) as DomainEvent;

/** An airline with two members, one of them known by name, and PIREPs that are reviewed in turn. */
export async function anAirline(test: TestStorage, airline: string, flights = 20): Promise<void> {
  await test.append(
    'platform',
    `user-${airline}`,
    event('UserRegistered', { userId: `${airline}-u1`, email: `${airline}@example.org`, displayName: 'Ada' }),
  );
  await test.append(
    airline,
    'airline',
    event('AirlineCreated', { airlineId: airline, code: airline, name: airline, iata: null, joinPolicy: 'OPEN', ownReview: 'ADMIN' }),
  );
  const joined = (n: number) => ({
    memberId: `${airline}-m${n}`,
    userId: `${airline}-u${n}`,
    role: 'PILOT',
    pilotNumber: n,
    joinedBy: 'OPEN',
  });
  await test.append(airline, 'roster', event('MemberJoined', joined(1)), event('MemberJoined', joined(2)));
  for (let n = 0; n < flights; n++) await aFlightOf(test, airline, n);
}

export async function aFlightOf(test: TestStorage, airline: string, n: number): Promise<void> {
  const [pirepId, memberId, reviewerId] = [`${airline}-p${n}`, `${airline}-m1`, `${airline}-m2`];
  const filed = event('PirepFiled', { pirepId, memberId, report: aReport({ flightNumber: String(n), training: n % 3 === 0 }) });
  const credit = { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z' };
  const reviewed =
    n % 2 === 0
      ? event('PirepAccepted', { pirepId, memberId, reviewerId, credit })
      : event('PirepRejected', { pirepId, memberId, reviewerId, reason: 'No fuel.' });
  await test.append(airline, `pirep-${pirepId}`, filed, reviewed);
}
