import {
  accountMessages,
  checkPasswordAgain,
  ExportMyDataDocument,
  problemOf,
  saveFile,
  type ViewerFieldsFragment,
} from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { UsernameHint } from './username-hint.tsx';

const text = accountMessages.ownData;

export function ExportForm({ user }: { user: ViewerFieldsFragment['user'] }) {
  const { toast } = useApp();
  const [, exportMyData] = useMutation(ExportMyDataDocument);
  const form = useForm({
    initial: () => ({ password: '' }),
    check: checkPasswordAgain,
    send: async ({ password }) => {
      const { data, error } = await exportMyData({ input: { password } });
      if (error) return problemOf(error);
      if (data) {
        const { filename, json } = data.exportMyData;
        saveFile(filename, json);
        toast(text.exported(filename), 'ok');
      }
      return null;
    },
    after: () => ({ password: '' }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <UsernameHint email={user.email} />
      <PasswordField
        label={accountMessages.yourPassword}
        autoComplete="current-password"
        hint={accountMessages.yourPasswordHint}
        {...form.bind('password')}
      />
      <div className="form-foot">
        <SubmitButton text={text.export} sending={form.sending} />
      </div>
    </form>
  );
}
