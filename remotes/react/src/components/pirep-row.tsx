import { formatDateTime, formatDistance, formatMinutes, type PirepFieldsFragment, to } from '@jetbridge/schema';
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
      <td className="col-2 clip">{pirep.pilot.user.displayName}</td>
      <td className="col-3">
        <time className="code" dateTime={pirep.offBlockAt}>
          {formatDateTime(pirep.offBlockAt)}
        </time>
      </td>
      <td className="col-1 num code">{formatMinutes(pirep.blockMinutes)}</td>
      <td className="col-4 num">{formatDistance(pirep.distanceNm)}</td>
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
