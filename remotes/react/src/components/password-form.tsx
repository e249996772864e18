import { accountMessages, checkChangePassword, messages, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { UsernameHint } from './username-hint.tsx';

const text = accountMessages.account;

export function PasswordForm({ user }: { user: ViewerFieldsFragment['user'] }) {
  const { session, toast } = useApp();
  const form = useForm({
    initial: () => ({ currentPassword: '', newPassword: '' }),
    check: checkChangePassword,
    send: async (values) => {
      const problem = await session.changePassword(values);
      if (!problem) toast(text.passwordChanged, 'ok');
      return problem;
    },
    after: () => ({ currentPassword: '', newPassword: '' }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <UsernameHint email={user.email} />
      <PasswordField label={text.currentPassword} autoComplete="current-password" {...form.bind('currentPassword')} />
      <PasswordField label={text.newPassword} autoComplete="new-password" hint={messages.password.hint} {...form.bind('newPassword')} />
      <div className="form-foot">
        <SubmitButton text={text.changePassword} sending={form.sending} />
      </div>
    </form>
  );
}
