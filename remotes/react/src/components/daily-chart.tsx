import {
  bestDay,
  chartColumn,
  chartHeight,
  dailyBars,
  dashboardMessages,
  formatFlown,
  formatShortDay,
  type Leaderboard,
} from '@jetbridge/schema';
import { useFormat } from '../use-context.ts';

const text = dashboardMessages.stats;

interface Props {
  daily: readonly { date: string; minutes: number; flights: number; distanceNm: number }[];
  measure: Leaderboard;
}

/** A bar for each day, and the same as a table. */
export function DailyChart({ daily, measure }: Props) {
  const format = useFormat();
  const best = bestDay(daily, measure);
  const name = text.perDay[measure];
  const words = best ? text.chart(name, formatFlown(best, measure, format), formatShortDay(best.date)) : text.none;
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${daily.length * chartColumn} ${chartHeight}`} preserveAspectRatio="none" role="img" aria-label={words}>
        {dailyBars(daily, measure).map(({ day, x, y, width, height }) => (
          <rect key={day.date} x={x} y={y} width={width} height={height} />
        ))}
      </svg>
      <p className="chart-ends muted" aria-hidden="true">
        <span>{formatShortDay(daily[0]?.date)}</span>
        <span>{formatShortDay(daily.at(-1)?.date)}</span>
      </p>
      <details>
        <summary>{text.asTable}</summary>
        <div className="table-scroll">
          <table className="table">
            <caption className="visually-hidden">{name}</caption>
            <thead>
              <tr>
                <th scope="col">{text.day}</th>
                <th scope="col" className="num">
                  {text.measures[measure]}
                </th>
              </tr>
            </thead>
            <tbody>
              {daily.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{formatShortDay(day.date)}</th>
                  <td className="num">{formatFlown(day, measure, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
