import { messages, SetupDocument, to } from '@jetbridge/schema';
import { useQuery } from 'urql';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { SetupForm } from '../components/setup-form.tsx';

const text = messages.setup;

export function Setup({ token }: { token: string }) {
  // Asked once: completing the setup must not turn the page into "already done" on its way out.
  const [{ data }] = useQuery({ query: SetupDocument });
  const done = data?.setup.needed === false;
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{done ? text.done : token ? text.intro : text.noToken}</p>
      {done && (
        <Link className="btn" kind="primary" to={to.signIn()}>
          {messages.nav.signIn}
        </Link>
      )}
      {!done && token && <SetupForm token={token} />}
    </Page>
  );
}
