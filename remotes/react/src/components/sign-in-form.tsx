import { checkSignIn, messages } from '@jetbridge/schema';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.signIn;

export function SignInForm() {
  const { session } = useApp();
  const form = useForm({
    initial: () => ({ email: '', password: '' }),
    check: checkSignIn,
    send: (values) => session.signIn({ ...values, email: values.email.trim() }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.email} type="email" autoComplete="username" {...form.bind('email')} />
      <PasswordField label={text.password} autoComplete="current-password" {...form.bind('password')} />
      <div className="form-foot">
        <SubmitButton text={text.submit} sending={form.sending} />
      </div>
    </form>
  );
}
