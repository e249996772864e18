import { checkCompleteSetup, messages } from '@jetbridge/schema';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = messages.setup;

export function SetupForm({ token }: { token: string }) {
  const { session, toast } = useApp();
  const form = useForm({
    initial: () => ({ displayName: '', email: '', password: '' }),
    check: checkCompleteSetup,
    send: async ({ displayName, email, password }) => {
      const problem = await session.completeSetup({ token, displayName: displayName.trim(), email: email.trim(), password });
      if (!problem) toast(text.welcome, 'ok');
      return problem;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.displayName} autoComplete="name" {...form.bind('displayName')} />
      <TextField label={text.email} type="email" autoComplete="username" {...form.bind('email')} />
      <PasswordField label={text.password} autoComplete="new-password" hint={messages.password.hint} {...form.bind('password')} />
      <div className="form-foot">
        <SubmitButton text={text.submit} sending={form.sending} />
      </div>
    </form>
  );
}
