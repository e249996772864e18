import { accountMessages, checkEmailChange, problemOf, RequestEmailChangeDocument, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useForm } from '../use-form.ts';
import { Icon } from './icon.tsx';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';
import { UsernameHint } from './username-hint.tsx';

const text = accountMessages.account;

export function EmailChangeForm({ user }: { user: ViewerFieldsFragment['user'] }) {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [, request] = useMutation(RequestEmailChangeDocument);
  const form = useForm({
    initial: () => ({ email: '', password: '' }),
    check: checkEmailChange,
    send: async ({ email, password }) => {
      const { error } = await request({ input: { email: email.trim(), password } });
      setSentTo(error ? null : email.trim());
      return error ? problemOf(error) : null;
    },
    after: () => ({ email: '', password: '' }),
  });
  return (
    <form className="form card" {...form.props}>
      <p className="form-now">
        <span className="form-now-text">{user.email}</span>
        <span className="badge" data-kind={user.emailVerified ? 'ok' : 'warn'}>
          <Icon name={user.emailVerified ? 'check' : 'clock'} />
          {user.emailVerified ? text.confirmed : text.unconfirmed}
        </span>
      </p>
      {form.problem && <ProblemBanner message={form.problem} />}
      {sentTo && (
        <div className="banner" data-kind="ok" role="status">
          <Icon name="check" />
          <p>{text.emailSent(sentTo)}</p>
        </div>
      )}
      <UsernameHint email={user.email} />
      <TextField label={text.newEmail} type="email" autoComplete="email" {...form.bind('email')} />
      <PasswordField
        label={accountMessages.yourPassword}
        autoComplete="current-password"
        hint={accountMessages.yourPasswordHint}
        {...form.bind('password')}
      />
      <div className="form-foot">
        <SubmitButton text={text.changeEmail} sending={form.sending} />
      </div>
    </form>
  );
}
