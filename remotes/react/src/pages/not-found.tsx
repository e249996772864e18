import { messages, to } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';

const text = messages.notFound;

export function NotFound({ sentence = text.text }: { sentence?: string }) {
  return (
    <Page title={text.title} width="narrow">
      <Empty text={sentence}>
        <Link className="btn" kind="primary" to={to.airlines()}>
          {text.action}
        </Link>
      </Empty>
    </Page>
  );
}
