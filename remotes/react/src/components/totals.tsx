import { formatDistance, formatMinutes, type MemberFieldsFragment, messages } from '@jetbridge/schema';

const text = messages.airlineHome;

export function Totals({ member }: { member: MemberFieldsFragment }) {
  return (
    <dl className="strip" aria-label={text.totals}>
      <div className="stat">
        <dt>{text.hours}</dt>
        <dd>{formatMinutes(member.minutes)}</dd>
      </div>
      <div className="stat">
        <dt>{text.flights}</dt>
        <dd>{member.flights.toLocaleString('en')}</dd>
      </div>
      <div className="stat">
        <dt>{text.distance}</dt>
        <dd>{formatDistance(member.distanceNm)}</dd>
      </div>
      <div className="stat">
        <dt>{text.lastAirport}</dt>
        <dd>{member.lastAirport ? <abbr title={member.lastAirport.name}>{member.lastAirport.icao}</abbr> : messages.pirep.none}</dd>
      </div>
    </dl>
  );
}
