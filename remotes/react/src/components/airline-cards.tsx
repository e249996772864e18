import { formatMinutes, type MemberFieldsFragment, messages, to } from '@jetbridge/schema';
import { Link } from './link.tsx';

export function AirlineCards({ memberships }: { memberships: readonly MemberFieldsFragment[] }) {
  return (
    <ul className="grid-auto">
      {memberships.map((member) => (
        <li key={member.id}>
          <Link className="card card-link" to={to.airline(member.airline.code)}>
            <span className="chip code">{member.airline.code}</span>
            <span className="card-title">{member.airline.name}</span>
            <span className="card-meta">
              <span className="code">{member.callsign}</span> · {messages.roles[member.role]} · {formatMinutes(member.minutes)} h
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
