import { type FilePirepInput, formatMinutes, messages, minutesBetween } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { Icon } from './icon.tsx';

interface Props {
  filed: FilePirepInput;
  pilot: string;
  canReview: boolean;
}

/** A PIREP of the viewer's that the server has not answered yet. */
export function SendingRow({ filed, pilot, canReview }: Props) {
  const format = useFormat();
  return (
    <tr aria-busy="true">
      <th scope="row" className="code">
        {filed.flightNumber}
      </th>
      <td>
        <span className="route code">
          {filed.departure}
          <Icon name="arrow" />
          {filed.arrival}
        </span>
      </td>
      <td className="col-2 clip">{pilot}</td>
      <td className="col-3">
        <time className="code" dateTime={filed.offBlockAt}>
          {format.dateTime(filed.offBlockAt)}
        </time>
      </td>
      <td className="col-1 num code">{formatMinutes(minutesBetween(filed.offBlockAt, filed.onBlockAt))}</td>
      <td className="col-4" />
      <td className="col-4 code">{filed.aircraftType}</td>
      <td>
        <span className="badge" data-kind="info">
          <Icon name="clock" />
          {messages.pireps.sending}
        </span>
      </td>
      {canReview && <td />}
    </tr>
  );
}
