import { formatMinutes, type PirepFieldsFragment, to } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { ReviewActions } from './review-actions.tsx';
import { StateBadge } from './state-badge.tsx';

interface Props {
  code: string;
  pirep: PirepFieldsFragment;
  canReview: boolean;
}

export function PirepRow({ code, pirep, canReview }: Props) {
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <Link className="row-link code" to={to.pirep(code, pirep.id)}>
          {pirep.flightNumber}
        </Link>
      </th>
      <td>
        <span className="route code">
          <abbr title={pirep.departure.name}>{pirep.departure.icao}</abbr>
          <Icon name="arrow" />
          <abbr title={pirep.arrival.name}>{pirep.arrival.icao}</abbr>
        </span>
      </td>
      <td className="col-2 clip">
        <Link className="person-link" to={to.pilot(pirep.pilot.callsign)}>
          {pirep.pilot.user.displayName}
        </Link>
      </td>
      <td className="col-3">
        <time className="code" dateTime={pirep.offBlockAt}>
          {format.dateTime(pirep.offBlockAt)}
        </time>
      </td>
      <td className="col-1 num code">{formatMinutes(pirep.blockMinutes)}</td>
      <td className="col-4 num">{format.distance(pirep.distanceNm)}</td>
      <td className="col-4 code">{pirep.aircraftType}</td>
      <td>
        <StateBadge state={pirep.state} />
      </td>
      {canReview && (
        <td className="col-actions">
          <ReviewActions pirep={pirep} size="small" />
        </td>
      )}
    </tr>
  );
}
