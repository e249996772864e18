import { type PlatformHealthQuery, platformMessages } from '@jetbridge/schema';
import { Ago } from './ago.tsx';

const text = platformMessages.health;

interface Props {
  stopped: PlatformHealthQuery['platformHealth']['stoppedAirlines'];
}

export function StoppedAirlines({ stopped }: Props) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.stoppedCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.airline}</th>
            <th scope="col">{text.reason}</th>
            <th scope="col" className="col-1 num">
              {text.attempts}
            </th>
            <th scope="col" className="col-1">
              {text.since}
            </th>
          </tr>
        </thead>
        <tbody>
          {stopped.map((airline) => (
            <tr key={airline.code}>
              <th scope="row" className="code">
                {airline.code}
              </th>
              <td className="grow">{airline.reason}</td>
              <td className="col-1 num">{airline.attempts}</td>
              <td className="col-1">
                <Ago at={airline.since} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
