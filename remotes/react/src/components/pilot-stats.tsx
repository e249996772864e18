import { formatMinutes, messages, number, PilotStatsDocument, peopleMessages, statsPeriods } from '@jetbridge/schema';
import { useState } from 'react';
import { useFormat } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';
import { DailyChart } from './daily-chart.tsx';
import { Empty } from './empty.tsx';
import { RouteTable } from './route-table.tsx';
import { Waiting } from './waiting.tsx';

const text = peopleMessages.pilot;
const { hours, flights, distance } = messages.airlineHome;

/** What a pilot flew of late. */
export function PilotStats({ code, pilotNumber }: { code: string; pilotNumber: number }) {
  const [days, setDays] = useState<number>(statsPeriods[0]);
  const format = useFormat();
  const query = usePageQuery(PilotStatsDocument, { code, pilotNumber, days });
  const stats = query.data?.airline?.member?.stats;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.statsTitle}</h2>
        <fieldset className="seg" aria-label={text.range}>
          {statsPeriods.map((period) => (
            <button key={period} type="button" aria-pressed={days === period} onClick={() => setDays(period)}>
              {text.days(period)}
            </button>
          ))}
        </fieldset>
      </div>
      {!stats && <Waiting query={query} rows={6} />}
      {stats && (
        <div className="stack">
          <dl className="strip" aria-label={text.totals(stats.days)}>
            <div className="stat">
              <dt>{hours}</dt>
              <dd>{formatMinutes(stats.minutes)}</dd>
            </div>
            <div className="stat">
              <dt>{flights}</dt>
              <dd>{number(stats.flights)}</dd>
            </div>
            <div className="stat">
              <dt>{distance}</dt>
              <dd>{format.distance(stats.distanceNm)}</dd>
            </div>
            <div className="stat">
              <dt>{text.acceptRate}</dt>
              <dd>{stats.acceptRate == null ? messages.pirep.none : text.percent(stats.acceptRate)}</dd>
            </div>
          </dl>
          {stats.flights > 0 ? <DailyChart daily={stats.daily} measure="HOURS" /> : <Empty text={text.noFlights} />}
          {stats.routes.length > 0 && <RouteTable routes={stats.routes} />}
        </div>
      )}
    </section>
  );
}
