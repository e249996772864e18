import {
  accountFormRules,
  accountMessages,
  checkDeletion,
  problemOf,
  RequestAccountDeletionDocument,
  to,
  type ViewerFieldsFragment,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';
import { UsernameHint } from './username-hint.tsx';

const text = accountMessages.ownData;

export function DeletionForm({ user }: { user: ViewerFieldsFragment['user'] }) {
  const { session, nav } = useApp();
  const [, request] = useMutation(RequestAccountDeletionDocument);
  const form = useForm({
    initial: () => ({ phrase: '', password: '' }),
    check: checkDeletion,
    send: async ({ password }) => {
      const { data, error } = await request({ input: { password } });
      if (error) return problemOf(error);
      const leaving = session.signOut(); // every session has ended on the server
      // Not `go`: the session has ended wherever they are by now, and this says why.
      nav.navigate(to.signInAfter(data?.requestAccountDeletion.deletionDueAt ? 'deletion-due' : 'account-erased'), { replace: true });
      await leaving;
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.phrase(accountFormRules.deletionPhrase)} {...form.bind('phrase')} />
      <UsernameHint email={user.email} />
      <PasswordField
        label={accountMessages.yourPassword}
        autoComplete="current-password"
        hint={accountMessages.yourPasswordHint}
        {...form.bind('password')}
      />
      <div className="form-foot">
        <SubmitButton text={text.delete} sending={form.sending} kind="danger" />
      </div>
    </form>
  );
}
