import type { MemberEvent, PirepEvent } from '@jetbridge/schema/events';
import { MemberRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

/** Totals follow from accepted PIREPs only. */
export const members = projection<MemberEvent | PirepEvent>({
  MemberJoined: ({ data, tenant, recordedAt }, rows) => {
    rows.put(MemberRow, {
      id: data.memberId,
      airlineId: tenant,
      userId: data.userId,
      role: data.role,
      pilotNumber: data.pilotNumber,
      minutes: 0,
      flights: 0,
      distanceNm: 0,
      lastAirport: null,
      lastOnBlockAt: null,
      joinedAt: recordedAt,
    });
  },
  PirepAccepted: ({ data: { memberId, credit } }, rows) =>
    rows.change(MemberRow, memberId, (member) => {
      member.minutes += credit.minutes;
      member.flights += 1;
      member.distanceNm = tenths(member.distanceNm + credit.distanceNm);
      const onBlockAt = Date.parse(credit.onBlockAt);
      if (onBlockAt < (member.lastOnBlockAt ?? 0)) return;
      member.lastAirport = credit.arrival;
      member.lastOnBlockAt = onBlockAt;
    }),
});

/** Distances are kept to a tenth of a mile: rounding each sum keeps binary dust from adding up. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
