import type { Credit, MemberEvent, PirepEvent } from '@jetbridge/schema/events';
import { MemberRow, PirepRow } from '@jetbridge/schema/storage';
import { projection } from '../runner/projection.ts';

/** Totals follow from accepted PIREPs only. */
export const members = projection<MemberEvent | PirepEvent>({
  /** Who was a member before goes on where they were. */
  MemberJoined: async ({ data, tenant, recordedAt }, rows) => {
    const { memberId: id, userId, role, pilotNumber } = data;
    const fresh = { minutes: 0, flights: 0, distanceNm: 0, lastAirport: null, lastOnBlockAt: null };
    const before = (await rows.find(MemberRow, id)) ?? fresh;
    rows.put(MemberRow, { ...before, id, airlineId: tenant, userId, role, pilotNumber, joinedAt: recordedAt, leftAt: null });
  },
  MemberRoleChanged: ({ data }, rows) =>
    rows.change(MemberRow, data.memberId, (member) => {
      member.role = data.role;
    }),
  MemberRemoved: ({ data, recordedAt }, rows) => rows.change(MemberRow, data.memberId, gone(recordedAt)),
  MemberLeft: ({ data, recordedAt }, rows) => rows.change(MemberRow, data.memberId, gone(recordedAt)),
  PirepAccepted: ({ data: { memberId, credit } }, rows) =>
    rows.change(MemberRow, memberId, (member) => {
      member.minutes += credit.minutes;
      member.flights += 1;
      member.distanceNm = tenths(member.distanceNm + credit.distanceNm);
      if (!isLater(credit, member)) return;
      member.lastAirport = credit.arrival;
      member.lastOnBlockAt = Date.parse(credit.onBlockAt);
    }),
  PirepReopened: async ({ data: { pirepId, memberId, credit } }, rows) => {
    if (!credit) return;
    const others = `where member_id = ? and state = 'ACCEPTED' and id <> ? order by on_block_at desc, arrival desc limit 1`;
    const [latest] = await rows.select(PirepRow, others, [memberId, pirepId]);
    await rows.change(MemberRow, memberId, (member) => {
      member.minutes -= credit.minutes;
      member.flights -= 1;
      member.distanceNm = tenths(member.distanceNm - credit.distanceNm);
      member.lastAirport = latest?.arrival ?? null;
      member.lastOnBlockAt = latest?.onBlockAt ?? null;
    });
  },
});

/** Of two arrivals in the same minute the airport's code decides: whatever the order of review, the same one is last. */
function isLater({ arrival, onBlockAt }: Credit, { lastAirport, lastOnBlockAt }: MemberRow): boolean {
  const at = Date.parse(onBlockAt);
  return lastOnBlockAt == null || at > lastOnBlockAt || (at === lastOnBlockAt && arrival > (lastAirport ?? ''));
}

const gone = (at: number) => (member: MemberRow) => {
  member.leftAt = at;
};

/** Distances are kept to a tenth of a mile: rounding each sum keeps binary dust from adding up. */
function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
