import { formatDate, formatMinutes, messages, number, type RosterFieldsFragment, to } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { Link } from './link.tsx';

export function RosterRow({ code, member }: { code: string; member: RosterFieldsFragment }) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link className="row-link code" to={to.member(code, member.pilotNumber)}>
          {member.callsign}
        </Link>
      </th>
      <td className="grow">{member.user.displayName}</td>
      <td>{messages.roles[member.role]}</td>
      <td className="col-2">{member.rank?.name ?? messages.pirep.none}</td>
      <td className="num code">{formatMinutes(member.minutes)}</td>
      <td className="col-1 num">{number(member.flights)}</td>
      <td className="col-3 num">{format.distance(member.distanceNm)}</td>
      <td className="col-4 code">{member.lastAirport?.icao ?? messages.pirep.none}</td>
      <td className="col-4">
        <time dateTime={member.joinedAt}>{formatDate(member.joinedAt)}</time>
      </td>
    </tr>
  );
}
