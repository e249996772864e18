import { reviewMessages, to } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { ReviewQueue } from '../components/review-queue.tsx';
import { useCan } from '../use-context.ts';

const text = reviewMessages;

export function Review({ code }: { code: string }) {
  const allowed = useCan('pirep:review', code);
  if (allowed) return <ReviewQueue code={code} />;
  return (
    <Page title={text.title}>
      <Empty text={text.notStaff}>
        <Link className="btn" to={to.pireps(code)}>
          {text.allPireps}
        </Link>
      </Empty>
    </Page>
  );
}
