import { accountMessages, checkRegister, messages, problemOf, RegisterDocument } from '@jetbridge/schema';
import { useMutation } from 'urql';
import { useForm } from '../use-form.ts';
import { PasswordField } from './password-field.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextField } from './text-field.tsx';

const text = accountMessages;

interface Registration {
  displayName: string;
  email: string;
  password: string;
}

interface Props {
  /** What was typed before, when the person comes back. */
  typed: Registration;
  onSent(values: Registration): void;
}

export function RegisterForm({ typed, onSent }: Props) {
  const [, register] = useMutation(RegisterDocument);
  const form = useForm<Registration>({
    initial: () => typed,
    check: checkRegister,
    send: async (values) => {
      const { displayName, password } = values;
      const email = values.email.trim();
      const { error } = await register({ input: { displayName: displayName.trim(), email, password } });
      if (error) return problemOf(error);
      onSent({ ...values, email });
      return null;
    },
  });
  return (
    <form className="form card" {...form.props}>
      {form.problem && <ProblemBanner message={form.problem} />}
      <TextField label={text.displayName} autoComplete="name" hint={text.displayNameHint} {...form.bind('displayName')} />
      <TextField label={text.email} type="email" autoComplete="username" {...form.bind('email')} />
      <PasswordField label={text.password} autoComplete="new-password" hint={messages.password.hint} {...form.bind('password')} />
      <div className="form-foot">
        <SubmitButton text={text.register.submit} sending={form.sending} />
      </div>
    </form>
  );
}
