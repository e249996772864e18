import { accountMessages, to } from '@jetbridge/schema';
import { Empty } from '../components/empty.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { ResetForm } from '../components/reset-form.tsx';

const text = accountMessages.reset;

export function Reset({ token }: { token: string }) {
  return (
    <Page title={text.title} width="narrow">
      {token ? (
        <>
          <p className="lead">{text.intro}</p>
          <ResetForm token={token} />
        </>
      ) : (
        <Empty text={text.noToken} />
      )}
      <p className="form-more">
        <Link to={to.forgot()}>{text.instead}</Link>
      </p>
    </Page>
  );
}
