import { isMissing, mapOf, mayAmend, messages, PirepDocument, pirepMessages, to } from '@jetbridge/schema';
import { lazy, Suspense } from 'react';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { PirepFacts } from '../components/pirep-facts.tsx';
import { ReviewActions } from '../components/review-actions.tsx';
import { RouteMap } from '../components/route-map.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const PirepConversation = lazy(async () => ({ default: (await import('../screens/conversation.tsx')).PirepConversation }));
const text = messages.pirep;

export function PirepDetail({ code, id }: { code: string; id: string }) {
  const query = usePageQuery(PirepDocument, { code, id });
  const airline = query.data?.airline;
  const pirep = airline?.pirep;
  const own = useMembership(code)?.id === pirep?.pilot.id;
  useLive(airline);
  if (isMissing(pirep, query)) return <NotFound sentence={text.notFound} />;

  const actions = (
    <>
      <Link className="btn" kind="quiet" to={to.pireps(code)}>
        {text.back}
      </Link>
      {pirep && mayAmend(pirep.state, { own }) && (
        <Link className="btn" to={to.amendPirep(code, id)}>
          {pirepMessages.amend}
        </Link>
      )}
      {pirep && <ReviewActions pirep={pirep} />}
    </>
  );
  return (
    <Page
      title={pirep ? text.title(pirep.flightNumber) : text.heading}
      aside={pirep && <StateBadge state={pirep.state} />}
      actions={actions}
    >
      {pirep ? (
        <>
          <RouteMap {...mapOf(pirep)} />
          <PirepFacts pirep={pirep} />
          <Suspense>
            <PirepConversation pirep={pirep} />
          </Suspense>
        </>
      ) : (
        <Waiting query={query} rows={10} />
      )}
    </Page>
  );
}
