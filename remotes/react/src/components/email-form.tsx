import { accountMessages, checkEmailInput, type Problem } from '@jetbridge/schema';
import { useForm } from '../use-form.ts';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

interface Props {
  submit: string;
  send(email: string): Promise<Problem | null>;
}

/** Asks for an address and nothing else. */
export function EmailForm({ submit, send }: Props) {
  const form = useForm({ initial: () => ({ email: '' }), check: checkEmailInput, send: ({ email }) => send(email.trim()) });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={accountMessages.email} type="email" autoComplete="username" {...form.bind('email')} />
      <div className="form-foot">
        <SubmitButton text={submit} sending={form.sending} />
      </div>
    </form>
  );
}
