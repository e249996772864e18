import { formatMinutes, type MemberFieldsFragment, messages, number } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';

const text = messages.airlineHome;

export function Totals({ member }: { member: MemberFieldsFragment }) {
  const format = useFormat();
  return (
    <dl className="strip" aria-label={text.totals}>
      <div className="stat">
        <dt>{text.hours}</dt>
        <dd>{formatMinutes(member.minutes)}</dd>
      </div>
      <div className="stat">
        <dt>{text.flights}</dt>
        <dd>{number(member.flights)}</dd>
      </div>
      <div className="stat">
        <dt>{text.distance}</dt>
        <dd>{format.distance(member.distanceNm)}</dd>
      </div>
      <div className="stat">
        <dt>{text.lastAirport}</dt>
        <dd>{member.lastAirport ? <abbr title={member.lastAirport.name}>{member.lastAirport.icao}</abbr> : messages.pirep.none}</dd>
      </div>
    </dl>
  );
}
