import {
  filingRows,
  type Held,
  heldRows,
  holdRows,
  isMissing,
  messages,
  PirepsDocument,
  pirepStates,
  pirepsPath,
  pirepsVariables,
  readPirepView,
  to,
} from '@jetbridge/schema';
import { lazy, Suspense, useState } from 'react';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Link } from '../components/link.tsx';
import { NextPireps } from '../components/next-pireps.tsx';
import { Page } from '../components/page.tsx';
import { PirepTable } from '../components/pirep-table.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useCan, useFiling, useLocation, useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const PirepTools = lazy(async () => ({ default: (await import('../screens/pirep-tools.tsx')).PirepTools }));
const text = messages.pireps;

export function PirepList({ code }: { code: string }) {
  const { search } = useLocation();
  const view = readPirepView(search);
  const canFile = useCan('pirep:file', code);
  const memberId = useMembership(code)?.id ?? null;
  const variables = pirepsVariables(code, view, memberId);
  const query = usePageQuery(PirepsDocument, variables);
  const [further, setFurther] = useState<Record<string, number>>({});
  const [held, setHeld] = useState<Held | null>(null);
  const pages = further[search] ?? 0;
  const airline = query.data?.airline;
  const pireps = airline?.pireps;
  const rows = pireps?.edges.map((edge) => edge.node) ?? [];
  const shown = heldRows(rows, held);
  const whole = pirepsPath(code, view) === to.pireps(code);
  const filing = filingRows(useFiling(), whole ? airline?.id : undefined, rows);
  useLive(airline);
  if (isMissing(airline, query)) return <NotFound />;

  const file = canFile && (
    <Link className="btn" kind="primary" to={to.filePirep(code)}>
      <Icon name="plus" />
      {messages.nav.file}
    </Link>
  );
  const aside = pireps && (
    <span className="muted" role="status">
      {text.count(pireps.totalCount, pireps.totalCountExact)}
      {rows.length > shown.length && `, ${text.fresh(rows.length - shown.length)}`}
    </span>
  );
  return (
    <Page title={text.title} aside={aside} actions={file}>
      <div className="toolbar">
        <nav className="seg" aria-label={text.filter}>
          <Link to={pirepsPath(code, { ...view, state: null })} current={!view.state}>
            {text.all}
          </Link>
          {pirepStates.map((state) => (
            <Link key={state} to={pirepsPath(code, { ...view, state })} current={view.state === state}>
              {messages.states[state]}
            </Link>
          ))}
        </nav>
        <Suspense>
          <PirepTools code={code} view={view} memberId={memberId} />
        </Suspense>
      </div>
      {!pireps && <Waiting query={query} rows={12} />}
      {pireps && rows.length + filing.length === 0 && (
        <Empty text={whole ? text.empty : text.emptyFilter}>
          {whole && canFile && (
            <Link className="btn" to={to.filePirep(code)}>
              {text.firstAction}
            </Link>
          )}
          {!whole && (
            <Link className="btn" to={to.pireps(code)}>
              {text.showAll}
            </Link>
          )}
        </Empty>
      )}
      {pireps && rows.length + filing.length > 0 && (
        <PirepTable code={code} pireps={shown} filing={filing} view={view} onHold={(inside) => setHeld(inside && holdRows(shown, inside))}>
          {pireps.pageInfo.hasNextPage && (
            <NextPireps
              variables={{ ...variables, after: pireps.pageInfo.endCursor }}
              pages={pages}
              onMore={() => setFurther({ ...further, [search]: pages + 1 })}
            />
          )}
        </PirepTable>
      )}
    </Page>
  );
}
