import { messages, nextOf, SetupDocument, type SignInNotice, to } from '@jetbridge/schema';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Icon } from '../components/icon.tsx';
import { Link } from '../components/link.tsx';
import { Page } from '../components/page.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { useApp, useLocation, useViewer } from '../use-context.ts';

const text = messages.signIn;

export function SignIn({ notice }: { notice: SignInNotice | null }) {
  const { nav } = useApp();
  const { search } = useLocation();
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: SetupDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (viewer) nav.navigate(nextOf(search), { replace: true });
  }, [nav, viewer, search]);

  return (
    <Page title={text.title} width="narrow">
      {notice && (
        <div className="banner" data-kind="info" role="status">
          <Icon name="info" />
          <p>{text.notices[notice]}</p>
        </div>
      )}
      {data?.setup.needed ? (
        <p className="lead">{text.needed}</p>
      ) : (
        <>
          <SignInForm />
          <p className="form-more">
            <Link to={to.forgot()}>{text.forgot}</Link>
            <span>
              {text.newHere} <Link to={to.register()}>{text.register}</Link>
            </span>
          </p>
        </>
      )}
    </Page>
  );
}
