import {
  conversationMessages,
  focusAfter,
  mayReopen,
  mayWithdraw,
  type PirepDetailFieldsFragment,
  PirepTimelineDocument,
  problemOf,
  remarksOf,
  WithdrawPirepDocument,
} from '@jetbridge/schema';
import { type MouseEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useApp, useCan, useMembership } from '../use-context.ts';
import { usePageQuery } from '../use-page-query.ts';
import { Icon } from './icon.tsx';
import { RemarkForm } from './remark-form.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { TimelineEntry } from './timeline-entry.tsx';
import { Waiting } from './waiting.tsx';

const text = conversationMessages;

/** Who did and said what about a PIREP, and what the viewer may add. */
export function PirepConversation({ pirep }: { pirep: PirepDetailFieldsFragment }) {
  const { toast } = useApp();
  const { code } = pirep.airline;
  const own = useMembership(code)?.id === pirep.pilot.id;
  const viewer = { own, mayReview: useCan('pirep:review', code), mayComment: useCan('pirep:comment', code) };
  const query = usePageQuery(PirepTimelineDocument, { code, id: pirep.id });
  const [reopening, setReopening] = useState(false);
  const [{ fetching }, withdraw] = useMutation(WithdrawPirepDocument);
  const history = query.data?.airline?.pirep?.history;
  const kinds = remarksOf(pirep.state, viewer);

  async function withdrawOnce(event: MouseEvent<HTMLElement>) {
    if (fetching) return;
    const next = focusAfter(event.currentTarget);
    const { error } = await withdraw({ input: { pirepId: pirep.id } });
    if (error) return toast(problemOf(error).message, 'bad');
    toast(text.withdrawn(pirep.flightNumber), 'ok');
    next?.focus();
  }

  return (
    <section className="section">
      <div className="section-head">
        <h2>{text.title}</h2>
        <div className="cluster">
          {mayWithdraw(pirep.state, viewer) && (
            <button className="btn" data-size="small" type="button" aria-disabled={fetching} aria-busy={fetching} onClick={withdrawOnce}>
              {text.withdraw}
            </button>
          )}
          {mayReopen(pirep.state, viewer) && (
            <button className="btn" data-size="small" type="button" onClick={() => setReopening(true)}>
              {text.reopen}
            </button>
          )}
        </div>
      </div>
      <div className="stack">
        {pirep.question && (
          <div className="banner" data-kind="warn">
            <Icon name="question" />
            <p>
              <strong>{text.question}</strong> {pirep.question}
            </p>
          </div>
        )}
        {history ? (
          <ol className="timeline">
            {history.map((entry) => (
              <TimelineEntry key={entry.id} entry={entry} />
            ))}
          </ol>
        ) : (
          <Waiting query={query} rows={3} />
        )}
        {kinds.length > 0 && <RemarkForm pirep={pirep} kinds={kinds} />}
      </div>
      {reopening && <ReopenDialog pirep={pirep} onClose={() => setReopening(false)} />}
    </section>
  );
}
