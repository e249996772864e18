import { messages, PirepDocument, type PirepFieldsFragment, type ReviewDesk, reviewKeys, reviewMessages } from '@jetbridge/schema';
import { usePageQuery } from '../use-page-query.ts';
import { Icon } from './icon.tsx';
import { PirepConversation } from './pirep-conversation.tsx';
import { PirepFacts } from './pirep-facts.tsx';
import { StateBadge } from './state-badge.tsx';
import { Waiting } from './waiting.tsx';

const text = reviewMessages;

interface Props {
  code: string;
  desk: ReviewDesk;
  /** As the list has it. */
  pirep: PirepFieldsFragment;
}

export function ReviewDetail({ code, desk, pirep }: Props) {
  const { flightNumber } = pirep;
  const query = usePageQuery(PirepDocument, { code, id: pirep.id });
  const detail = query.data?.airline?.pirep;
  const { review, ask, own } = desk.mayDo(pirep);
  const title = messages.pirep.title(flightNumber);
  return (
    <section className="queue-detail" aria-label={title}>
      <header className="section-head">
        <div className="page-title">
          <h2>{title}</h2>
          <StateBadge state={pirep.state} />
        </div>
        <div className="cluster">
          {review && (
            <>
              <button
                className="btn"
                data-kind="primary"
                type="button"
                aria-label={messages.pirep.acceptFlight(flightNumber)}
                aria-keyshortcuts={reviewKeys.accept}
                onClick={desk.accept}
              >
                <Icon name="check" />
                {messages.pirep.accept}
              </button>
              <button
                className="btn"
                type="button"
                aria-label={messages.pirep.rejectFlight(flightNumber)}
                aria-keyshortcuts={reviewKeys.reject}
                onClick={() => desk.openDialog('REJECT')}
              >
                <Icon name="cross" />
                {messages.pirep.reject}
              </button>
            </>
          )}
          {ask && (
            <button
              className="btn"
              type="button"
              aria-label={text.askFlight(flightNumber)}
              aria-keyshortcuts={reviewKeys.ask}
              onClick={() => desk.openDialog('ASK')}
            >
              <Icon name="question" />
              {text.ask}
            </button>
          )}
        </div>
      </header>
      {own && <p className="muted">{text.own}</p>}
      {detail ? (
        <>
          <PirepFacts pirep={detail} />
          <PirepConversation pirep={detail} />
        </>
      ) : (
        <Waiting query={query} rows={10} />
      )}
    </section>
  );
}
