import { accountMessages, messages, problemOf, to, VerifyEmailDocument } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { ConfirmForm } from '../components/confirm-form.tsx';
import { Link } from '../components/link.tsx';
import { Outcome } from '../components/outcome.tsx';
import { Page } from '../components/page.tsx';
import { Resend } from '../components/resend.tsx';
import { useViewer } from '../use-context.ts';

const text = accountMessages.verify;

export function Verify({ token }: { token: string }) {
  const viewer = useViewer();
  const [done, setDone] = useState(false);
  const [, verify] = useMutation(VerifyEmailDocument);
  if (!token) return <Resend />;

  async function send() {
    const { error } = await verify({ input: { token } });
    if (error) return problemOf(error);
    setDone(true);
    return null;
  }

  if (done)
    return (
      <Outcome title={text.doneTitle} text={text.done}>
        <Link className="btn" kind="primary" to={viewer ? to.airlines() : to.signIn()}>
          {viewer ? text.next : messages.nav.signIn}
        </Link>
      </Outcome>
    );
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{text.intro}</p>
      <ConfirmForm submit={text.submit} send={send} />
      <p className="form-more">
        <Link to={to.verify()}>{accountMessages.resend.instead}</Link>
      </p>
    </Page>
  );
}
