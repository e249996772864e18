import { messages, PirepsDocument, pirepStateOf, pirepStates, to } from '@jetbridge/schema';
import { useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Link } from '../components/link.tsx';
import { NextPireps } from '../components/next-pireps.tsx';
import { Page } from '../components/page.tsx';
import { PirepTable } from '../components/pirep-table.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useCan, useLocation } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = messages.pireps;

export function PirepList({ code }: { code: string }) {
  const state = pirepStateOf(useLocation().search);
  const canFile = useCan('pirep:file', code);
  const variables = { code, first: 25, filter: state ? { states: [state] } : null };
  const query = usePageQuery(PirepsDocument, variables);
  const [further, setFurther] = useState<Record<string, number>>({});
  const list = state ?? 'all';
  const pages = further[list] ?? 0;
  const showMore = () => setFurther({ ...further, [list]: pages + 1 });
  const airline = query.data?.airline;
  const pireps = airline?.pireps;
  useLive(airline);
  if (query.data && !airline && !query.problem) return <NotFound />;

  const file = canFile && (
    <Link className="btn" kind="primary" to={to.filePirep(code)}>
      <Icon name="plus" />
      {messages.nav.file}
    </Link>
  );
  return (
    <Page title={text.title} aside={pireps && <span className="muted">{text.count(pireps.totalCount)}</span>} actions={file}>
      <nav className="seg" aria-label={text.filter}>
        <Link to={to.pireps(code)} current={!state}>
          {text.all}
        </Link>
        {pirepStates.map((each) => (
          <Link key={each} to={to.pireps(code, each)} current={state === each}>
            {messages.states[each]}
          </Link>
        ))}
      </nav>
      {!pireps && <Waiting query={query} rows={12} />}
      {pireps?.edges.length === 0 && (
        <Empty text={state ? text.emptyFilter : text.empty}>
          {!state && canFile && (
            <Link className="btn" to={to.filePirep(code)}>
              {text.firstAction}
            </Link>
          )}
        </Empty>
      )}
      {pireps && pireps.edges.length > 0 && (
        <PirepTable code={code} pireps={pireps.edges.map((edge) => edge.node)}>
          {pireps.pageInfo.hasNextPage && (
            <NextPireps variables={{ ...variables, after: pireps.pageInfo.endCursor }} pages={pages} onMore={showMore} />
          )}
        </PirepTable>
      )}
    </Page>
  );
}
