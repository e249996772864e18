import { AirlineStatsDocument, dashboardMessages, leaderboards, type Leaderboard as Measure } from '@jetbridge/schema';
import { useState } from 'react';
import { usePageQuery } from '../use-page-query.ts';
import { DailyChart } from './daily-chart.tsx';
import { Empty } from './empty.tsx';
import { Leaderboard } from './leaderboard.tsx';
import { Waiting } from './waiting.tsx';

const text = dashboardMessages.stats;

/** What the airline flew in the last days, and who flew most. */
export function AirlineStats({ code }: { code: string }) {
  const [measure, setMeasure] = useState<Measure>('HOURS');
  const query = usePageQuery(AirlineStatsDocument, { code, by: measure });
  const stats = query.data?.airline?.stats;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.title}</h2>
        <fieldset className="seg" aria-label={text.by}>
          {leaderboards.map((one) => (
            <button key={one} type="button" aria-pressed={one === measure} onClick={() => setMeasure(one)}>
              {text.measures[one]}
            </button>
          ))}
        </fieldset>
      </div>
      {!stats && <Waiting query={query} rows={6} />}
      {stats?.flights === 0 && <Empty text={text.none} />}
      {stats && stats.flights > 0 && (
        <div className="stack">
          <DailyChart daily={stats.daily} measure={measure} />
          <Leaderboard code={code} measure={measure} entries={stats.leaderboard} />
        </div>
      )}
    </section>
  );
}
