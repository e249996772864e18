import { AirlineHomeDocument, messages, to } from '@jetbridge/schema';
import { useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Link } from '../components/link.tsx';
import { MemberTable } from '../components/member-table.tsx';
import { NextMembers } from '../components/next-members.tsx';
import { Page } from '../components/page.tsx';
import { PirepTable } from '../components/pirep-table.tsx';
import { Totals } from '../components/totals.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useCan, useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = messages.airlineHome;

export function AirlineHome({ code }: { code: string }) {
  const membership = useMembership(code);
  const canFile = useCan('pirep:file', code);
  const query = usePageQuery(AirlineHomeDocument, { code });
  const [pages, setPages] = useState(0);
  const airline = query.data?.airline;
  useLive(airline);
  if (query.data && !airline && !query.problem) return <NotFound />;

  const file = canFile && (
    <Link className="btn" kind="primary" to={to.filePirep(code)}>
      <Icon name="plus" />
      {messages.nav.file}
    </Link>
  );
  return (
    <Page title={airline?.name ?? membership?.airline.name ?? code} actions={file}>
      {!airline && <Waiting query={query} rows={14} />}
      {airline && (
        <>
          {airline.me ? <Totals member={airline.me} /> : <p className="lead">{text.notMember}</p>}
          <section className="section">
            <div className="section-head">
              <h2>{text.latest}</h2>
              <Link to={to.pireps(code)}>{text.seeAll}</Link>
            </div>
            {airline.pireps.edges.length > 0 ? (
              <PirepTable code={code} pireps={airline.pireps.edges.map((edge) => edge.node)} />
            ) : (
              <Empty text={messages.pireps.empty}>
                {canFile && (
                  <Link className="btn" to={to.filePirep(code)}>
                    {messages.pireps.firstAction}
                  </Link>
                )}
              </Empty>
            )}
          </section>
          <section className="section">
            <div className="section-head">
              <h2>{text.roster}</h2>
              <span className="muted">{text.members(airline.members.totalCount)}</span>
            </div>
            <MemberTable members={airline.members.edges.map((edge) => edge.node)}>
              {airline.members.pageInfo.hasNextPage && (
                <NextMembers
                  variables={{ code, first: 50, after: airline.members.pageInfo.endCursor }}
                  pages={pages}
                  onMore={() => setPages(pages + 1)}
                />
              )}
            </MemberTable>
          </section>
        </>
      )}
    </Page>
  );
}
