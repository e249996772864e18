// A log of any size, without waiting for anybody to fly: members join, PIREPs are filed, most of them accepted, a few rejected.
import { randomUUID } from 'node:crypto';
import { aReport } from '@jetbridge/schema/testing';

const pilots = 50; // per airline
const perAppend = 250; // streams

/** So many events, in equal shares of `airlines` airlines called `airline-0`, `airline-1` and so on. */
export async function fillLog(storage, events, airlines) {
  const started = Date.parse('2026-01-02T00:00:00Z');
  const metadata = { actorId: randomUUID(), operation: 'bench', correlationId: randomUUID() };
  let count = 0;
  const encode = (type, data) => ({ type, schemaVersion: 1, data: JSON.stringify(data), metadata, recordedAt: started + count++ * 1_000 });
  for (let airline = 0; airline < airlines; airline++) {
    const tenant = `airline-${airline}`;
    const member = (n) => `member-${airline}-${n}`;
    const joins = Array.from({ length: pilots }, (_, n) => {
      const who = { memberId: member(n), userId: `user-${n}`, role: 'PILOT', pilotNumber: n + 1, joinedBy: 'INVITATION' };
      return encode('MemberJoined', who);
    });
    await storage.log.append({ writes: [{ tenant, stream: 'roster', expectedVersion: 0, events: joins }] });
    for (let left = events / airlines - pilots, n = 0; left > 0; ) {
      const writes = [];
      for (; writes.length < perAppend && left > 0; n++) {
        const ids = { pirepId: randomUUID(), memberId: member(n % pilots), reviewerId: member(0) };
        const happened = [encode('PirepFiled', { ...ids, report: aReport() })];
        const credit = { minutes: 55, distanceNm: 175.3, arrival: 'ENBR', onBlockAt: '2026-01-01T10:55:00Z' };
        if (left > 1)
          happened.push(
            n % 10 === 0 ? encode('PirepRejected', { ...ids, reason: 'Again, please.' }) : encode('PirepAccepted', { ...ids, credit }),
          );
        writes.push({ tenant, stream: `pirep-${ids.pirepId}`, expectedVersion: 0, events: happened });
        left -= happened.length;
      }
      await storage.log.append({ writes });
    }
  }
}
