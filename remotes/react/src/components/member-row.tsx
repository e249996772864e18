import { formatDistance, formatMinutes, type MemberFieldsFragment, messages } from '@jetbridge/schema';

export function MemberRow({ member }: { member: MemberFieldsFragment }) {
  return (
    <tr>
      <th scope="row" className="code">
        {member.callsign}
      </th>
      <td className="grow">{member.user.displayName}</td>
      <td>{messages.roles[member.role]}</td>
      <td className="num code">{formatMinutes(member.minutes)}</td>
      <td className="col-1 num">{member.flights.toLocaleString('en')}</td>
      <td className="col-2 num">{formatDistance(member.distanceNm)}</td>
      <td className="col-3 code">{member.lastAirport?.icao ?? messages.pirep.none}</td>
    </tr>
  );
}
