import { messages, type ReviewTab, reviewMessages, reviewTabs, to } from '@jetbridge/schema';
import { NotFound } from '../pages/not-found.tsx';
import { useReview } from '../use-review.ts';
import { Empty } from './empty.tsx';
import { Link } from './link.tsx';
import { Page } from './page.tsx';
import { ReviewDetail } from './review-detail.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import { ReviewList } from './review-list.tsx';
import { Waiting } from './waiting.tsx';

const text = reviewMessages;

export function ReviewQueue({ code }: { code: string }) {
  const { desk, state } = useReview(code);
  const { airline, counts, dialog, problem, rows, tab } = state;
  const pirep = desk.current;
  if (airline === null && !problem) return <NotFound />;

  function count(of: ReviewTab): string {
    const counted = counts?.[of];
    return counted ? text.count(counted.totalCount, counted.totalCountExact) : '';
  }

  return (
    <Page title={text.title}>
      <nav className="seg" aria-label={text.tabsLabel}>
        {reviewTabs.map((each) => (
          <Link key={each} to={to.review(code, each)} current={tab === each}>
            {text.tabs[each]} <span className="muted">{count(each)}</span>
          </Link>
        ))}
      </nav>
      {!state.settled && rows.length === 0 && <Waiting query={{ problem, retry: desk.retry }} rows={12} />}
      {state.settled && rows.length === 0 && (
        <Empty text={text.empty[tab]}>
          <Link className="btn" to={to.pireps(code)}>
            {text.allPireps}
          </Link>
        </Empty>
      )}
      {rows.length > 0 && (
        <div className="queue">
          <ReviewList code={code} desk={desk} state={state} />
          {pirep ? <ReviewDetail key={pirep.id} code={code} desk={desk} pirep={pirep} /> : <p className="empty">{messages.loading}</p>}
        </div>
      )}
      {pirep && dialog && <ReviewDialog key={dialog} dialog={dialog} onSend={desk.say} onClose={() => desk.openDialog(null)} />}
    </Page>
  );
}
