import { messages, nextOf, SetupDocument } from '@jetbridge/schema';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Page } from '../components/page.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { useApp, useLocation, useViewer } from '../use-context.ts';

const text = messages.signIn;

export function SignIn() {
  const { nav } = useApp();
  const { search } = useLocation();
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: SetupDocument, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    if (viewer) nav.navigate(nextOf(search), { replace: true });
  }, [nav, viewer, search]);

  return (
    <Page title={text.title} width="narrow">
      {data?.setup.needed ? <p className="lead">{text.needed}</p> : <SignInForm />}
    </Page>
  );
}
