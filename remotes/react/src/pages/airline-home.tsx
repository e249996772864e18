import {
  AirlineHomeDocument,
  dashboardMessages,
  homeAction,
  homeActivity,
  homeVariables,
  homeViewer,
  isMissing,
  messages,
  to,
} from '@jetbridge/schema';
import { ActivityList } from '../components/activity-list.tsx';
import { AirlineStats } from '../components/airline-stats.tsx';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { NextStep } from '../components/next-step.tsx';
import { Page } from '../components/page.tsx';
import { PirepTable } from '../components/pirep-table.tsx';
import { RankTape } from '../components/rank-tape.tsx';
import { Totals } from '../components/totals.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useApp, useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = messages.airlineHome;

export function AirlineHome({ code }: { code: string }) {
  const { can } = useApp();
  const membership = useMembership(code); // renders anew with the session, and what the viewer may do is asked anew with it
  const viewer = homeViewer(membership?.id ?? null, (permission) => can(permission, code));
  const query = usePageQuery(AirlineHomeDocument, homeVariables(code, viewer));
  const airline = query.data?.airline;
  useLive(airline);
  if (isMissing(airline, query)) return <NotFound />;

  const next = airline && homeAction(airline, viewer);
  return (
    <Page title={airline?.name ?? membership?.airline.name ?? code}>
      {!airline && <Waiting query={query} rows={14} />}
      {airline && (
        <>
          {next && <NextStep next={next} />}
          {airline.me ? (
            <div className="stack">
              <Totals member={airline.me} />
              <RankTape minutes={airline.me.minutes} ranks={airline.ranks} />
            </div>
          ) : (
            <p className="lead">{text.notMember}</p>
          )}
          <section className="section">
            <div className="section-head">
              <h2>{viewer.memberId ? dashboardMessages.mine : text.latest}</h2>
              <Link to={to.pireps(code)}>{text.seeAll}</Link>
            </div>
            {airline.latest.edges.length > 0 ? (
              <PirepTable code={code} pireps={airline.latest.edges.map((edge) => edge.node)} />
            ) : (
              <Empty text={messages.pireps.empty} />
            )}
          </section>
          <div className="columns">
            <ActivityList activities={homeActivity(airline)} />
            <AirlineStats code={code} />
          </div>
        </>
      )}
    </Page>
  );
}
