import { type AirlineStatsQuery, dashboardMessages, formatFlown, type Leaderboard as Measure, to } from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';
import { Link } from './link.tsx';

const text = dashboardMessages.stats;

interface Props {
  code: string;
  measure: Measure;
  entries: NonNullable<AirlineStatsQuery['airline']>['stats']['leaderboard'];
}

export function Leaderboard({ code, measure, entries }: Props) {
  const format = useFormat();
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{text.leaderboard}</caption>
        <thead>
          <tr>
            <th scope="col">{text.place}</th>
            <th scope="col">{text.pilot}</th>
            <th scope="col" className="num">
              {text.measures[measure]}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.member.id}>
              <td>{entry.place}</td>
              <th scope="row" className="grow">
                <Link className="row-link" to={to.member(code, entry.member.pilotNumber)}>
                  {entry.member.user.displayName}
                </Link>
              </th>
              <td className="num">{formatFlown(entry, measure, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
