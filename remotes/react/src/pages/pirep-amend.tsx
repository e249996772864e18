import { conversationMessages, isMissing, mayAmend, messages, PirepDocument, pirepMessages, to } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { PirepForm } from '../components/pirep-form.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useMembership } from '../use-context.ts';
import { useLive, usePageQuery } from '../use-page-query.ts';
import { NotFound } from './not-found.tsx';

const text = pirepMessages;

export function PirepAmend({ code, id }: { code: string; id: string }) {
  const query = usePageQuery(PirepDocument, { code, id });
  const airline = query.data?.airline;
  const pirep = airline?.pirep;
  const own = useMembership(code)?.id === pirep?.pilot.id;
  useLive(airline);
  if (isMissing(pirep, query)) return <NotFound sentence={messages.pirep.notFound} />;

  const back = (
    <Link className="btn" kind="quiet" to={to.pirep(code, id)}>
      {text.backToPirep}
    </Link>
  );
  return (
    <Page title={text.amendTitle} width="form" actions={back}>
      {!pirep || !airline ? (
        <Waiting query={query} rows={10} />
      ) : mayAmend(pirep.state, { own }) ? (
        <>
          {pirep.question && (
            <p className="lead">
              <strong>{conversationMessages.question}</strong> {pirep.question}
            </p>
          )}
          <PirepForm code={code} airlineId={airline.id} amended={pirep} />
        </>
      ) : (
        <Empty text={own ? text.cannotAmend : text.notYours} />
      )}
    </Page>
  );
}
