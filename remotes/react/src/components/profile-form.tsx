import { accountMessages, checkUpdateProfile, problemOf, UpdateProfileDocument, type ViewerFieldsFragment } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useApp } from '../use-context.ts';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = accountMessages;

export function ProfileForm({ user }: { user: ViewerFieldsFragment['user'] }) {
  const { toast } = useApp();
  const [, update] = useMutation(UpdateProfileDocument);
  const form = useForm({
    initial: () => ({ displayName: user.displayName }),
    check: checkUpdateProfile,
    send: async ({ displayName }) => {
      const { error } = await update({ input: { displayName: displayName.trim() } });
      if (error) return problemOf(error);
      toast(text.account.saved, 'ok');
      return null;
    },
    after: ({ displayName }) => ({ displayName: displayName.trim() }),
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.displayName} autoComplete="name" {...form.bind('displayName')} />
      <div className="form-foot">
        <SubmitButton text={text.account.save} sending={form.sending} />
      </div>
    </form>
  );
}
