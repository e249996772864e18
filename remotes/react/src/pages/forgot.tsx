import { accountMessages, problemOf, RequestPasswordResetDocument, to } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { EmailForm } from '../components/email-form.tsx';
import { Link } from '../components/link.tsx';
import { Outcome } from '../components/outcome.tsx';
import { Page } from '../components/page.tsx';

const text = accountMessages.forgot;

export function Forgot() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [, request] = useMutation(RequestPasswordResetDocument);

  async function send(email: string) {
    const { error } = await request({ input: { email } });
    if (error) return problemOf(error);
    setSentTo(email);
    return null;
  }

  if (sentTo)
    return (
      <Outcome title={text.doneTitle} text={text.done(sentTo)}>
        <Link className="btn" to={to.signIn()}>
          {text.remembered}
        </Link>
      </Outcome>
    );
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{text.intro}</p>
      <EmailForm submit={text.submit} send={send} />
      <p className="form-more">
        <Link to={to.signIn()}>{text.remembered}</Link>
      </p>
    </Page>
  );
}
