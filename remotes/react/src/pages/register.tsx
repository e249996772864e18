import { accountMessages, messages, to } from '@jetbridge/schema';
import { useEffect, useState } from 'react';
import { Link } from '../components/link.tsx';
import { Outcome } from '../components/outcome.tsx';
import { Page } from '../components/page.tsx';
import { RegisterForm } from '../components/register-form.tsx';
import { ResendButton } from '../components/resend-button.tsx';
import { useApp, useViewer } from '../use-context.ts';

const text = accountMessages.register;

export function Register() {
  const { nav } = useApp();
  const viewer = useViewer();
  const [typed, setTyped] = useState({ displayName: '', email: '', password: '' });
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (viewer) nav.navigate(to.airlines(), { replace: true });
  }, [nav, viewer]);

  if (sent)
    return (
      <Outcome title={text.doneTitle} text={text.done(typed.email)}>
        <Link className="btn" kind="primary" to={to.signIn()}>
          {messages.nav.signIn}
        </Link>
        <ResendButton email={typed.email} />
        <button className="btn" data-kind="quiet" type="button" onClick={() => setSent(false)}>
          {text.wrongAddress}
        </button>
      </Outcome>
    );
  return (
    <Page title={text.title} width="narrow">
      <RegisterForm
        typed={typed}
        onSent={(values) => {
          setTyped(values);
          setSent(true);
        }}
      />
      <p className="form-more">
        <span>
          {text.haveOne} <Link to={to.signIn()}>{messages.nav.signIn}</Link>
        </span>
      </p>
    </Page>
  );
}
