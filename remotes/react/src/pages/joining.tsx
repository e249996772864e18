import { isMissing, JoiningDocument, joiningMessages } from '@jetbridge/schema';
import { ApplicationTable } from '../components/application-table.tsx';
import { Empty } from '../components/empty.tsx';
import { InvitationTable } from '../components/invitation-table.tsx';
import { InviteForm } from '../components/invite-form.tsx';
import { Page } from '../components/page.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = joiningMessages.joining;

/** Who asked to join, and who was asked: for those who decide. */
export function Joining({ code }: { code: string }) {
  const query = usePageQuery(JoiningDocument, { code });
  const airline = query.data?.airline;
  useLive(airline);
  if (isMissing(airline, query)) return <NotFound />;
  return (
    <Page title={text.title}>
      <p className="lead">{text.intro}</p>
      {!airline && <Waiting query={query} rows={8} />}
      {airline && (
        <>
          <section className="section">
            <div className="section-head">
              <h2>{text.applications}</h2>
              <span className="muted">{airline.applications.totalCount}</span>
            </div>
            {airline.applications.edges.length > 0 ? (
              <ApplicationTable applications={airline.applications.edges.map((edge) => edge.node)} />
            ) : (
              <Empty text={text.noApplications} />
            )}
          </section>
          <section className="section">
            <div className="section-head">
              <h2>{text.invitations}</h2>
              <span className="muted">{airline.invitations.totalCount}</span>
            </div>
            <div className="stack">
              <InviteForm airlineId={airline.id} />
              {airline.invitations.edges.length > 0 ? (
                <InvitationTable airlineId={airline.id} invitations={airline.invitations.edges.map((edge) => edge.node)} />
              ) : (
                <Empty text={text.noInvitations} />
              )}
            </div>
          </section>
        </>
      )}
    </Page>
  );
}
