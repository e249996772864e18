import { messages, type SetupOutcome, SetupProgressDocument, setupStep, to } from '@jetbridge/schema';
import { useState } from 'react';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { SetupAccount } from '../components/setup-account.tsx';
import { SetupAirline } from '../components/setup-airline.tsx';
import { SetupDone } from '../components/setup-done.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useViewer } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';

const text = messages.setup;

/** The first run, at the step that is open. */
export function Setup({ token }: { token: string }) {
  const viewer = useViewer();
  const query = usePageQuery(SetupProgressDocument, {});
  const [outcome, setOutcome] = useState<SetupOutcome | null>(null);
  if (outcome) return <SetupDone outcome={outcome} />;
  if (!query.data) {
    return (
      <Page title={text.title} width="form">
        <Waiting query={query} rows={6} />
      </Page>
    );
  }
  const { setup, airlines } = query.data;
  switch (setupStep({ needed: setup.needed, viewer, airlines: airlines.totalCount })) {
    case 'account':
      return <SetupAccount token={token} />;
    case 'airline':
      return <SetupAirline onCreated={(airline) => setOutcome({ airline })} onLoaded={(demo) => setOutcome({ demo })} />;
    case 'done':
      return <SetupDone outcome={{}} />;
    case 'elsewhere':
      return (
        <Page title={text.title} width="narrow">
          <p className="lead">{text.done}</p>
          <Link className="btn" kind="primary" to={to.signIn()}>
            {messages.nav.signIn}
          </Link>
        </Page>
      );
  }
}
