import { accountMessages, problemOf, ResendVerificationDocument } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { EmailForm } from './email-form.tsx';
import { Outcome } from './outcome.tsx';
import { Page } from './page.tsx';

const text = accountMessages.resend;

/** The page that asks for another link to confirm an address. */
export function Resend() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [, resend] = useMutation(ResendVerificationDocument);

  async function send(email: string) {
    const { error } = await resend({ input: { email } });
    if (error) return problemOf(error);
    setSentTo(email);
    return null;
  }

  if (sentTo) return <Outcome title={text.doneTitle} text={text.done(sentTo)} />;
  return (
    <Page title={text.title} width="narrow">
      <p className="lead">{text.intro}</p>
      <EmailForm submit={text.submit} send={send} />
    </Page>
  );
}
