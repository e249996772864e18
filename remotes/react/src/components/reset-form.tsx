import { accountMessages, checkResetPassword, messages, problemOf, ResetPasswordDocument, to } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';

const text = accountMessages.reset;

export function ResetForm({ token }: { token: string }) {
  const { session } = useApp();
  const [, reset] = useMutation(ResetPasswordDocument);
  const form = useForm({
    initial: () => ({ password: '' }),
    check: checkResetPassword,
    send: async ({ password }, go) => {
      const { error } = await reset({ input: { token, password } });
      if (error) return problemOf(error);
      await session.check(); // whoever is signed in here may be the one who was signed out everywhere
      go(to.signInAfter('password-reset'), { replace: true });
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <PasswordField label={text.newPassword} autoComplete="new-password" hint={messages.password.hint} {...form.bind('password')} />
      <div className="form-foot">
        <SubmitButton text={text.submit} sending={form.sending} />
      </div>
    </form>
  );
}
